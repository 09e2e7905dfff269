"""The entry of the room: the text of a command in, everything that is said about it out."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from runcard.domain.commands.bounded import hints_for
from runcard.domain.commands.classify import Bench, language_of, risk_of
from runcard.domain.commands.flatten import variables_of
from runcard.domain.commands.model import Effect, Judgement, Parameter, Reason, Risk
from runcard.domain.commands.parameters import MOST_COMMANDS, Marked, examples, marked, variables
from runcard.domain.commands.ports import Parsed, Tree
from runcard.domain.commands.rulebook import Outcome
from runcard.domain.commands.rules import applied
from runcard.domain.commands.spelling import LONGEST, spelled_plainly, without_prompt

SET_ALWAYS: frozenset[str] = frozenset()
TOO_LONG = Outcome(
    Effect.MUTATING, flags=frozenset({"opaque"}), why="too long to be read to its end"
)


def judge(
    text: str, bench: Bench, *, language: str = "", known: frozenset[str] = SET_ALWAYS
) -> Judgement:
    """What one command does and needs. `known` are the variables that were set before it."""
    plain = plainly(text)
    gaps = marked(plain)
    spoken = language or language_of(gaps.text, bench.tables)
    risk = _risk(text, gaps, spoken, bench)
    if spoken == "shell" and is_unread(bench.parse(gaps.text)):
        return Judgement(text, risk, tuple(dict.fromkeys(gaps.found)))
    found = list(_parameters(gaps, spoken, bench, known))
    hints = hints_for(plain, bench)
    if risk.bounded:
        hints = replace(hints, bounded_form="")
    return Judgement(text, risk, tuple(dict.fromkeys(found)), hints)


def risk_alone(text: str, bench: Bench, language: str) -> Risk:
    """What one command does, for those who ask for nothing else."""
    return _risk(text, marked(plainly(text)), language, bench)


def _risk(text: str, gaps: Marked, language: str, bench: Bench) -> Risk:
    risk = _with_words_of_the_text(risk_of(gaps.text, language, bench), gaps)
    return applied(risk, TOO_LONG, plainly(text)[:40]) if len(text) > LONGEST else risk


def is_unread(parsed: Parsed) -> bool:
    """Whether the page was so long that nobody tried to read this part of it."""
    return not isinstance(parsed, Tree) and not parsed.tried


def judge_all(texts: Sequence[str], bench: Bench) -> list[Judgement]:
    """Many at once: the shell is read in few processes."""
    prepare(texts, bench)
    return [judge(text, bench) for text in texts]


def prepare(texts: Sequence[str], bench: Bench) -> None:
    """Let the parser read everything together, before each is judged alone."""
    bench.parser.parse_all([marked(plainly(text)).text for text in texts])


@lru_cache(maxsize=MOST_COMMANDS)
def plainly(text: str) -> str:
    """The command as it would be typed, without prompts before its lines."""
    plain = spelled_plainly(text)
    lines = plain.split("\n")
    bare = without_prompt(lines[0])
    return plain if bare is None else "\n".join([bare, *lines[1:]])


def _parameters(
    gaps: Marked, language: str, bench: Bench, known: frozenset[str]
) -> Iterator[Parameter]:
    yield from gaps.found
    if language == "shell":
        parsed = bench.parse(gaps.text)
        if isinstance(parsed, Tree):
            used = variables_of(parsed.root)
            yield from variables(used.read, known | used.assigned | bench.tables.given)
    yield from examples(gaps.text, bench.tables.examples)


def _with_words_of_the_text(risk: Risk, gaps: Marked) -> Risk:
    """Reasons speak of placeholders as they are written."""
    reasons = (
        Reason(reason.effect, gaps.restored(reason.subject), gaps.restored(reason.words))
        for reason in risk.reasons
    )
    return replace(risk, reasons=tuple(reasons))

"""The commands of a document as somebody looks them up in a hurry, each with what it does."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from runcard.domain.commands.classify import Bench
from runcard.domain.commands.judge import judge
from runcard.domain.commands.model import Effect, Evidence, Kind
from runcard.domain.commands.spelling import without_prompt
from runcard.domain.playbooks.model import Runbook
from runcard.domain.playbooks.page.instructions import Instruction
from runcard.domain.playbooks.words import folded, plain, without_emoji

WARNINGS = {
    Effect.READ_ONLY: "",
    Effect.MUTATING: "▲ changes",
    Effect.DESTRUCTIVE: "✕ destroys",
}


@dataclass(frozen=True, slots=True)
class QuickCommand:
    """One command as it is typed; `is_quick` where its heading says that it is for reference."""

    heading: str
    text: str
    line: int
    effect: Effect = Effect.READ_ONLY
    is_quick: bool = False

    @property
    def warning(self) -> str:
        """What is printed before it, so that nobody types it as if it only looked."""
        return WARNINGS[self.effect]


@dataclass(frozen=True, slots=True)
class CommandWords:
    """`reference` are the words by which a heading says that what stands below it is for
    reference; `trivial` begin commands that nobody looks up."""

    reference: tuple[str, ...] = ()
    trivial: tuple[str, ...] = ()


def quick_commands(
    found: Sequence[Instruction],
    words: CommandWords,
    bench: Bench,
    runbooks: Sequence[Runbook] = (),
) -> tuple[QuickCommand, ...]:
    """Every command worth looking up, in the order of the document and once; one that also stands
    under a heading for reference is shown there. One of a runbook says of which."""
    worth: dict[str, QuickCommand] = {}
    for one in _commands(found, words, bench, runbooks):
        if one.is_quick or one.text not in worth:
            worth[one.text] = one
    return tuple(sorted(worth.values(), key=lambda one: one.line))


def _commands(
    found: Sequence[Instruction], words: CommandWords, bench: Bench, runbooks: Sequence[Runbook]
) -> Iterator[QuickCommand]:
    for one in found:
        text = in_one_line(one.record.text)
        if one.record.kind is not Kind.COMMAND or text.split(" ", 1)[0] in ("", *words.trivial):
            continue
        heading = without_emoji(plain(one.section[-1])).strip() if one.section else ""
        risk = judge(one.record.text, bench, language=one.record.language, known=one.known).risk
        # What takes a record away cannot be had back either.
        effect = Effect.DESTRUCTIVE if risk.evidence is Evidence.DESTROYS else risk.effect
        is_quick = any(word in folded(heading) for word in words.reference)
        place = _place(heading, one.record.line, runbooks)
        yield QuickCommand(place, text, one.record.line, effect, is_quick)


def _place(heading: str, line: int, runbooks: Sequence[Runbook]) -> str:
    """The heading alone says “Resolution” in ten runbooks; nobody may take one for another."""
    around = [one for one in runbooks if one.line <= line <= (one.end_line or one.line)]
    if not around or around[-1].title == heading:
        return heading
    return f"{around[-1].title} · {heading}"


def in_one_line(text: str) -> str:
    """As it is typed: without a prompt, and without the backslashes at the ends of lines."""
    typed = without_prompt(text) or text
    return " ".join(line.strip().removesuffix("\\").strip() for line in typed.split("\n")).strip()

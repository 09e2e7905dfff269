"""Who is told, in a sentence about a level: `The mayor is informed within 20 minutes.`

Such a time is a promise to somebody and none of an answer; only people who are called, paged or
woken begin to work by it. What is left of the sentence may promise more.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from runcard.domain.playbooks.levels.called_names import names_in
from runcard.domain.playbooks.levels.entries import Statement
from runcard.domain.playbooks.lexicon import Mention
from runcard.domain.playbooks.times.grammar import Span, spans_in
from runcard.domain.playbooks.times.sides import Side, side_of
from runcard.domain.playbooks.vocabulary import Vocabulary

CLAUSES = re.compile(r"\s*[,;，；、]\s*")
ENDS = " .。,，;；:："
MOST_WORDS = 6
LONGEST = 400


class Told(NamedTuple):
    """One clause: whom it names, whether they are called to work, its words, and its time."""

    who: str
    is_called: bool
    text: str
    when: str


def told_in(sentence: str, words: Vocabulary) -> tuple[list[Told], str]:
    """Everybody who is told, and the other clauses; a name and a wait behind such a clause go on
    with it."""
    told: list[Told] = []
    others: list[str] = []
    clauses = CLAUSES.split(sentence.rstrip(ENDS)) if len(sentence) <= LONGEST else [sentence]
    for clause in clauses:
        is_next = bool(told) and not others
        one = _told(clause, words) or (_also(clause, told[-1], words) if is_next else None)
        if one is None:
            others.append(clause)
        else:
            told.append(one)
    return told, ", ".join(others)


def told_statements(told: Sequence[Told], line: int, words: Vocabulary) -> Iterator[Statement]:
    """Whoever is called is who a level goes to, and the first call is its answer; whoever only is
    informed is told."""
    for at, one in enumerate(told):
        if one.is_called:
            for name in names_in(one.who, line, words):
                yield Statement(("escalation",), _bare(name.text, words), line)
            if at == 0 and one.when:
                yield Statement(("response",), one.when, line)
        else:
            yield Statement(("communication",), one.text, line)


def _told(clause: str, words: Vocabulary) -> Told | None:
    """A name, a verb such as `is informed`, and a time before or behind the verb, once."""
    verbs = [one for one in words.rungs.matches(clause) if _kinds(one.group(), words)]
    spans = spans_in(clause, words)
    if len(verbs) == 1 and all(span.now for span in spans):
        return _at_once(clause, verbs[0], spans, words)
    if len(verbs) != 1 or len(spans) != 1 or spans[0].is_period or spans[0].calendar:
        return None
    places = [(verbs[0].start(), verbs[0].end()), (spans[0].start, spans[0].end)]
    who = _only_name(clause, places, words)
    is_called = "alarmed" in _kinds(verbs[0].group(), words)
    return Told(who, is_called, clause.strip(), _words_of(spans[0], clause)) if who else None


def _at_once(clause: str, verb: Mention, spans: Sequence[Span], words: Vocabulary) -> Told | None:
    """`The head of the mill is told straight away`: people of the house who hear of it as such are
    whom a level goes to; only where they are called, at once is its answer."""
    start = min([verb.start(), *(span.start for span in spans)])
    who = _bare(clause[:start].strip(ENDS), words)
    names = [one.text for one in names_in(who, 0, words)] if who else []
    if not names or side_of(who, words) is Side.OUTSIDE:
        return None
    if any(words.people.find(one) is None or len(one.split()) > MOST_WORDS for one in names):
        return None
    is_called = bool(spans) and "alarmed" in _kinds(verb.group(), words)
    return Told(who, True, clause.strip(), _words_of(spans[0], clause) if is_called else "")


def _kinds(phrase: str, words: Vocabulary) -> frozenset[str]:
    return frozenset(words.rungs.phrases[phrase]) & {"alarmed", "told"}


def _also(clause: str, before: Told, words: Vocabulary) -> Told | None:
    """`…, the captain within 10 minutes`: nothing but a name and one time."""
    spans = spans_in(clause, words)
    if len(spans) != 1 or spans[0].is_period or spans[0].start == 0:
        return None
    is_named = any(_promise_names(clause, words))
    who = _only_name(clause, [(spans[0].start, spans[0].end)], words)
    if not who or is_named:
        return None
    return Told(who, before.is_called, clause.strip(), _words_of(spans[0], clause))


def _words_of(span: Span, clause: str) -> str:
    return clause[span.start : span.end].strip()


def _promise_names(clause: str, words: Vocabulary) -> Iterator[str]:
    """`fixed`, `update`: what a label of a promise says is nobody's name."""
    for one in words.labels.matches(clause):
        yield from (name for name in words.labels.phrases[one.group()] if name != "communication")


def _only_name(clause: str, places: list[tuple[int, int]], words: Vocabulary) -> str:
    """What stands around the verb and the time, if it is one name at the beginning."""
    start = min(begin for begin, _ in places)
    spoken = [clause[end:begin] for (_, end), (begin, _) in _gaps(places, len(clause))]
    name = _bare(clause[:start].strip(ENDS), words)
    is_alone = not any(_bare(one.strip(ENDS), words) for one in spoken)
    return name if is_alone and 0 < len(name.split()) <= MOST_WORDS else ""


def _gaps(
    places: list[tuple[int, int]], length: int
) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    ordered = [*sorted(places), (length, length)]
    yield from pairwise(ordered)


def _bare(text: str, words: Vocabulary) -> str:
    """Without an article in front and a word such as `is` or `wird` at its end."""
    for one in words.particles.matches(text):
        is_article = "article" in words.particles.phrases[one.group()]
        if one.start() == 0 and is_article:
            text = text[one.end() :].strip()
            break
    last = text.rsplit(maxsplit=1)[-1] if text else ""
    is_small = words.rungs.exactly(last) == "helps"
    return text[: len(text) - len(last)].strip() if is_small else text

"""What a labelled value promises: one time, or several with their own names, or nothing sure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from runcard.domain.playbooks.model import TimeValue
from runcard.domain.playbooks.remembered import remembered
from runcard.domain.playbooks.times.abbreviations import rejoined
from runcard.domain.playbooks.times.deeds import answer_beside, deadline_beside, rhythm_beside
from runcard.domain.playbooks.times.first_work import without_first_work
from runcard.domain.playbooks.times.grammar import Span, is_silent, read_time, spans_in
from runcard.domain.playbooks.times.pieces import timed_pieces
from runcard.domain.playbooks.times.sides import Side, side_of, sides_of
from runcard.domain.playbooks.times.slashes import SLASH, pieces_of
from runcard.domain.playbooks.times.tokens import Kind
from runcard.domain.playbooks.times.urgencies import time_of_urgency
from runcard.domain.playbooks.times.working_hours import (
    are_hours_of_day,
    in_hours_beside,
    in_working_hours,
)
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import folded, trailing_parenthesis

TIMES = ("response", "acknowledge", "resolution", "cadence", "cadence_external")
RHYTHMS = (("cadence",), ("cadence_external",))
ANSWER, TAKEN_UP = "response", "acknowledge"
# Dutch `en` is a small word of French and Spanish, too: `en lossen het op` is none of theirs.
COMMA = re.compile(
    r"\s*[,;，；、]\s*|\s+/\s+|\s+(?:and|und|et|y|e)\s+"
    r"|\s+en\s+(?=[^\W\d_]{3,20}\s(?:het|dit|ze|alles)\s)"
)
ASIDE = re.compile(
    rf"{COMMA.pattern}|\s+(?:[-–—→]|->|or|oder|ou|o|of|lub|或|または|또는)\s+", re.IGNORECASE
)
DIGIT = re.compile(r"\d")
EVENT = "event"
STOPS = re.compile(r"[.!?]\s|[。！？]")
SENTENCE = re.compile(r"(?<=[^\d\s][.!?])\s+|(?<=\d[.])\s+(?=[A-ZÀ-Þ])|(?<=[。！？])\s*(?=\S)")


@dataclass(frozen=True, slots=True)
class Promised:
    """A time and the name under which it is promised."""

    concept: str
    time: TimeValue


@dataclass(frozen=True, slots=True)
class Unread:
    """A phrase where a time was expected and none was understood."""

    concept: str
    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Clash:
    """One level, one promise, two times; the stricter one was kept."""

    key: str
    concept: str
    kept: TimeValue
    other: TimeValue


Clause = Promised | Unread


def concepts_of(label: str, words: Vocabulary) -> tuple[str, ...]:
    """What a label or a column head is about; `Acknowledge / fix` is about two things."""
    parts = SLASH.split(label)
    if len(parts) > 1:
        found = [words.labels.find(part) for part in parts]
        known = tuple(concept for concept in found if concept in TIMES)
        if len(known) == len(parts) and len(set(known)) == len(known):
            return known
        if words.labels.find(label) == "cadence" and (sides := _both_sides(parts, words)):
            return sides
    concept = words.labels.exactly(label) or words.labels_alone.exactly(label)
    concept = concept or _before_remark(label, words) or words.labels.find(label)
    return (concept,) if concept else ()


def _before_remark(label: str, words: Vocabulary) -> str | None:
    """`First response (acknowledged)`: the name of a promise goes before what explains it."""
    said, inside = trailing_parenthesis(label)
    concept = words.labels.find(said) if inside is not None else None
    return concept if concept in TIMES else None


def _both_sides(parts: Sequence[str], words: Vocabulary) -> tuple[str, ...]:
    """`Updates (internal / external)` is about two rhythms."""
    concepts = {Side.INSIDE: "cadence", Side.OUTSIDE: "cadence_external"}
    sides = [side_of(part, words) for part in parts]
    named = tuple(concepts[side] for side in sides if side in concepts)
    return named if len(set(named)) == len(parts) else ()


def says_nothing(value: str, words: Vocabulary) -> bool:
    """An empty cell, a dash, `none`."""
    return is_silent(value) or words.unfilled.exactly(value) == "silent"


def read_promises(
    value: str, line: int, concepts: tuple[str, ...], words: Vocabulary
) -> tuple[Clause, ...]:
    """The times a value states for the concepts its label names."""
    if says_nothing(value, words):
        return ()
    if concepts == ("cadence",) and (periods := _for_sides(value, line, words)):
        return periods
    if concepts in RHYTHMS and (first := _first_rhythm(value, words)):
        return (Promised(concepts[0], first.value(value, line)),)
    if len(concepts) > 1:
        pairs = zip(concepts, pieces_of(value), strict=False)
        return tuple(_clause(part, line, concept, words) for concept, part in pairs)
    return _named_clauses(value, line, concepts[0], words)


def told_apart(value: str, line: int, words: Vocabulary) -> tuple[Promised, ...]:
    """`every 30 minutes inside; hourly to customers`: one period for each side."""
    repeats = any(span.is_period for span in spans_in(value, words))
    return _for_sides(value, line, words) if repeats else ()


def _for_sides(value: str, line: int, words: Vocabulary) -> tuple[Promised, ...]:
    """What is said to repeat, of each side; `15 min (internal), 30 min (customers)` as well."""
    pieces = timed_pieces(value, words)
    found: dict[str, Promised] = {}
    for piece, side in zip(pieces, sides_of(pieces, words), strict=True):
        spans = spans_in(piece, words)
        amount = spans[0] if len(spans) == 1 and side and not spans[0].leads else None
        rhythm = only_period(spans) or amount
        if rhythm is None:
            return ()
        concept = "cadence_external" if side is Side.OUTSIDE else "cadence"
        found.setdefault(concept, Promised(concept, rhythm.value(piece, line)))
    return tuple(found.values()) if len(found) > 1 else ()


def _named_clauses(value: str, line: int, concept: str, words: Vocabulary) -> tuple[Clause, ...]:
    """`Immediate response, 15-minute acknowledgment` names each of its times; one without a name
    beside them, such as that of a workaround, is no promise we know."""
    parts = COMMA.split(value)
    named = [own for part in parts if (own := _own_concept(part, words))]
    timed = [part for part in parts if spans_in(part, words)]
    if concept == ANSWER and named == [TAKEN_UP] and len(timed) == 1:
        concept = TAKEN_UP if _is_only_named(timed[0], words) else concept
    if len(timed) < 2 or not named or len(set(named)) < len(named):
        return (_clause(value, line, concept, words),)
    first = concept if concept not in named else None
    owners = [_own_concept(part, words) or (first if part is parts[0] else None) for part in parts]
    pairs = [(part, own) for part, own in zip(parts, owners, strict=True) if part in timed]
    return tuple(_clause(part, line, own, words) for part, own in pairs if own) + tuple(
        Unread(concept, part.strip(), line) for part, own in pairs if not own
    )


def _is_only_named(part: str, words: Vocabulary) -> bool:
    """`5 min ack`: a time, and the name of what is promised."""
    return read_time(_without_labels(part, words), 0, words) is not None


def _own_concept(part: str, words: Vocabulary) -> str | None:
    """The name of what a part promises; `at resolution` only says when something is told, and
    `en horario de atención` in which hours."""
    concept = None if words.calendar.exactly(part.strip()) else words.labels.find(part)
    is_timed = any(span.calendar != EVENT for span in spans_in(part, words))
    return concept if concept in TIMES and is_timed else None


def _clause(part: str, line: int, concept: str, words: Vocabulary) -> Clause:
    time = read_time(part, line, words) or read_time(_without_labels(part, words), line, words)
    time = time or read_time(_without_remark(part, words), line, words)
    time = time or read_time(without_first_work(part, words), line, words)
    time = time or in_hours_beside(part, line, words) or time_of_urgency(part, line, words)
    if time is not None:
        text = part.strip()
        time = TimeValue(text, line, time.seconds, time.min_seconds, time.calendar)
        return Promised(concept, time)
    is_rhythm = concept.startswith("cadence")
    period = only_period(spans_in(part, words)) if is_rhythm else None
    if period is not None:  # `at once, then every hour`
        return Promised(concept, period.value(part, line))
    first = _first_of_all(part, line, words)
    if first is not None:
        return Promised(concept, first)
    told = rhythm_beside(part, line, words) if is_rhythm else deadline_beside(part, line, words)
    if told is None and concept == ANSWER:
        told = answer_beside(part, line, words)
    if told is not None:
        return Promised(concept, told)
    return Unread(concept, part.strip(), line)


def _first_of_all(part: str, line: int, words: Vocabulary) -> TimeValue | None:
    """`10 minutes, day and night`, `10 minutes - call the mast`: a time in front of remarks; `when
    we can, 2 h at most`: the bound of a wish. Two numbers are two promises."""
    first, *others = ASIDE.split(part)
    pieces = [first, *(piece for piece in others if not are_hours_of_day(piece, words))]
    spans = [span for piece in pieces for span in spans_in(piece, words)]
    numbers = [span for span in spans if span.seconds and not span.now]
    if not others:
        return None
    if len(numbers) > 1:
        return in_working_hours(pieces, line, words)
    bounds = [piece for piece in pieces if _is_bound(piece, words)]
    said = (bounds or pieces)[0]
    return read_time(said, line, words) or read_time(_without_labels(said, words), line, words)


def _is_bound(piece: str, words: Vocabulary) -> bool:
    """`2 h at most`: a number that is named as the longest."""
    return any(span.seconds and Kind.UNDER in span.leads for span in spans_in(piece, words))


def _without_remark(part: str, words: Vocabulary) -> str:
    """`Immediate (page)` without its parenthesis, where that speaks of no time or number."""
    said, inside = trailing_parenthesis(part)
    is_remark = inside is not None and not spans_in(inside, words) and not DIGIT.search(inside)
    return said if is_remark else part


def only_period(spans: Sequence[Span]) -> Span | None:
    """The one repeating time among several, if there is exactly one."""
    periods = [span for span in spans if span.is_period]
    return periods[0] if len(periods) == 1 else None


def _first_rhythm(value: str, words: Vocabulary) -> Span | None:
    """The first of two rhythms that follow each other: `every 30 min until mitigated, then
    hourly`, `30 min, then hourly`."""
    spans = spans_in(value, words)
    first = next((span for span in spans if span.is_period or _is_bare(span)), None)
    later = [span for span in spans if span.is_period and span is not first]
    if first is None or not later or first.start > later[0].start:
        return None
    between = value[first.end : later[0].start]
    return first if words.talk.speaks_of(between, "then") else None


def _is_bare(span: Span) -> bool:
    """`30 min`: a number that nothing leads to; `within 30 min` tells something once."""
    return bool(span.seconds) and not span.now and not span.leads


def _without_labels(part: str, words: Vocabulary) -> str:
    """Blank the words that only name the promise: `response`, `acknowledgment`."""
    letters = list(part)
    for found in words.labels.matches(part):
        concepts = words.labels.phrases[found.group()]
        if set(concepts) & set(TIMES) and not _is_time_word(found.group(), words):
            letters[found.start() : found.end()] = " " * (found.end() - found.start())
    return "".join(letters)


def _is_time_word(phrase: str, words: Vocabulary) -> bool:
    return folded(phrase) in words.time_words.phrases or folded(phrase) in words.units.phrases


@remembered
def sentences(text: str) -> tuple[str, ...]:
    """Cut running text at its full stops; abbreviations before a number stay whole."""
    if STOPS.search(text) is None:
        whole = text.strip()
        return (whole,) if whole else ()
    return tuple(rejoined([part.strip() for part in SENTENCE.split(text) if part.strip()]))

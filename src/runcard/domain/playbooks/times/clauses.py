"""What a labelled value promises: one time, or several with their own names, or nothing sure."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from runcard.domain.playbooks.model import TimeValue
from runcard.domain.playbooks.times.grammar import Span, is_silent, one_promise, read_time, spans_in
from runcard.domain.playbooks.times.tokens import Kind
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import folded

TIMES = ("response", "acknowledge", "resolution", "cadence", "cadence_external")
SLASH = re.compile(r"\s*[/／・]\s*")
SIDES = re.compile(r"\s*[;；、，,]\s*")
COMMA = re.compile(r"\s*[,;，；、]\s*|\s+(?:and|und|et|y|e)\s+")
FEW_SIGNS = 12
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
    concept = words.labels.exactly(label) or words.labels_alone.exactly(label)
    concept = concept or words.labels.find(label)
    return (concept,) if concept else ()


def says_nothing(value: str, words: Vocabulary) -> bool:
    """An empty cell, a dash, `none`."""
    return is_silent(value) or words.unfilled.exactly(value) == "silent"


def read_promises(
    value: str, line: int, concepts: tuple[str, ...], words: Vocabulary
) -> tuple[Clause, ...]:
    """The times a value states for the concepts its label names."""
    if says_nothing(value, words):
        return ()
    if concepts == ("cadence",) and (periods := told_apart(value, line, words)):
        return periods
    if len(concepts) > 1:
        pairs = zip(concepts, SLASH.split(value), strict=False)
        return tuple(_clause(part, line, concept, words) for concept, part in pairs)
    return _named_clauses(value, line, concepts[0], words)


def told_apart(value: str, line: int, words: Vocabulary) -> tuple[Promised, ...]:
    """`every 30 minutes inside; hourly to customers`: one period for each side."""
    found: dict[str, Promised] = {}
    for piece in SIDES.split(value):
        period = only_period(spans_in(piece, words))
        if period is None:
            return ()
        is_outside = words.audiences.find(piece) in {"customers", "public"}
        concept = "cadence_external" if is_outside else "cadence"
        found.setdefault(concept, Promised(concept, period.value(piece, line)))
    return tuple(found.values()) if len(found) > 1 else ()


def _named_clauses(value: str, line: int, concept: str, words: Vocabulary) -> tuple[Clause, ...]:
    """`Immediate response, 15-minute acknowledgment` names each of its times."""
    parts = COMMA.split(value)
    named = [_own_concept(part, words) for part in parts]
    if len(parts) > 1 and all(named) and len(set(named)) == len(parts):
        pairs = zip(parts, named, strict=True)
        return tuple(_clause(part, line, own or concept, words) for part, own in pairs)
    return (_clause(value, line, concept, words),)


def _own_concept(part: str, words: Vocabulary) -> str | None:
    concept = words.labels.find(part)
    return concept if concept in TIMES and spans_in(part, words) else None


def _clause(part: str, line: int, concept: str, words: Vocabulary) -> Clause:
    time = read_time(part, line, words) or read_time(_without_labels(part, words), line, words)
    if time is not None:
        text = part.strip()
        time = TimeValue(text, line, time.seconds, time.min_seconds, time.calendar)
        return Promised(concept, time)
    if concept.startswith("cadence"):
        period = only_period(spans_in(part, words))
        if period is not None:
            return Promised(concept, period.value(part, line))
    return Unread(concept, part.strip(), line)


def only_period(spans: Sequence[Span]) -> Span | None:
    """The one repeating time among several, if there is exactly one."""
    periods = [span for span in spans if span.is_period]
    return periods[0] if len(periods) == 1 else None


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


def promises_in(sentence: str, words: Vocabulary) -> Iterator[tuple[str, str]]:
    """`Start within 15 min`, `Answered within an hour, day and night`, `20分ごとに共有する`: the
    concept that a clause begins with, and the time it states, each in its own clause."""
    for clause in COMMA.split(sentence):
        spans = spans_in(clause, words)
        span = one_promise(spans)
        if span is None or span.leads & {Kind.OVER, Kind.DURING}:
            continue
        said = clause[spans[0].start : spans[-1].end].strip()
        if span.is_period and words.talk.speaks_of(clause, "update"):
            yield "cadence", said
        elif not span.is_period:
            first = replace(span, start=spans[0].start)
            concept = _leading_concept(clause, first, words)
            if concept is not None:
                yield concept, said


def _leading_concept(clause: str, span: Span, words: Vocabulary) -> str | None:
    """The promise named at the head of the clause, or directly behind the time."""
    for found in words.labels.matches(clause):
        concept = words.labels.phrases[found.group()][0]
        near = found.start() <= span.start and not clause[found.end() : span.start].strip(" :：")
        behind = found.start() >= span.end and len(clause) - span.end <= FEW_SIGNS
        if concept in TIMES and ((found.start() == 0 and near) or near or behind):
            return concept
    return None


def sentences(text: str) -> tuple[str, ...]:
    """Cut running text at its full stops; abbreviations before a number stay whole."""
    return tuple(part.strip() for part in SENTENCE.split(text) if part.strip())

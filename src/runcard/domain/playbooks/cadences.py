"""Every statement of how often people are told, wherever it stands."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from runcard.domain.playbooks.blocks import Fence, Outline, Section, prose
from runcard.domain.playbooks.clauses import sentences
from runcard.domain.playbooks.levels import keys_in
from runcard.domain.playbooks.model import Cadence, Severity
from runcard.domain.playbooks.severity_groups import topics
from runcard.domain.playbooks.templates import SPEECH
from runcard.domain.playbooks.times import Span, spans_in
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import plain, untitled

NOT_ABOUT_UPDATES = {"drills", "oncall", "reference"}
TALKING = {"communication", "templates", "war_room"}


@dataclass(frozen=True, slots=True)
class Place:
    """Where a statement stands: what the heading says, what it is about, the levels it names."""

    title: str
    about: frozenset[str]
    keys: tuple[str, ...]
    in_text: bool = False


def cadences_of(
    page: Outline, severities: Sequence[Severity], words: Vocabulary
) -> tuple[Cadence, ...]:
    """The levels' own cadences and all others, by line; a line read twice counts once."""
    found: dict[tuple[int, int | None], Cadence] = {}
    stated = [cadence for cadence, _ in _stated(page, severities, words)]
    for cadence in (*_of_levels(severities), *stated):
        key = (cadence.every.line, cadence.every.seconds)
        if key in found and found[key].keys:
            known = (*found[key].keys, *cadence.keys)
            found[key] = replace(found[key], keys=tuple(dict.fromkeys(known)))
        else:
            found.setdefault(key, cadence)
    return tuple(sorted(found.values(), key=lambda cadence: cadence.every.line))


def general_cadences(
    page: Outline, severities: Sequence[Severity], words: Vocabulary
) -> tuple[Cadence, ...]:
    """Those of running text outside messages, war rooms and runbooks: they hold for a level."""
    special = {"war_room", "runbooks"}
    return tuple(
        cadence
        for cadence, place in _stated(page, severities, words)
        if not place.in_text and not place.about & special
    )


def _of_levels(severities: Sequence[Severity]) -> Iterator[Cadence]:
    for level in severities:
        if level.cadence is not None:
            yield Cadence(level.cadence, level.key, (level.key,))
        if level.cadence_external is not None:
            yield Cadence(level.cadence_external, f"{level.key}, external", (level.key,))


def _stated(
    page: Outline, severities: Sequence[Severity], words: Vocabulary
) -> Iterator[tuple[Cadence, Place]]:
    for section in page.sections:
        place = _place(page, section, severities, words)
        if place.about & NOT_ABOUT_UPDATES:
            continue
        for line in prose(section):
            for sentence in sentences(plain(line.text)):
                for cadence in _in_sentence(sentence, line.line, place, (severities, words)):
                    yield cadence, place
        for block in section.blocks:
            if isinstance(block, Fence):
                inside = replace(place, in_text=True)
                for cadence in _in_fence(block, inside, (severities, words)):
                    yield cadence, inside


def _place(
    page: Outline, section: Section, severities: Sequence[Severity], words: Vocabulary
) -> Place:
    title = plain(untitled(section.title))
    return Place(title, topics(page, section, words), keys_in(title, severities, words))


Known = tuple[Sequence[Severity], Vocabulary]


def _in_sentence(sentence: str, line: int, place: Place, known: Known) -> Iterator[Cadence]:
    severities, words = known
    said = words.talk.all(sentence)
    if "drill" in said:
        return
    spans = spans_in(sentence, words)
    talks = bool(said & {"update", "next"} or place.about & TALKING)
    counted = [span for span in spans if _tells(span, said) and talks]
    for at, span in enumerate(counted):
        until = counted[at + 1].start if at + 1 < len(counted) else len(sentence)
        since = counted[at - 1].end if at else 0
        after = keys_in(sentence[span.end : until], severities, words)
        before = keys_in(sentence[since : span.start], severities, words)
        keys = after or before if len(counted) > 1 else before or after
        yield Cadence(span.value(sentence, line), place.title, keys or place.keys)


def _tells(span: Span, said: frozenset[str]) -> bool:
    """A period or an event; or, after `next update`, any number."""
    if span.calendar == "event":
        return True
    return span.seconds is not None and not span.now and (span.is_period or "next" in said)


def _in_fence(fence: Fence, place: Place, known: Known) -> Iterator[Cadence]:
    """Lines of messages, notes and prose steps; a list under `Cadence:` is about updates."""
    _, words = known
    if fence.lang not in SPEECH:
        return
    listing = False
    for line, text in enumerate(fence.lines, fence.line + 1):
        body = plain(text.strip(" -*"))
        if text.rstrip().endswith((":", "：")):
            listing = words.labels.exactly(body) == "cadence"
            continue
        about = frozenset({"war_room"}) if listing else frozenset[str]()
        yield from _in_sentence(body, line, replace(place, about=about), known)

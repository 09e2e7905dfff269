"""Every statement of how often people are told, wherever it stands."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from runcard.domain.playbooks.levels.columns import is_column_of_periods
from runcard.domain.playbooks.levels.groups import topics
from runcard.domain.playbooks.levels.names import keys_in
from runcard.domain.playbooks.messages.templates import SPEECH
from runcard.domain.playbooks.model import Cadence, CadencePlace, Severity, TimeValue
from runcard.domain.playbooks.page.blocks import Fence, Outline, Section, Table, prose
from runcard.domain.playbooks.times.clauses import only_period, sentences
from runcard.domain.playbooks.times.grammar import Span, spans_in
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import plain, untitled

NOT_ABOUT_UPDATES = {"drills", "oncall", "reference"}
TALKING = {"communication", "templates", "war_room"}
ASKED = re.compile(r"<(?![/!])[^<>\n]{1,80}>")
GENERAL = {CadencePlace.LEVEL, CadencePlace.TEXT}


@dataclass(frozen=True, slots=True)
class Place:
    """Where a statement stands: what the heading says, what it is about, the levels it names."""

    title: str
    about: frozenset[str]
    keys: tuple[str, ...]
    kind: CadencePlace


def cadences_of(severities: Sequence[Severity], said: Sequence[Cadence]) -> tuple[Cadence, ...]:
    """The levels' own cadences and all others, by line; a line read twice counts once."""
    found: dict[tuple[int, int | None, int | None], Cadence] = {}
    for cadence in (*_of_levels(severities), *said):
        key = (cadence.every.line, cadence.every.seconds, cadence.every.min_seconds)
        if key in found and found[key].keys:
            known = (*found[key].keys, *cadence.keys)
            found[key] = replace(found[key], keys=tuple(dict.fromkeys(known)))
        else:
            found.setdefault(key, cadence)
    return tuple(sorted(found.values(), key=lambda cadence: cadence.every.line))


def statements_for(cadences: Sequence[Cadence], level: Severity) -> tuple[Cadence, ...]:
    """What is said of a level itself: in its definition or in running text that names it."""
    return tuple(
        cadence
        for cadence in cadences
        if level.key in cadence.keys and cadence.place in GENERAL and cadence.every.seconds
    )


def driving_cadence(cadences: Sequence[Cadence], level: Severity) -> TimeValue | None:
    """The strictest of what is said of a level: a document that contradicts itself is not trusted
    with the looser word."""
    own = [level.cadence] if level.cadence is not None and level.cadence.seconds else []
    said = [*own, *(cadence.every for cadence in statements_for(cadences, level))]
    return min(said, key=lambda every: every.seconds or 0, default=level.cadence)


def _of_levels(severities: Sequence[Severity]) -> Iterator[Cadence]:
    for level in severities:
        if level.cadence is not None:
            yield Cadence(level.cadence, level.key, (level.key,), CadencePlace.LEVEL)
        if level.cadence_external is not None:
            scope = f"{level.key}, external"
            yield Cadence(level.cadence_external, scope, (level.key,), CadencePlace.EXTERNAL)


def stated_cadences(
    page: Outline, severities: Sequence[Severity], words: Vocabulary
) -> Iterator[Cadence]:
    """Every statement in running text, lists, messages and notes, with the levels it names."""
    for section in page.sections:
        place = _place(page, section, severities, words)
        if place.about & NOT_ABOUT_UPDATES:
            continue
        for line in prose(section):
            for sentence in sentences(plain(line.text)):
                yield from _in_sentence(sentence, line.line, place, (severities, words))
        for block in section.blocks:
            if isinstance(block, Fence):
                yield from _in_fence(block, place, (severities, words))
            elif isinstance(block, Table) and place.about & TALKING:
                yield from _in_table(block, place, (severities, words))


def _place(
    page: Outline, section: Section, severities: Sequence[Severity], words: Vocabulary
) -> Place:
    title = plain(untitled(section.title))
    about = topics(page, section, words)
    kind = CadencePlace.TEXT
    if about & {"runbooks", "war_room"}:
        kind = CadencePlace.RUNBOOK if "runbooks" in about else CadencePlace.WAR_ROOM
    return Place(title, about, keys_in(title, severities, words), kind)


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
        since = max(counted[at - 1].end if at else 0, sentence.rfind(";", 0, span.start))
        after = keys_in(sentence[span.end : until], severities, words)
        before = keys_in(sentence[since : span.start], severities, words)
        keys = after or before if len(counted) > 1 else before or after
        if span.calendar == "event" and len(counted) > 1 and not after:
            continue  # `every hour or when something changes`: the number is the promise
        yield Cadence(span.value(sentence, line), place.title, keys or place.keys, place.kind)


def _in_table(table: Table, place: Place, known: Known) -> Iterator[Cadence]:
    """`Audience | Channel | Frequency` under a heading about communication: a period a row."""
    severities, words = known
    columns = [
        [row.cells[at] if at < len(row.cells) else "" for row in table.rows]
        for at in range(len(table.head.cells))
    ]
    often = [at for at, cells in enumerate(columns) if is_column_of_periods(cells, words)]
    for row, said in zip(table.rows, columns[often[0]], strict=True) if len(often) == 1 else ():
        period = only_period(spans_in(said, words))
        if period is not None and period.seconds is not None:
            keys = keys_in(" ".join(row.cells[: often[0]]), severities, words)
            yield Cadence(period.value(said, row.line), place.title, keys or place.keys, place.kind)


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
    kind = place.kind if place.kind is not CadencePlace.TEXT else CadencePlace.MESSAGE
    for line, text in enumerate(fence.lines, fence.line + 1):
        body = plain(ASKED.sub(" ", text).strip(" -*"))
        if text.rstrip().endswith((":", "：")):
            listing = words.labels.exactly(body) == "cadence"
            continue
        about = frozenset({"war_room"}) if listing else place.about & {"templates"}
        yield from _in_sentence(body, line, replace(place, about=about, kind=kind), known)

"""Values that stand far from a level's definition, joined to it by its key."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from runcard.domain.playbooks.levels.entries import LevelEntry, LevelGroup
from runcard.domain.playbooks.levels.groups import topics
from runcard.domain.playbooks.levels.names import normal_key
from runcard.domain.playbooks.levels.severities import clashes_with, with_times
from runcard.domain.playbooks.levels.statements import block_statements, row_statements
from runcard.domain.playbooks.messages.cadences import driving_cadence
from runcard.domain.playbooks.model import Cadence, CadencePlace, Severity, Text, TimeValue
from runcard.domain.playbooks.page.blocks import Outline
from runcard.domain.playbooks.times.clauses import TIMES, Clash, Promised, Unread, read_promises
from runcard.domain.playbooks.vocabulary import Vocabulary

DEFAULTS = (("communication", "cadence"), ("response_times", "response"), ("severity", "response"))


@dataclass(frozen=True, slots=True)
class Joined:
    """Levels with all their times, what could not be read, and where two places disagree."""

    levels: tuple[Severity, ...]
    unread: tuple[Unread, ...]
    clashes: tuple[Clash, ...]
    reviews: tuple[tuple[str, Text], ...] = ()


def joined(
    severities: Sequence[Severity], others: Sequence[LevelGroup], page: Outline, words: Vocabulary
) -> Joined:
    """Levels with what other lists and tables of the same keys add; of two times the stricter."""
    times: dict[str, dict[str, TimeValue]] = {}
    unread: list[Unread] = []
    for group in others:
        for entry in group.entries:
            for clause in _clauses(entry, group, page, words):
                if isinstance(clause, Unread):
                    unread.append(clause)
                    continue
                for key in entry.head.joined or (entry.head.key,):
                    times.setdefault(normal_key(key), {}).setdefault(clause.concept, clause.time)
    clashes = [
        clash
        for level in severities
        for clash in clashes_with(level, times.get(normal_key(level.key), {}))
    ]
    levels = tuple(with_times(level, times.get(normal_key(level.key), {})) for level in severities)
    reviews = tuple(_reviews(severities, others, words))
    return Joined(only_cadence(levels), tuple(unread), tuple(clashes), reviews)


def _reviews(
    severities: Sequence[Severity], others: Sequence[LevelGroup], words: Vocabulary
) -> Iterator[tuple[str, Text]]:
    """What other lists and tables of the same keys say about reviews."""
    keys = {normal_key(level.key): level.key for level in severities}
    for group in others:
        for entry in group.entries:
            key = keys.get(normal_key(entry.head.key))
            said = [*row_statements(entry, group, words), *block_statements(entry.blocks, words)]
            for statement in said if key is not None else ():
                if key is not None and statement.concepts == ("review",):
                    yield key, Text(statement.text, statement.line)


def only_cadence(levels: Sequence[Severity]) -> tuple[Severity, ...]:
    """Where no second cadence is stated, that for outsiders is the cadence."""
    if any(level.cadence is not None for level in levels):
        return tuple(levels)
    return tuple(
        replace(level, cadence=level.cadence_external, cadence_external=None) for level in levels
    )


def _clauses(
    entry: LevelEntry, group: LevelGroup, page: Outline, words: Vocabulary
) -> Iterator[Promised | Unread]:
    if entry.row is not None:
        for statement in row_statements(entry, group, words):
            if statement.concepts[0] in TIMES:
                yield from read_promises(statement.text, statement.line, statement.concepts, words)
        return
    for statement in block_statements(entry.blocks, words):
        if statement.concepts and statement.concepts[0] in TIMES:
            yield from read_promises(statement.text, statement.line, statement.concepts, words)
    concept = _default(group, page, words)
    if concept is not None and entry.text:
        yield from read_promises(entry.text, entry.line, (concept,), words)


def _default(group: LevelGroup, page: Outline, words: Vocabulary) -> str | None:
    """What a bare `SEV-0: 15 minutes` promises, by the nearest heading that tells."""
    for section in (*page.path(group.where),):
        about = topics(page, section, words)
        for topic, concept in DEFAULTS:
            if topic in about:
                return concept
    return None


def with_cadences(
    severities: Sequence[Severity], cadences: Sequence[Cadence]
) -> tuple[Severity, ...]:
    """Levels without a cadence of their own take the strictest one stated for their key."""
    return tuple(_with_cadence(level, cadences) for level in severities)


def _with_cadence(level: Severity, cadences: Sequence[Cadence]) -> Severity:
    if level.cadence is not None:
        return level
    events = [one.every for one in cadences if level.key in one.keys and _is_general(one)]
    return replace(level, cadence=driving_cadence(cadences, level) or next(iter(events), None))


def _is_general(cadence: Cadence) -> bool:
    return cadence.place is CadencePlace.TEXT

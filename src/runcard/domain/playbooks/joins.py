"""Values that stand far from a level's definition, joined to it by its key."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from runcard.domain.playbooks.blocks import Outline
from runcard.domain.playbooks.clauses import TIMES, Promised, Unread, read_promises
from runcard.domain.playbooks.levels import normal_key
from runcard.domain.playbooks.model import Cadence, Severity, TimeValue
from runcard.domain.playbooks.severities import row_statements, with_times
from runcard.domain.playbooks.severity_groups import LevelEntry, LevelGroup, topics
from runcard.domain.playbooks.vocabulary import Vocabulary

DEFAULTS = (("communication", "cadence"), ("response_times", "response"), ("severity", "response"))


def joined(
    severities: Sequence[Severity], others: Sequence[LevelGroup], page: Outline, words: Vocabulary
) -> tuple[tuple[Severity, ...], tuple[Unread, ...]]:
    """Levels with what other lists and tables of the same keys add; nothing is replaced."""
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
    levels = tuple(with_times(level, times.get(normal_key(level.key), {})) for level in severities)
    return levels, tuple(unread)


def _clauses(
    entry: LevelEntry, group: LevelGroup, page: Outline, words: Vocabulary
) -> Iterator[Promised | Unread]:
    if entry.row is not None:
        for statement in row_statements(entry, group, words):
            if statement.concepts[0] in TIMES:
                yield from read_promises(
                    statement.text, statement.line, statement.concepts, words
                )
        return
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
    mine = [cadence.every for cadence in cadences if level.key in cadence.keys]
    if level.cadence is not None or not mine:
        return level
    return replace(level, cadence=min(mine, key=lambda every: every.seconds or 0))

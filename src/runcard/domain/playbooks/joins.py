"""Values that stand far from a level's definition, joined to it by its key."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from runcard.domain.playbooks.levels.entries import LevelEntry, LevelGroup
from runcard.domain.playbooks.levels.far_texts import with_far_texts
from runcard.domain.playbooks.levels.severities import clashes_with, with_times
from runcard.domain.playbooks.levels.spellings import keys_named_by, spellings
from runcard.domain.playbooks.levels.statements import block_statements, row_statements
from runcard.domain.playbooks.model import Severity, Text, TimeValue
from runcard.domain.playbooks.page.blocks import Outline
from runcard.domain.playbooks.times.clauses import (
    TIMES,
    Clash,
    Promised,
    Unread,
    only_period,
    read_promises,
)
from runcard.domain.playbooks.times.grammar import spans_in
from runcard.domain.playbooks.topics import topics
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
    known = spellings(severities)
    times: dict[str, dict[str, TimeValue]] = {level.key: {} for level in severities}
    unread: list[Unread] = []
    for group in others:
        for entry in group.entries:
            for clause in _clauses(entry, group, page, words):
                if isinstance(clause, Unread):
                    unread.append(clause)
                    continue
                for key in keys_named_by(entry.head, known):
                    times[key].setdefault(clause.concept, clause.time)
    clashes = [clash for level in severities for clash in clashes_with(level, times[level.key])]
    timed = [with_times(level, times[level.key]) for level in severities]
    levels = only_cadence(with_far_texts(timed, others, words))
    reviews = tuple(_reviews(known, others, words))
    return Joined(levels, tuple(unread), tuple(clashes), reviews)


def _reviews(
    known: Mapping[str, str], others: Sequence[LevelGroup], words: Vocabulary
) -> Iterator[tuple[str, Text]]:
    """What other lists and tables of the same keys say about reviews."""
    for group in others:
        for entry in group.entries:
            said = [*row_statements(entry, group, words), *block_statements(entry.blocks, words)]
            texts = [Text(one.text, one.line) for one in said if one.concepts == ("review",)]
            yield from ((key, text) for key in keys_named_by(entry.head, known) for text in texts)


def only_cadence(levels: Sequence[Severity]) -> tuple[Severity, ...]:
    """Where no second cadence is stated, that for outsiders is the cadence."""
    return tuple(
        level
        if level.cadence is not None
        else replace(level, cadence=level.cadence_external, cadence_external=None)
        for level in levels
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
    # A rhythm is read with its side, as any sentence about updates is; but not below `Updates:`,
    # where the sentence itself does not say so.
    is_read = concept == "cadence" and not group.matter
    is_rhythm = is_read and only_period(spans_in(entry.text, words))
    if concept is not None and entry.text and not is_rhythm:
        yield from read_promises(entry.text, entry.line, (concept,), words)


def _default(group: LevelGroup, page: Outline, words: Vocabulary) -> str | None:
    """What a bare `SEV-0: 15 minutes` promises, by the label above or the nearest heading that
    tells."""
    if group.matter:
        return group.matter[0] if group.matter[0] in TIMES else None
    for section in (*page.path(group.where),):
        about = topics(page, section, words)
        for topic, concept in DEFAULTS:
            if topic in about:
                return concept
    return None

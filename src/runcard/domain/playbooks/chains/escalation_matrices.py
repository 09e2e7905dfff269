"""Escalation as a matrix: levels, waits and people, two of them at the edges, one in the cells."""

import re
from collections.abc import Iterator, Sequence

from runcard.domain.playbooks.chains.trouble_tables import trouble_chains
from runcard.domain.playbooks.chains.turn_tables import turn_chains
from runcard.domain.playbooks.levels.names import LevelHead, level_head
from runcard.domain.playbooks.model import ChainStep, EscalationChain, TimeValue
from runcard.domain.playbooks.page.blocks import Row, Table
from runcard.domain.playbooks.people.call_sentences import is_short_name
from runcard.domain.playbooks.people.persons import are_of_people, plays_a_part
from runcard.domain.playbooks.people.rung_leads import is_tier, opens_with_if
from runcard.domain.playbooks.times.clauses import says_nothing
from runcard.domain.playbooks.times.grammar import read_time
from runcard.domain.playbooks.times.waits import delay
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import folded, trailing_parenthesis

# `mate + deputy`, `+ captain`, `plus the owner`.
PLUS = re.compile(r"(?:^|\s{1,4})(?:[+＋]|plus)\s{1,4}|^[+＋]")
FEWEST = 2


def matrix_chains(table: Table, words: Vocabulary) -> Iterator[EscalationChain]:
    """One chain a level, whether the levels are the columns or the rows, and whether the cells hold
    the people or the waits; one for all rows, where they are cases."""
    if turns := [*turn_chains(table, words)]:
        yield from turns
        return
    found = [*_by_columns(table, words), *_by_rows(table, words), *_of_waits(table, words)]
    found = found or [*_of_waits_below(table, words)]
    yield from found or [*_by_cases(table, words)] or trouble_chains(table, words)


def _by_columns(table: Table, words: Vocabulary) -> Iterator[EscalationChain]:
    """`Elapsed | P1 | P2`: the rungs of a level stand below its head."""
    heads = [level_head(cell, words) for cell in table.head.cells[1:]]
    unit = table.head.cells[0] if table.head.cells else ""
    names = [with_unit(row.cells[0], unit, words) if row.cells else "" for row in table.rows]
    if len(heads) < FEWEST or not all(heads) or not _are_rungs(names, words):
        return
    for at, head in enumerate(heads, 1):
        steps = [
            step
            for row, name in _named(table, names)
            for step in _steps(_cell(row, at, words), name, row.line, words)
        ]
        yield from _chain(head, table.head.line, steps)


def with_unit(cell: str, head: str, words: Vocabulary) -> str:
    """`10` below `Minutes` is 10 minutes."""
    is_bare = cell.strip().isdigit() and words.units.exactly(head) is not None
    return f"{cell} {head}" if is_bare else cell


def _named(table: Table, names: Sequence[str]) -> Iterator[tuple[Row, str]]:
    return zip(table.rows, names, strict=True)


def _by_rows(table: Table, words: Vocabulary) -> Iterator[EscalationChain]:
    """`Severity | First | Second (after 15 min)`: the rungs of a level stand beside its key."""
    names = table.head.cells[1:]
    heads = [level_head(row.cells[0], words) if row.cells else None for row in table.rows]
    cases = [_cell(row, 0, words) for row in table.rows]
    are_named = all(heads) or (_are_all_rungs(names, words) and len({*cases, ""}) > len(cases))
    if len(heads) < FEWEST or not are_named or not _are_rungs(names, words):
        return
    for row, head in zip(table.rows, heads, strict=True):
        cells = [_cell(row, at, words) for at in range(1, len(table.head.cells))]
        told = zip(cells, names, strict=True)
        steps = [step for who, name in told for step in _steps(who, name, row.line, words)]
        yield from _chain(head, row.line, steps)


def _of_waits(table: Table, words: Vocabulary) -> Iterator[EscalationChain]:
    """`Severity | Clerk | Foreman | Owner` above `P1 | 5 min | 20 min | -`: whoever has no wait is
    not called for that level."""
    names = table.head.cells[1:]
    heads = [level_head(row.cells[0], words) if row.cells else None for row in table.rows]
    if len(names) < FEWEST or not all(heads) or not all(_is_name(name, words) for name in names):
        return
    cells = [_cell(row, at, words) for row in table.rows for at in range(1, len(names) + 1)]
    told = [cell for cell in cells if cell]
    if len(told) <= len(heads) or not all(_is_moment(cell, words) for cell in told):
        return
    for row, head in zip(table.rows, heads, strict=True):
        waits = [(name, _cell(row, at, words)) for at, name in enumerate(names, 1)]
        steps = tuple(_waited(name, wait, row.line, words) for name, wait in waits if wait)
        if head is not None and steps:
            yield EscalationChain(row.line, ordered=False, steps=steps, keys=head.keys)


def _of_waits_below(table: Table, words: Vocabulary) -> Iterator[EscalationChain]:
    """`Called | P1 | P2` above `Foreman | 5 min | 20 min`: the same, with the levels above."""
    heads = [level_head(cell, words) for cell in table.head.cells[1:]]
    named = [(_cell(row, 0, words), row) for row in table.rows]
    if min(len(heads), len(named)) < FEWEST or not all(heads):
        return
    if not all(_is_name(name, words) for name, _ in named):
        return
    told = [(at, name, row, _cell(row, at, words)) for at in _behind(heads) for name, row in named]
    if not all(_is_moment(cell, words) for _, _, _, cell in told if cell):
        return
    for at, head in enumerate(heads, 1):
        steps = [
            _waited(name, cell, row.line, words)
            for own, name, row, cell in told
            if own == at and cell
        ]
        yield from _chain(head, table.head.line, steps)


def _behind(heads: Sequence[object]) -> range:
    """The columns behind the first."""
    return range(1, len(heads) + 1)


def _is_moment(cell: str, words: Vocabulary) -> bool:
    """`Within 15 min`, `If it stands for an hour`: a time, or a case with one."""
    is_case = opens_with_if(cell, words) and delay(cell, 0, words) is not None
    return is_case or read_time(cell, 0, words) is not None


def _waited(name: str, wait: str, line: int, words: Vocabulary) -> ChainStep:
    return ChainStep(name, line, wait, delay(wait, line, words))


def _by_cases(table: Table, words: Vocabulary) -> Iterator[EscalationChain]:
    """`Trouble | Primary | Escalation (30 min)`: nobody is called in turn before somebody has said
    which trouble it is."""
    names = table.head.cells[1:]
    cases = [_cell(row, 0, words) for row in table.rows]
    if len(names) < FEWEST or not words.columns.speaks_of(names[0], "in_turn"):
        return
    if not all(_passes_on(name, words) for name in names[1:]) or are_of_people(cases, words):
        return
    if any(level_head(case, words) for case in cases):
        return
    steps = tuple(
        _in_case(cell, row.line, case, _wait_of(name, table.head.line, words), words)
        for row, case in zip(table.rows, cases, strict=True)
        for at, name in enumerate(names, 1)
        if (cell := _cell(row, at, words)) and not says_nothing(_bare(cell), words)
    )
    if len(steps) > len(cases):
        yield EscalationChain(table.head.line, ordered=False, steps=steps)


def _in_case(
    cell: str, line: int, case: str, wait: TimeValue | None, words: Vocabulary
) -> ChainStep:
    """`Mate (if the mast is gone)` has a case of its own."""
    who, inside = trailing_parenthesis(cell)
    if inside is not None and opens_with_if(inside, words):
        return ChainStep(who, line, inside, wait)
    return ChainStep(cell, line, case, wait)


def _passes_on(head: str, words: Vocabulary) -> bool:
    return _wait(head, words) or "escalation" in words.about(_bare(head))


def _wait_of(head: str, line: int, words: Vocabulary) -> TimeValue | None:
    """`Owner (1 hour)`: the time alone."""
    inside = trailing_parenthesis(head)[1]
    return delay(inside or head, line, words)


def _is_name(head: str, words: Vocabulary) -> bool:
    """Somebody, and neither a promise nor a level nor a wait."""
    is_other = (
        words.labels.exactly(head) is not None or level_head(head, words) or _wait(head, words)
    )
    is_known = folded(head).strip() in words.columns.phrases
    return (
        is_short_name(head, words) and not is_other and (plays_a_part(head, words) or not is_known)
    )


def _are_all_rungs(names: Sequence[str], words: Vocabulary) -> bool:
    """`First call | Second call (after 10 min)` beside any case there is."""
    return (
        len(names) >= FEWEST
        and all(is_tier(_bare(name), words) or _wait(name, words) for name in names)
        and any(_wait(name, words) for name in names)
    )


def _are_rungs(names: Sequence[str], words: Vocabulary) -> bool:
    """Two at least are waits or numbers of rungs, and half of all."""
    known = [name for name in names if _wait(name, words) or is_tier(_bare(name), words)]
    return len(known) >= FEWEST and 2 * len(known) >= len(names)


def _wait(name: str, words: Vocabulary) -> bool:
    return delay(name, 0, words) is not None


def _bare(name: str) -> str:
    return trailing_parenthesis(name)[0]


def _cell(row: Row, at: int, words: Vocabulary) -> str:
    said = row.cells[at] if at < len(row.cells) else ""
    return "" if says_nothing(said, words) else said


def _steps(cell: str, name: str, line: int, words: Vocabulary) -> Iterator[ChainStep]:
    """The head of the row or column tells when; `mate + deputy` are two, and `+ captain` is called
    besides; a cell that says nothing calls nobody."""
    wait = delay(name, line, words)
    for who in PLUS.split(cell):
        if who.strip():
            yield ChainStep(who.strip(), line, None, wait)


def _chain(
    head: LevelHead | None, line: int, steps: Sequence[ChainStep]
) -> Iterator[EscalationChain]:
    if len(steps) >= FEWEST:
        keys = () if head is None else head.keys
        yield EscalationChain(line, ordered=True, steps=tuple(steps), keys=keys)

"""What the columns of a table of levels are about: by their heads, else by what stands in them."""

from collections.abc import Sequence
from dataclasses import replace

from runcard.domain.playbooks.page.blocks import Row, Table
from runcard.domain.playbooks.times.clauses import TIMES, concepts_of, says_nothing
from runcard.domain.playbooks.times.grammar import read_time, spans_in
from runcard.domain.playbooks.vocabulary import Vocabulary

Concepts = tuple[str, ...]
ORDER = ("response", "resolution")
FEWEST_WORDS = 3


def is_key(head: str, words: Vocabulary) -> bool:
    """Whether the head of a column says that levels stand in it."""
    return words.labels.exactly(head) == "key" or words.columns.exactly(head) == "key"


def with_key_first(table: Table, words: Vocabulary) -> Table:
    """The same table with the column of levels in front."""
    heads = table.head.cells
    named = [at for at, head in enumerate(heads) if is_key(head, words)]
    at = next((at for at in named if at > 0), 0) if named and named[0] != 0 else 0
    if at == 0:
        return table
    rows = tuple(replace(row, cells=_moved(row.cells, at)) for row in table.rows)
    return replace(table, head=replace(table.head, cells=_moved(heads, at)), rows=rows)


def _moved(cells: tuple[str, ...], at: int) -> tuple[str, ...]:
    return (cells[at], *cells[:at], *cells[at + 1 :]) if at < len(cells) else cells


def column_concepts(
    heads: Sequence[str], rows: Sequence[Row], words: Vocabulary
) -> tuple[Concepts, ...]:
    """One entry a column; the first column is the key."""
    known: list[Concepts] = [(), *(concepts_of(head, words) for head in heads[1:])]
    for at in range(1, len(known)):
        if not known[at] and not is_about_others(heads[at], words):
            cells = [row.cells[at] for row in rows if at < len(row.cells)]
            known[at] = _by_content(heads[at], cells, known, words)
    return tuple(known)


def is_about_others(head: str, words: Vocabulary) -> bool:
    """Hours, names and yes-or-no columns are never read by their content."""
    return words.columns.exactly(head) is not None or head.strip().endswith(("?", "？"))


def _by_content(
    head: str, cells: Sequence[str], known: Sequence[Concepts], words: Vocabulary
) -> Concepts:
    taken = {concept for concepts in known for concept in concepts}
    if is_column_of_periods(cells, words):
        is_outside = words.audiences.find(head) in {"customers", "public"}
        concept = "cadence_external" if is_outside else "cadence"
        return () if concept in taken else (concept,)
    if is_column_of_times(cells, words):
        free = [concept for concept in ORDER if concept not in taken]
        return (free[0],) if free and not taken & set(TIMES) - {"cadence"} else ()
    if not taken & {"definition", "examples"} and _is_prose(cells):
        return ("definition",)
    return ()


def is_column_of_times(cells: Sequence[str], words: Vocabulary) -> bool:
    """Most cells are a time and nothing else."""
    said = [cell for cell in cells if not says_nothing(cell, words)]
    times = [cell for cell in said if read_time(cell, 0, words) is not None]
    return len(times) >= 2 and 4 * len(times) >= 3 * len(said)


def is_column_of_periods(cells: Sequence[str], words: Vocabulary) -> bool:
    """Half of the cells say how often."""
    said = [cell for cell in cells if not says_nothing(cell, words)]
    often = [cell for cell in said if any(span.is_period for span in spans_in(cell, words))]
    return bool(often) and 2 * len(often) >= len(said)


def _is_prose(cells: Sequence[str]) -> bool:
    said = [cell for cell in cells if cell.strip()]
    return len(said) >= 2 and sum(len(cell.split()) for cell in said) >= FEWEST_WORDS * len(said)

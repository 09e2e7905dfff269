"""A table that belongs to one level alone: its promises in a row each or as heads of columns, or
what it means and examples of that."""

from collections.abc import Iterator

from runcard.domain.playbooks.levels.entries import Statement
from runcard.domain.playbooks.page.blocks import Table
from runcard.domain.playbooks.times.clauses import TIMES, concepts_of, says_nothing
from runcard.domain.playbooks.times.grammar import spans_in
from runcard.domain.playbooks.vocabulary import Vocabulary

MEANING = [("definition",), ("examples",)]


def table_statements(table: Table, words: Vocabulary) -> Iterator[Statement]:
    """A level's own table: `Response | 15 minutes` in a row each, or the promises as heads above
    one row; a table without a promise is about something else."""
    found: list[Statement] = []
    for name, value, line in _pairs(table, words):
        concepts = concepts_of(name, words)
        if concepts and not says_nothing(value, words):
            found.append(Statement(concepts, value, line))
    if any(said.concepts[0] in TIMES and spans_in(said.text, words) for said in found):
        yield from found


def meanings_in(table: Table, words: Vocabulary) -> Iterator[Statement]:
    """`Criteria | Examples`: the first column is all that the level means, the second has an
    example a row. In any other order or beside other columns, it is about something else."""
    rows = [row for row in table.rows if len(row.cells) == len(MEANING)]
    if not rows or [concepts_of(head, words) for head in table.head.cells] != MEANING:
        return
    meant = [row.cells[0] for row in rows if not says_nothing(row.cells[0], words)]
    if meant:
        yield Statement(MEANING[0], "; ".join(meant), rows[0].line, end_line=rows[-1].line)
    for row in rows:
        if not says_nothing(row.cells[1], words):
            yield Statement(MEANING[1], row.cells[1], row.line)


def _pairs(table: Table, words: Vocabulary) -> Iterator[tuple[str, str, int]]:
    """Name, value and line of everything such a table says; its head may be the first row."""
    heads = table.head.cells
    if len(table.rows) == 1 and not spans_in(" ".join(heads), words):
        row = table.rows[0]
        yield from ((name, cell, row.line) for name, cell in zip(heads, row.cells, strict=False))
    elif len(heads) == 2:
        rows = (table.head, *table.rows) if spans_in(heads[1], words) else table.rows
        yield from ((*row.cells, row.line) for row in rows if len(row.cells) == 2)

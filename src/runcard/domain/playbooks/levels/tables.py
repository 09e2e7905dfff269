"""Levels written as the rows, or the columns, of a table."""

from collections.abc import Iterator

from runcard.domain.playbooks.levels.columns import column_concepts, is_key, with_key_first
from runcard.domain.playbooks.levels.entries import LevelEntry, LevelGroup
from runcard.domain.playbooks.levels.names import LevelHead, free_head, level_head
from runcard.domain.playbooks.model import SeverityForm, Text
from runcard.domain.playbooks.page.blocks import Paragraph, Section, Table, tables
from runcard.domain.playbooks.vocabulary import Vocabulary

PROMISES = {"definition", "examples", "response", "acknowledge", "resolution", "cadence"}


def level_tables(section: Section, words: Vocabulary) -> Iterator[LevelGroup]:
    """Tables with one level a row, or one a column."""
    for found in tables(section):
        table = with_key_first(found, words)
        known = tuple(
            LevelEntry(head, row.line, row=row)
            for row, head in zip(table.rows, _row_heads(table, words), strict=True)
            if head is not None
        )
        if len(known) >= 2 and 2 * len(known) > len(table.rows) and _promises(table, words):
            form = SeverityForm.HTML_TABLE if table.html else SeverityForm.TABLE
            yield LevelGroup(form, table.head.line, known, section, table.head.cells)
        yield from _turned(found, section, words)


def _row_heads(table: Table, words: Vocabulary) -> list[LevelHead | None]:
    """The levels the first cells name; in a column that is called so, any name is one."""
    heads = [level_head(row.cells[0], words) if row.cells else None for row in table.rows]
    unknown = [row for row, head in zip(table.rows, heads, strict=True) if head is None]
    if unknown and table.head.cells and is_key(table.head.cells[0], words):
        return [
            head or (free_head(row.cells[0]) if row.cells else None)
            for row, head in zip(table.rows, heads, strict=True)
        ]
    return heads


def _turned(table: Table, section: Section, words: Vocabulary) -> Iterator[LevelGroup]:
    """A table whose columns are the levels and whose rows are what is promised."""
    heads = [level_head(cell.strip("`* "), words) for cell in table.head.cells[1:]]
    if len(heads) < 2 or not all(heads):
        return
    entries = tuple(
        LevelEntry(head, table.head.line, blocks=(Paragraph(table.head.line, lines),))
        for at, head in enumerate(heads, 1)
        if head is not None
        for lines in [tuple(_turned_lines(table, at))]
        if lines
    )
    if len(entries) == len(heads):
        yield LevelGroup(SeverityForm.TABLE, table.head.line, entries, section, turned=True)


def _turned_lines(table: Table, at: int) -> Iterator[Text]:
    for row in table.rows:
        if at < len(row.cells) and row.cells[at]:
            yield Text(f"**{row.cells[0]}**: {row.cells[at]}", row.line)


def _promises(table: Table, words: Vocabulary) -> bool:
    """A table of levels says something about them; a bare score table does not."""
    heads = frozenset().union(*(words.labels.all(cell) for cell in table.head.cells[1:]))
    return bool(heads & PROMISES) or any(column_concepts(table.head.cells, table.rows, words))

"""Levels written as the rows, or the columns, of a table."""

from collections.abc import Iterator

from runcard.domain.playbooks.levels.columns import column_concepts, is_key, with_key_first
from runcard.domain.playbooks.levels.entries import LevelEntry, LevelGroup
from runcard.domain.playbooks.levels.names import LONGEST_NAME, LevelHead, free_head, level_head
from runcard.domain.playbooks.levels.own_names import marked_head
from runcard.domain.playbooks.model import SeverityForm
from runcard.domain.playbooks.page.blocks import Row, Section, Table, tables
from runcard.domain.playbooks.times.clauses import TIMES
from runcard.domain.playbooks.vocabulary import Vocabulary

FEWEST = 2
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
    heads = [_head_of(row, words) for row in table.rows]
    unknown = [row for row, head in zip(table.rows, heads, strict=True) if head is None]
    are_named = not any(sign.isdigit() for row in unknown for sign in "".join(row.cells[:1]))
    are_kinds = are_named and len(unknown) == len(heads) and not _is_timed(table, words)
    are_kinds = are_kinds or 2 * sum(map(_is_sentence, unknown)) > len(heads)
    if unknown and not are_kinds and table.head.cells and is_key(table.head.cells[0], words):
        return [
            head or (free_head(row.cells[0], words) if row.cells else None)
            for row, head in zip(table.rows, heads, strict=True)
        ]
    return heads


def _head_of(row: Row, words: Vocabulary) -> LevelHead | None:
    if not row.cells:
        return None
    return marked_head(row.cells[0], words) or level_head(row.cells[0], words)


def _is_sentence(row: Row) -> bool:
    """What is told of an alert below `Urgency` names no level."""
    return len(row.cells[0]) > LONGEST_NAME if row.cells else False


def _is_timed(table: Table, words: Vocabulary) -> bool:
    """Whether a column promises by when or how often: `Class | What it looks like` above names that
    nobody knows for levels is a list of kinds of trouble."""
    return any(words.labels.all(cell) & set(TIMES) for cell in table.head.cells[1:])


def _turned(table: Table, section: Section, words: Vocabulary) -> Iterator[LevelGroup]:
    """A table whose columns are the levels and whose rows are what is promised: on its side, it is
    a table like any other."""
    heads = [level_head(cell.strip("`* "), words) for cell in table.head.cells]
    levels = [(at, head) for at, head in enumerate(heads) if head is not None and at > 0]
    if len(levels) < FEWEST or levels[-1][0] - levels[0][0] >= len(levels):
        return
    first = levels[0][0]
    columns = ("", *(" ".join(row.cells[:first]) for row in table.rows))
    entries = tuple(
        LevelEntry(head, table.head.line, row=_on_its_side(table, at)) for at, head in levels
    )
    if not any(level_head(column, words) for column in columns):
        form = SeverityForm.TABLE
        yield LevelGroup(form, table.head.line, entries, section, columns, turned=True)


def _on_its_side(table: Table, at: int) -> Row:
    """One column as a row, each cell with the line it stands in."""
    cells = [row.cells[at] if at < len(row.cells) else "" for row in table.rows]
    lines = [row.line for row in table.rows]
    head = table.head
    return Row(head.line, (head.cells[at], *cells), lines=(head.line, *lines))


def _promises(table: Table, words: Vocabulary) -> bool:
    """A table of levels says something about them; a bare score table does not."""
    heads = frozenset().union(*(words.labels.all(cell) for cell in table.head.cells[1:]))
    return bool(heads & PROMISES) or any(column_concepts(table.head.cells, table.rows, words))

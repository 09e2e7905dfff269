"""Tables on their side: a person or a rung a column, and what is said of each a row."""

from dataclasses import replace

from runcard.domain.playbooks.page.blocks import Row, Table
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import folded

FEWEST = 2
WAYS = {"phone", "email"}
RUNG = {"who", "when"}
ABOUT_PEOPLE = frozenset({"who", "when", "phone", "email", "value", "person"})


def upright(table: Table, words: Vocabulary) -> Table:
    """The table with a row for each column, where the first cells of its rows are heads: `Phone`,
    `Mail`; or `Who`, `When`. Any other table stays as it is."""
    names = [row.cells[0] if row.cells else "" for row in table.rows]
    about = [_concepts(name, words) for name in names]
    told = frozenset[str]().union(*about)
    is_turned = len(names) >= FEWEST and all(about) and (told & WAYS or told >= RUNG)
    if not is_turned or _concepts(table.head.cells[0], words):
        return table
    width = min(len(row.cells) for row in table.rows)
    columns = range(1, min(width, len(table.head.cells)))
    head = replace(table.head, cells=(table.head.cells[0], *names))
    return replace(table, head=head, rows=tuple(_column(table, at) for at in columns))


def _column(table: Table, at: int) -> Row:
    """One column as a row; the line of each cell is where it stands."""
    cells = (table.head.cells[at], *(row.cells[at] for row in table.rows))
    lines = (table.head.line, *(row.line for row in table.rows))
    return Row(lines[1], cells, lines=lines)


def _concepts(cell: str, words: Vocabulary) -> frozenset[str]:
    return ABOUT_PEOPLE & set(words.columns.phrases.get(folded(cell).strip(), ()))

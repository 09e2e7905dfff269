"""Roles in the rows of a table: who they are, and what the columns say of them."""

from collections.abc import Iterator

from runcard.domain.playbooks.model import Role
from runcard.domain.playbooks.page.addresses import holds_addresses
from runcard.domain.playbooks.page.blocks import Table
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import folded, slug


def role_rows(table: Table, words: Vocabulary) -> Iterator[Role]:
    """One role a row: its name, and the other cells by the heads of their columns."""
    heads = table.head.cells
    if not heads or "who" not in concepts_of_head(heads[0], words):
        return
    for row in table.rows:
        if row.cells and row.cells[0]:
            pairs = zip(heads[1:], row.cells[1:], strict=False)
            attributes = tuple((slug(head), cell) for head, cell in pairs if cell)
            yield Role(row.cells[0], row.line, (), attributes)


def defines_roles(table: Table, words: Vocabulary) -> bool:
    """A column of duties says what the people of a table are there for, whatever else it holds;
    under a heading about roles a table without addresses does so, too."""
    return duty_column(table, words) is not None or not holds_addresses(table, words)


def duty_column(table: Table, words: Vocabulary) -> int | None:
    """The column that tells what each one does."""
    for at, head in enumerate(table.head.cells):
        if at > 0 and "duty" in concepts_of_head(head, words):
            return at
    return None


def concepts_of_head(head: str, words: Vocabulary) -> tuple[str, ...]:
    """What the head of a column may mean."""
    return words.columns.phrases.get(folded(head).strip(), ())

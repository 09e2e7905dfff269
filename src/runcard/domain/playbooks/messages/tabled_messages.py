"""Messages that stand in quotation marks in the cells of a table, one a row.

`| SEV1 | Mail | Within 2 hours | "The ovens are cold." |`: the first cell is the name of the
message, a cell with a wait says by when it goes out.
"""

from collections.abc import Iterator

from runcard.domain.playbooks.messages.listed_messages import IN_QUOTES
from runcard.domain.playbooks.model import Text
from runcard.domain.playbooks.nouns.message import Message
from runcard.domain.playbooks.page.blocks import Row, Section, Table, tables
from runcard.domain.playbooks.times.grammar import spans_in
from runcard.domain.playbooks.times.tokens import Kind
from runcard.domain.playbooks.vocabulary import Vocabulary

TALKING = {"templates", "communication"}
FEWEST = 2
FEWEST_WORDS = 3
PAIR = 2


def tabled_messages(section: Section, words: Vocabulary) -> Iterator[Message]:
    """Those of the tables of three columns or more that have a column for what is said."""
    for table in tables(section):
        at = _column_of_words(table, words) if len(table.head.cells) > PAIR else None
        for row in table.rows if at is not None else ():
            if at is not None and _is_quoted(row, at):
                head = f"**{row.cells[0]}** {_wait(row, at, words)}".rstrip()
                yield Message((row.cells[at],), row.line, Text(head, row.line), quoted=True)


def _column_of_words(table: Table, words: Vocabulary) -> int | None:
    """The one below a word for messages that holds quotations in half of its rows, two at least."""
    for at, head in enumerate(table.head.cells):
        quoted = sum(_is_quoted(row, at) for row in table.rows)
        is_most = quoted >= FEWEST and 2 * quoted >= len(table.rows)
        if at > 0 and is_most and words.about(head) & TALKING:
            return at
    return None


def _is_quoted(row: Row, at: int) -> bool:
    """Some words between quotation marks, and nothing else."""
    cell = row.cells[at] if at < len(row.cells) else ""
    return IN_QUOTES.fullmatch(cell) is not None and len(cell.split()) >= FEWEST_WORDS


def _wait(row: Row, beside: int, words: Vocabulary) -> str:
    """The first cell that says until when."""
    for at, cell in enumerate(row.cells):
        leads = [span.leads for span in spans_in(cell, words) if not span.is_period]
        if at != beside and any({Kind.UNDER, Kind.AFTER} & one for one in leads):
            return cell
    return ""

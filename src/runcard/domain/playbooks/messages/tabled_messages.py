"""Messages that stand in the cells of a table, one a row.

`| SEV1 | Mail | Within 2 hours | "The ovens are cold." |`: the first cell is the name of the
message, a cell with a wait says by when it goes out.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from runcard.domain.playbooks.messages.listed_messages import IN_QUOTES
from runcard.domain.playbooks.messages.placeholders import placeholders_in
from runcard.domain.playbooks.model import Text
from runcard.domain.playbooks.nouns.message import Message
from runcard.domain.playbooks.page.blocks import Row, Section, Table, tables
from runcard.domain.playbooks.times.grammar import spans_in
from runcard.domain.playbooks.times.tokens import Kind
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import plain

TALKING = {"templates", "communication"}
FEWEST = 2
FEWEST_WORDS = 3
IN_CODE = re.compile(r"\s*`([^`]{1,600})`\s*")


def tabled_messages(section: Section, words: Vocabulary) -> Iterator[Message]:
    """Those of the tables that have a column for what is said."""
    for table in tables(section):
        for at, head in enumerate(table.head.cells):
            if at > 0 and (words.about(head) & TALKING or _is_wording(head, words)):
                yield from _messages_below(_without_code(table, at), at, words)


def _is_wording(head: str, words: Vocabulary) -> bool:
    """`Text`, beside the moments of messages."""
    return words.letters.exactly(plain(head)) == "wording"


def _without_code(table: Table, column: int) -> Table:
    """What is to be copied may stand in code, and is said like a quotation."""
    coded = [IN_CODE.fullmatch(row.cells[column]) for row in table.rows if column < len(row.cells)]
    if len(coded) < len(table.rows) or not all(coded):
        return table
    rows = [
        replace(row, cells=(*row.cells[:column], code.group(1), *row.cells[column + 1 :]))
        for row, code in zip(table.rows, coded, strict=True)
        if code is not None
    ]
    return replace(table, rows=tuple(rows))


def _messages_below(table: Table, at: int, words: Vocabulary) -> Iterator[Message]:
    """Quotations in half of the rows, two at least; or all rows, where each is a sentence and one
    asks for something: the others are sent as they stand, without marks."""
    said = [row for row in table.rows if _is_quoted(row, at)]
    if len(said) < FEWEST or 2 * len(said) < len(table.rows):
        said = [row for row in table.rows if _is_sentence(row, at)]
        if len(said) < max(FEWEST, len(table.rows)) or not _asks(said, at, words):
            return
    for row in said:
        head = f"**{row.cells[0]}** {_wait(row, at, words)}".rstrip()
        yield Message((row.cells[at],), row.line, Text(head, row.line), quoted=True)


def _asks(rows: Sequence[Row], at: int, words: Vocabulary) -> bool:
    return any(placeholders_in((row.cells[at],), row.line, words) for row in rows)


def _is_sentence(row: Row, at: int) -> bool:
    """Some words, which are no quotation of a part alone."""
    return at < len(row.cells) and len(row.cells[at].split()) >= FEWEST_WORDS


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

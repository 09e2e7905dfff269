"""Steps as rows of a table, `| 1 | Shut the gate |`, and parts, `| Contain | Shut the gate |`."""

import re
from collections.abc import Sequence

from runcard.domain.playbooks.page.blocks import Row, Table
from runcard.domain.playbooks.procedures.part_names import own_name, part_name
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import folded, plain

COUNTED = re.compile(r"^\W{0,3}(?:[^\W\d_]{1,12}\s{1,3})?(\d{1,2})\W{0,3}$")
FEWEST = 2
PROOF = "verification"


def step_rows(table: Table, words: Vocabulary) -> Sequence[Row]:
    """All rows, where the first column counts them from one and a head tells that they are steps:
    `Action` above what is done, or `Step` above the numbers, unless it is people who are called."""
    is_in_turn = len(table.rows) >= FEWEST and all(
        _number_of(row) == number for number, row in enumerate(table.rows, 1)
    )
    return table.rows if is_in_turn and _tells_of_steps(table, words) else ()


def _number_of(row: Row) -> int | None:
    found = COUNTED.match(plain(row.cells[0])) if row.cells and all(row.cells[:FEWEST]) else None
    return int(found.group(1)) if found is not None else None


def _tells_of_steps(table: Table, words: Vocabulary) -> bool:
    first, *others = [folded(plain(cell)).strip() for cell in table.head.cells]
    if any(_is_doing(one, words) for one in others):
        return True
    is_call = any("who" in words.columns.phrases.get(one, ()) for one in others)
    return bool(others) and "phase" in words.columns.phrases.get(first, ()) and not is_call


def _is_doing(head: str, words: Vocabulary) -> bool:
    return words.labels.exactly(head) == "action" or words.parts.exactly(head) is not None


def part_rows(table: Table, words: Vocabulary) -> Sequence[tuple[str, Row]]:
    """Each row with the part that its first cell names, where two of them are known and the others
    stand below a head that tells of steps: `Confirm`, `Contain`, `Repair`, `Verify`."""
    rows = [row for row in table.rows if len(row.cells) >= FEWEST and all(row.cells[:FEWEST])]
    names = [part_name(plain(row.cells[0]), words) for row in rows]
    if len({name for name in names if name is not None}) < FEWEST:
        return ()
    known = [(_unless_proved_later(at, names), row) for at, row in enumerate(rows)]
    return [
        (name or own_name(plain(row.cells[0]), words), row)
        for name, row in known
        if name is not None or is_of_steps(table, words)
    ]


def is_of_steps(table: Table, words: Vocabulary) -> bool:
    """`Step`, `Phase` above the first column."""
    first = folded(plain(table.head.cells[0])).strip()
    return "phase" in words.columns.phrases.get(first, ())


def _unless_proved_later(at: int, names: Sequence[str | None]) -> str | None:
    """`Confirm` above rows that end in `Verify` makes sure of the trouble, and not of the cure."""
    is_first_proof = names[at] == PROOF and PROOF in names[at + 1 :]
    return None if is_first_proof else names[at]

"""A table of pipes in its canonical form: one space around a cell, columns under one another."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from markdown_it.token import Token

WIDEST = 160
NARROWEST = 3
RULES = {
    "text-align:left": (":", ""),
    "text-align:right": ("", ":"),
    "text-align:center": (":", ":"),
}
ZERO_WIDTH = {"Mn", "Me", "Cf"}


@dataclass(frozen=True, slots=True)
class Cells:
    """One row as read: its line, and its cells as written."""

    line: int
    cells: tuple[str, ...]


def aligned_table(tokens: Sequence[Token]) -> dict[int, tuple[str, ...]] | None:
    """New words for each line of a table, by line; None where a cell cannot be written safely."""
    rows, rules = _read(tokens)
    if not rows or any(_is_delicate(cell) for row in rows for cell in row.cells):
        return None
    widths = [
        max(NARROWEST, *(width_of(_escaped(row.cells[at])) for row in rows if at < len(row.cells)))
        for at in range(len(rules))
    ]
    if sum(widths) + NARROWEST * len(widths) > WIDEST:
        widths = [NARROWEST for _ in widths]
    written: dict[int, tuple[str, ...]] = {row.line: (_row(row, widths),) for row in rows}
    written[rows[0].line + 1] = (_rule(rules, widths),)
    return written


def width_of(text: str) -> int:
    """How many columns a text takes on a screen of fixed width."""
    return sum(_width(sign) for sign in text)


def _width(sign: str) -> int:
    if unicodedata.category(sign) in ZERO_WIDTH:
        return 0
    return 2 if unicodedata.east_asian_width(sign) in {"W", "F"} else 1


def _read(tokens: Sequence[Token]) -> tuple[list[Cells], list[str]]:
    rows: list[Cells] = []
    rules: list[str] = []
    for token in tokens:
        if token.type == "tr_open":
            rows.append(Cells((token.map or [0])[0] + 1, ()))
        elif token.type == "inline" and rows:
            rows[-1] = Cells(rows[-1].line, (*rows[-1].cells, token.content))
        elif token.type == "th_open":
            rules.append(str(token.attrGet("style") or ""))
    return rows, rules


def _is_delicate(cell: str) -> bool:
    """Backslashes beside pipes, and pipes that only stand unescaped in code."""
    return "\\|" in cell or "\n" in cell or cell.endswith("\\")


def _escaped(cell: str) -> str:
    return cell.strip().replace("|", "\\|")


def _row(row: Cells, widths: Sequence[int]) -> str:
    cells = [*map(_escaped, row.cells), *[""] * (len(widths) - len(row.cells))]
    pairs = zip(cells, widths, strict=False)
    padded = [cell + " " * (width - width_of(cell)) for cell, width in pairs]
    return f"| {' | '.join(padded)} |"


def _rule(rules: Sequence[str], widths: Sequence[int]) -> str:
    cells = []
    for rule, width in zip(rules, widths, strict=True):
        left, right = RULES.get(rule, ("", ""))
        cells.append(left + "-" * (width - len(left) - len(right)) + right)
    return f"| {' | '.join(cells)} |"

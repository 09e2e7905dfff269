"""A table written in HTML, read without a browser: rows, cells, and the lists inside them."""

import re

from runcard.domain.playbooks.page.blocks import Row, Table
from runcard.domain.playbooks.words import plain, without_tags

ROW = re.compile(r"<tr\b", re.IGNORECASE)
CELL = re.compile(r"<t([dh])\b([^<>]*)>", re.IGNORECASE)
BULLET = re.compile(r"<li\b[^<>]*>", re.IGNORECASE)
END_OF_CELL = re.compile(r"</t[dh]\s*>", re.IGNORECASE)
NESTED = re.compile(r"<[uo]l\b", re.IGNORECASE)
BOLD = re.compile(r"</?(?:b|strong)\b[^<>]*>", re.IGNORECASE)
SPAN = re.compile(r"colspan", re.IGNORECASE)


def read_html_table(text: str, first_line: int) -> Table | None:
    """The first table of a piece of HTML; a row that spans columns is a remark, not a row."""
    start = text.lower().find("<table")
    if start < 0:
        return None
    rows = [_row(piece, line) for piece, line in _row_pieces(text, start, first_line)]
    kept = [row for row in rows if row is not None and row.cells]
    if not kept:
        return None
    return Table(kept[0].line, kept[0], tuple(kept[1:]), html=True)


def _row_pieces(text: str, start: int, first_line: int) -> list[tuple[str, int]]:
    places = [found.start() for found in ROW.finditer(text, start)]
    ends = [*places[1:], len(text)]
    line, before, pieces = first_line, 0, []
    for at, end in zip(places, ends, strict=False):
        line += text.count("\n", before, at)
        before = at
        pieces.append((text[at:end], line))
    return pieces


def _row(piece: str, line: int) -> Row | None:
    opened = list(CELL.finditer(piece))
    if any(SPAN.search(cell.group(2)) for cell in opened):
        return None
    ends = [cell.start() for cell in opened[1:]] + [len(piece)]
    raw = [piece[cell.end() : end] for cell, end in zip(opened, ends, strict=False)]
    raw = [END_OF_CELL.split(content)[0] for content in raw]
    lines = _lines(piece, [cell.start() for cell in opened], line)
    bullets = tuple(bullet for content in raw for bullet in _bullets(content))
    listed = next((at for at, content in zip(lines, raw, strict=True) if _bullets(content)), line)
    cells = tuple(_words(content) for content in raw)
    return Row(lines[0] if lines else line, cells, bullets, lines, listed)


def _lines(piece: str, places: list[int], line: int) -> tuple[int, ...]:
    """The line on which each cell begins."""
    found: list[int] = []
    before = 0
    for at in places:
        line += piece.count("\n", before, at)
        before = at
        found.append(line)
    return tuple(found)


def _words(content: str) -> str:
    """The cell's own words, without the list it may hold."""
    return plain(without_tags(BOLD.sub("**", NESTED.split(content)[0])))


def _bullets(content: str) -> tuple[str, ...]:
    return tuple(plain(without_tags(piece)) for piece in BULLET.split(content)[1:])

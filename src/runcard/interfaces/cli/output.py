"""How results leave: lines for people, one JSON document for programs, notes on stderr."""

import json
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields, is_dataclass
from datetime import date, datetime, timedelta
from enum import Enum
from typing import Any

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from runcard.interfaces.cli.invocation import Invocation

MARKS = {"✓": "green", "▲": "yellow", "✕": "red"}


@dataclass(frozen=True, slots=True)
class Output:
    """Where a command says what it found and what it did."""

    as_json: bool
    quiet: bool

    def result(self, data: object, lines: Iterable[str]) -> None:
        """What was asked for, on stdout."""
        if self.as_json:
            sys.stdout.write(json.dumps(data, default=plain, ensure_ascii=False, indent=2) + "\n")
        else:
            self.lines(lines)

    def lines(self, lines: Iterable[str]) -> None:
        """Lines for people; the mark at the beginning of a line gets its colour."""
        console = Console(file=sys.stdout, highlight=False, soft_wrap=True)
        for line in lines:
            console.print(coloured(line))

    def note(self, words: str) -> None:
        """Progress and advice, on stderr, unless quiet."""
        if not self.quiet:
            Console(file=sys.stderr, highlight=False, soft_wrap=True).print(coloured(words))


def output(asked: Invocation) -> Output:
    """The output that the call asks for."""
    return Output(asked.as_json, asked.quiet)


def amount(count: int, word: str) -> str:
    """`1 file`, `2 files`."""
    return f"{count} {word}" if count == 1 else f"{count} {word}s"


def coloured(line: str) -> Text:
    shown = Text(line)
    start = len(line) - len(line.lstrip())
    if line[start : start + 1] in MARKS:
        shown.stylize(MARKS[line[start]], start, start + 1)
    return shown


def columns(rows: Sequence[Sequence[str]], *, indent: str = "") -> list[str]:
    """Rows as aligned lines; wide characters count for the two cells they take."""
    if not rows:
        return []
    widths = [max(cell_len(cell) for cell in column) for column in zip(*rows, strict=True)]
    return [indent + aligned(row, widths).rstrip() for row in rows]


def aligned(row: Sequence[str], widths: Sequence[int]) -> str:
    pairs = zip(row, widths, strict=True)
    return "  ".join(cell + " " * (width - cell_len(cell)) for cell, width in pairs)


def plain(value: Any) -> object:
    """What JSON does not know: nouns, words of a closed set, moments, spans, sets and paths."""
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: getattr(value, field.name) for field in fields(value)}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, timedelta):
        return value.total_seconds()
    if isinstance(value, frozenset | set):
        return sorted(value, key=str)
    return str(value)

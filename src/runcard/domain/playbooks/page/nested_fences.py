"""Fences that hold a fence of the same length: a page's form with a command in it.

By the letter of Markdown the inner one ends the outer. Whoever wrote it means them nested, so they
are read so wherever both end.
"""

import re
from collections.abc import Iterator, Sequence

MARK = re.compile(r"^([\s>]*)(`{3,}|~{3,})\s*([\w.+-]*)[^`]*$")
# What is told to be text may quote a fence; a program does not.
TEXTS = {"", "markdown", "md", "mdx", "text", "txt", "plaintext"}
LONGER = 2  # signs more, than which the inner marks are shorter
MOST_LINES = 2000  # of one fence


def as_meant(lines: Sequence[str]) -> list[str]:
    """The lines with longer marks around each fence that holds another."""
    meant = list(lines)
    for first, last in nests(lines):
        for at in (first, last):
            meant[at] = MARK.sub(_longer, lines[at])
    return meant


def _longer(found: re.Match[str]) -> str:
    """The same mark, with more of its signs."""
    indent, mark, _ = found.groups()
    return f"{indent}{mark}{mark[0] * LONGER}{found.group()[found.end(2) :]}"


def nests(lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The first and the last line, from 0, of each fence that holds another of its length."""
    at = 0
    while at < len(lines):
        opening = MARK.match(lines[at])
        if opening is None:
            at += 1
            continue
        end = _end_of(lines, at, opening)
        if end is None:
            at = _first_close(lines, at, opening)
        else:
            yield at, end
            at = end
        at += 1


def _end_of(lines: Sequence[str], first: int, opening: re.Match[str]) -> int | None:
    """Where a fence of text ends that holds others; None where it holds none, or one of them never
    ends."""
    if opening.group(3).lower() not in TEXTS:
        return None
    depth, holds = 1, False
    for at in range(first + 1, min(len(lines), first + MOST_LINES)):
        mark = MARK.match(lines[at])
        if mark is None or mark.group(2) != opening.group(2):
            continue
        if mark.group(3):
            depth, holds = depth + 1, True
        else:
            depth -= 1
        if not depth:
            return at if holds else None
        if depth > 2:  # an outer one that was never closed, before all that follow
            return None
    return None


def _first_close(lines: Sequence[str], first: int, opening: re.Match[str]) -> int:
    """The line that ends a fence by the letter; the last of the page if none does."""
    for at in range(first + 1, len(lines)):
        mark = MARK.match(lines[at])
        if mark and mark.group(2).startswith(opening.group(2)) and not mark.group(3):
            return at
    return len(lines)

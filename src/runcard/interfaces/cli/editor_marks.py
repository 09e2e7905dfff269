"""Findings as an editor shows them. What an editor needs of a finding is read in this file only."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from runcard.domain.playbooks.model import Finding, Grade, Playbook

PASTED = ("**", "#", "<!--")
"""How a fix begins that is a line of a document, not advice."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A place and what is said of it; columns count from 1, the end not included."""

    line: int
    first: int
    last: int
    grade: Grade
    code: str
    message: str
    hint: str


def marks_of(playbook: Playbook) -> tuple[Mark, ...]:
    """Every finding at the words it is about, or at its whole line."""
    return tuple(_mark(found, playbook.lines) for found in playbook.findings)


def _mark(found: Finding, lines: Sequence[str]) -> Mark:
    line = min(max(found.line, 1), len(lines))
    text = lines[line - 1]
    whole = (len(text) - len(text.lstrip()) + 1, max(len(text.rstrip()), 1) + 1)
    first, last = found.columns or whole
    return Mark(line, first, last, found.grade, found.code, found.message, hint_of(found))


def hint_of(found: Finding) -> str:
    """The line to write instead, or advice in words."""
    return found.fix


def lines_to_paste(mark: Mark, playbook: Playbook) -> Iterator[str]:
    """The lines that a fix would put below its place: only where they are whole Markdown, and only
    below a heading, so that nothing is torn apart."""
    is_line = mark.hint.startswith(PASTED) and "…" not in mark.hint
    if is_line and mark.line in {one.line for one in playbook.headings}:
        yield from mark.hint.splitlines()

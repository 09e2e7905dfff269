"""The commands of a part of a runbook, each with what is said above it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from runcard.domain.commands.shell_lines import Whole
from runcard.domain.playbooks.nouns.appendix import FencedBlock
from runcard.domain.playbooks.nouns.procedures import Part
from runcard.domain.playbooks.page.blocks import Fence
from runcard.domain.playbooks.procedures.fences import commands_in

AROUND = {"begin", "commit", "rollback", "end", "exit", "quit", "set -e", "date"}
# `from shop.models import Order` at a prompt of Python.
IMPORTS = re.compile(r"^\s*(?:from\s+[\w.]{1,120}\s+)?import\s+[\w.,* ]{1,200}$")
LONGEST_GROUP = 40  # lines that one remark is about
LONGEST = 400
CLOSE_BY = 3

Fences = Mapping[int, tuple[Fence, FencedBlock]]


@dataclass(frozen=True, slots=True)
class Step:
    """A command with the remarks above it, the line above its fence, and whether it is alone."""

    command: Whole
    remarks: tuple[str, ...]
    above: str
    is_alone: bool

    @property
    def remark(self) -> str:
        return " ".join(self.remarks)


def steps_of(part: Part, fences: Fences, lines: Sequence[str]) -> Iterator[Step]:
    """In the order of its fences, without what only opens or closes a session."""
    for line in part.fences:
        if line in fences:
            fence, block = fences[line]
            commands = [
                command
                for command in commands_in(fence, block.kind)
                if command.text.strip().lower() not in AROUND and not IMPORTS.match(command.text)
            ]
            before = reversed(lines[max(0, line - 1 - CLOSE_BY) : line - 1])
            above = next((text for text in before if text.strip()), "")[:LONGEST]
            for command in commands:
                remarks = _remarks_above(fence, command.line)
                yield Step(command, remarks, above, len(commands) == 1)


def _remarks_above(fence: Fence, line: int) -> tuple[str, ...]:
    """The comments that a group of commands stands under."""
    at = line - fence.line - 2
    top = max(at - LONGEST_GROUP, -1)
    while at > top and fence.lines[at].strip() and not _is_remark(fence.lines[at]):
        at -= 1
    said: list[str] = []
    while at > top and _is_remark(fence.lines[at]):
        said.insert(0, fence.lines[at].strip(" #-"))
        at -= 1
    return tuple(said)


def _is_remark(line: str) -> bool:
    return line.lstrip().startswith(("#", "--"))

"""Lists in a fence: steps to take, entries, and boxes to tick."""

import re
from collections.abc import Sequence

from runcard.domain.commands.told_lists import are_entries
from runcard.domain.playbooks.nouns.appendix import FenceKind
from runcard.domain.playbooks.words import margin_of

STEP = re.compile(r"^\s*(?:step\s+)?\d{1,2}[.):]\s+(?:\[[ xX]?\]\s+)?(\S.*)$", re.IGNORECASE)
# `└─ tell Ada` below a step: drawn, and an entry of a list all the same.
BULLET = re.compile(r"^\s*(?:[-*•]|[├└][─-]+)\s+(?!\[[ xX]?\]\s)\S")
BOX = re.compile(r"^\s*(?:(?:[-*+]|\d{1,2}[.)])\s+)?(?:\[[ xX]?\]|[□☐☑☒])\s+\S")
FEWEST = 2


def listed_kind(lines: Sequence[str]) -> FenceKind | None:
    """What most lines of a fence without commands are, if they are a list."""
    boxes = sum(1 for line in lines if BOX.match(line))
    steps = sum(1 for line in lines if STEP.match(line) and not BOX.match(line))
    bullets = sum(1 for line in lines if BULLET.match(line))
    if boxes >= FEWEST and (boxes >= steps + bullets or _all_outer(lines, BOX)):
        return FenceKind.CHECKLIST
    is_list = 2 * (steps + bullets) >= len(lines)
    if steps + bullets >= FEWEST and is_list:
        return FenceKind.PROSE_STEPS
    return FenceKind.PROSE_STEPS if _all_outer(lines, STEP) else None


def listed_in_a_shell(lines: Sequence[str]) -> FenceKind | None:
    """The same of a fence that is tagged as a shell, whose remarks are left out: nothing else may
    stand in it, but below steps that are most of it."""
    if len(lines) >= FEWEST and all(BOX.match(line) for line in lines):
        return FenceKind.CHECKLIST
    steps = [line for line in lines if STEP.match(line)]
    is_most = len(steps) >= FEWEST and 2 * len(steps) > len(lines)
    others = [line for line in lines if not STEP.match(line)]
    is_told = is_most or are_entries(others) or _all_outer(lines, STEP)
    return FenceKind.PROSE_STEPS if is_told else None


def are_mostly_boxes(lines: Sequence[str]) -> bool:
    """`- [ ] the gate is shut` below `Before the feast:`, whatever language the tag names."""
    boxes = sum(1 for line in lines if BOX.match(line))
    return boxes >= FEWEST and 2 * boxes > len(lines)


def are_mostly_steps(lines: Sequence[str]) -> bool:
    """`1. Stop the mill.` below `First:`, in a fence whose tag says that it holds settings."""
    steps = sum(1 for line in lines if STEP.match(line))
    return steps >= FEWEST and 2 * steps > len(lines)


def _all_outer(lines: Sequence[str], mark: re.Pattern[str]) -> bool:
    """`1. Stop the mill`, and below each what belongs to it, further in."""
    margin = min(map(margin_of, lines), default=0)
    outer = [line for line in lines if not line[margin : margin + 1].isspace()]
    return len(outer) >= FEWEST and all(mark.match(line) for line in outer)

"""What follows the last level of a page and belongs to none: `Gold contracts: 4 h to restore.`"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from runcard.domain.playbooks.levels.entries import LevelEntry
from runcard.domain.playbooks.page.blocks import Block, Item, Paragraph, label_of

FEWEST = 2


def without_afterword(entries: Sequence[LevelEntry]) -> tuple[LevelEntry, ...]:
    """The last level keeps as many paragraphs as the longest of the others, and none behind its
    list where the others end in theirs; what comes then is about all, or about something else."""
    if len(entries) < FEWEST:
        return tuple(entries)
    *others, last = entries
    behind = _behind_a_list(last)
    if behind is not None and all(_is_list_last(entry) for entry in others):
        last = replace(last, blocks=last.blocks[:behind])
        entries = (*others, last)
    most = max(len(_further(entry)) for entry in others)
    further = _further(last)
    if len(further) <= most:
        return tuple(entries)
    return (*others, replace(last, blocks=last.blocks[: further[most]]))


def _behind_a_list(entry: LevelEntry) -> int | None:
    """The place of the first paragraph of plain words directly behind a list."""
    for at, (above, below) in enumerate(pairwise(entry.blocks), 1):
        if isinstance(above, Item) and isinstance(below, Paragraph) and _is_free(below):
            return at if label_of(below.lines[0].text) is None else None
    return None


def _is_list_last(entry: LevelEntry) -> bool:
    return bool(entry.blocks) and isinstance(entry.blocks[-1], Item)


def _further(entry: LevelEntry) -> list[int]:
    """The places of its paragraphs, less the one that goes on directly below its name."""
    return [
        at
        for at, block in enumerate(entry.blocks)
        if _is_free(block) and block.line > entry.line + 1
    ]


def _is_free(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.quote is None and not block.in_item

"""What follows the last level of a page and belongs to none: `Gold contracts: 4 h to restore.`"""

from collections.abc import Sequence
from dataclasses import replace

from runcard.domain.playbooks.levels.entries import LevelEntry
from runcard.domain.playbooks.page.blocks import Block, Paragraph

FEWEST = 2


def without_afterword(entries: Sequence[LevelEntry]) -> tuple[LevelEntry, ...]:
    """The last level keeps as many paragraphs as the longest of the others; what comes behind them
    is about all levels, or about something else."""
    if len(entries) < FEWEST:
        return tuple(entries)
    *others, last = entries
    most = max(len(_further(entry)) for entry in others)
    further = _further(last)
    if len(further) <= most:
        return tuple(entries)
    return (*others, replace(last, blocks=last.blocks[: further[most]]))


def _further(entry: LevelEntry) -> list[int]:
    """The places of its paragraphs, less the one that goes on directly below its name."""
    return [
        at
        for at, block in enumerate(entry.blocks)
        if _is_free(block) and block.line > entry.line + 1
    ]


def _is_free(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.quote is None and not block.in_item

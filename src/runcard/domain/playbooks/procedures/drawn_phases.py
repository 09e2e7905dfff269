"""A process as a small picture: numbered boxes in a fence, each with what it asks for."""

import re
from collections.abc import Iterator
from dataclasses import replace

from runcard.domain.playbooks.model import Item, ItemKind, Phase
from runcard.domain.playbooks.page.blocks import Fence, Section
from runcard.domain.playbooks.procedures.phase_words import is_phase_word
from runcard.domain.playbooks.procedures.windows import timebox_of
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import trailing_parenthesis

FRAME = " \t│┃║|"
BOX = re.compile(r"^\d{1,2}[.):]\s+(\S.*)$")
ENTRY = re.compile(r"^[-*•]\s+(\S.*)$")
DRAWN = re.compile(r"[│┃║┌└▼↓]")
FEWEST = 3


def drawn_phases(section: Section, words: Vocabulary) -> tuple[Phase, ...]:
    """`1. DETECT` above `- read the alarm`, in boxes below one another; most of them are called by
    a word of what phases are for."""
    for block in section.blocks:
        if isinstance(block, Fence) and any(DRAWN.search(line) for line in block.lines):
            phases = tuple(_boxes(block, words))
            meant = sum(1 for one in phases if is_phase_word(one.title, words))
            if len(phases) >= FEWEST and 2 * meant > len(phases):
                return phases
    return ()


def _boxes(fence: Fence, words: Vocabulary) -> Iterator[Phase]:
    phase: Phase | None = None
    for line, text in enumerate(fence.lines, fence.line + 1):
        bare = text.strip(FRAME)
        head, entry = BOX.match(bare), ENTRY.match(bare)
        if head is not None:
            if phase is not None:
                yield phase
            phase = _phase(head.group(1), line, words)
        elif entry is not None and phase is not None:
            asked = Item(entry.group(1), line, ItemKind.BULLET)
            phase = replace(phase, items=(*phase.items, asked))
    if phase is not None:
        yield phase


def _phase(text: str, line: int, words: Vocabulary) -> Phase:
    title, inside = trailing_parenthesis(text.strip())
    timebox = timebox_of(inside, line, words) if inside else None
    return Phase(title, line, timebox, qualifier=None if timebox else inside)

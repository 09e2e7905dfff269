"""Fences that show something with arrows and boxes."""

import re
from collections.abc import Sequence

from runcard.domain.playbooks.page.addresses import REAL
from runcard.domain.playbooks.page.addresses import kind_of as kind_of_address
from runcard.domain.playbooks.page.blocks import label_of
from runcard.domain.playbooks.people.arrows import ARROW
from runcard.domain.playbooks.procedures.fenced_lists import BOX, STEP
from runcard.domain.playbooks.times.grammar import spans_in
from runcard.domain.playbooks.vocabulary import Vocabulary

BOX_DRAWING = re.compile(r"[│┃├└┌┐┘┤▼▲↓]|^\s*[|v](?:\s+[|v])*\s*$")
SETTING = re.compile(r"^\s*[A-Za-z_][\w.]*\s*=\s*\S")
FEWEST = 2


def is_drawn(lines: Sequence[str], words: Vocabulary) -> bool:
    """Arrows or boxes, and neither numbered sentences nor a way through menus."""
    listed = (line for line in lines if STEP.match(line) and not _runs_on(line))
    if any(listed) or any(BOX.match(line) for line in lines):
        return False
    if any(map(_runs_on, lines)) and sum(map(_stands_out, lines)) == 1:
        return True
    boxes = sum(1 for line in lines if BOX_DRAWING.search(line))
    arrows = sum(1 for line in lines if ARROW.search(line))
    if boxes < FEWEST and _are_directions(lines, words):
        return False
    return boxes >= 2 or (arrows >= 1 and 2 * (arrows + boxes) >= len(lines))


def _runs_on(line: str) -> bool:
    """`1. Smell → 2. Look → 3. Ring`: stages with their numbers, side by side."""
    pieces = ARROW.split(line)
    return len(pieces) > FEWEST and all(STEP.match(piece) for piece in pieces)


def _stands_out(line: str) -> bool:
    """Not further in: what is remarked below a stage stands in brackets or below its name."""
    return not line[:1].isspace()


def _are_directions(lines: Sequence[str], words: Vocabulary) -> bool:
    """`Panel → Valves → Log` and `Look for: red rows`: the way to a page and what to do there; a
    time or an address behind the colon is a property of what is drawn."""
    others = [line.strip() for line in lines if not ARROW.search(line)]
    labels = [label_of(line) for line in others if not SETTING.match(line)]
    said = [one.value for one in labels if one is not None and one.value]
    are_properties = any(
        spans_in(value, words) or kind_of_address(value, words) in REAL for value in said
    )
    return bool(others) and len(said) == len(labels) and not are_properties

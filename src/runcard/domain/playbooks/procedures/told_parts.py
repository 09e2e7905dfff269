"""Lists whose entries are the parts of a repair: `1. Contain: …`, `2. Diagnose: …`, `- Fix: …`."""

from collections.abc import Sequence

from runcard.domain.playbooks.page.blocks import Block, Item, Label, label_of
from runcard.domain.playbooks.procedures.part_names import (
    DOING,
    KNOWN_PARTS,
    own_name,
    part_name,
)
from runcard.domain.playbooks.procedures.part_walk import Walk
from runcard.domain.playbooks.procedures.rating_labels import is_aside
from runcard.domain.playbooks.procedures.signs import is_sign
from runcard.domain.playbooks.vocabulary import Vocabulary

FEWEST = 2
FEWEST_COUNTED = 3
# Told beside the repair: whom it is told to, and what comes after it.
BESIDE = {"review", "escalation", "communication", "contacts"}
PARTS = KNOWN_PARTS | DOING


def lists_of_parts(blocks: Sequence[Block], words: Vocabulary) -> frozenset[int]:
    """The lists of which every entry begins with a label, and enough labels name a part. A number
    in front counts steps, unless nearly all of them do so."""
    outer: dict[int, list[Item]] = {}
    for block in blocks:
        if isinstance(block, Item) and block.depth == 1:
            outer.setdefault(block.list_line, []).append(block)
    return frozenset(line for line, items in outer.items() if _are_parts(items, words))


def _are_parts(items: Sequence[Item], words: Vocabulary) -> bool:
    labels = [label_of(item.text) for item in items]
    names = [label.name for label in labels if label is not None]
    if len(names) < len(items) or all(label and label.stands_alone for label in labels):
        return False
    known = [name for one in names if (name := _part_told(one, words)) in PARTS]
    if items[0].numbered or items[0].box:
        are_plain = not any(label and label.bold for label in labels)
        is_nearly_all = FEWEST_COUNTED * len(known) > FEWEST * len(names)
        return are_plain and is_nearly_all and len(set(known)) >= FEWEST_COUNTED
    others = [one for one in names if is_sign(one, words) or is_aside(one, words)]
    is_most = 2 * (len(known) + len(others)) > len(names)
    return bool(known) and is_most and len({*known, *(["sign"] if others else [])}) >= FEWEST


def _part_told(label: str, words: Vocabulary) -> str | None:
    """`Recovery time` is told beside the repair."""
    return None if is_aside(label, words) else part_name(label, words)


def take_told(walk: Walk, item: Item, name: str | None, words: Vocabulary) -> None:
    """An entry of such a list: what is said behind the name of a part is a step of it."""
    label = label_of(item.text)
    if label is None:
        return
    if walk.is_sign(label.name, words):
        walk.in_symptoms, walk.name = True, None
    elif name is not None and not is_aside(label.name, words):
        walk.open(name, item.line)
        _count_value(walk, item, label)
    elif not label.value:
        walk.open(own_name(label.name, words), item.line)
    elif not (is_aside(label.name, words) or words.about(label.name) & BESIDE):
        if label.bold:
            walk.open(own_name(label.name, words), item.line)
        _count_value(walk, item, label)


def _count_value(walk: Walk, item: Item, label: Label) -> None:
    if label.value and walk.name is not None:
        walk.count_item(item)

"""Runbooks that are entries of a list, with the names of their parts nested in them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from runcard.domain.playbooks.model import Text
from runcard.domain.playbooks.page.blocks import Block, Fence, Item, Label, Paragraph, label_of
from runcard.domain.playbooks.procedures.part_names import part_name
from runcard.domain.playbooks.procedures.signs import is_symptoms
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import plain

FEWEST = 2
OUTER = 2
ENDS = " :："


def names_its_parts(below: Sequence[Block], words: Vocabulary) -> bool:
    """`- Check` and `- Fix: swap it` in an entry: two at least, one of them a part."""
    names = [_label(block).name for block in below if _is_outer(block)]
    parts = {name for one in names if (name := part_name(one, words)) is not None}
    signs = {one for one in names if is_symptoms(one, words)}
    return bool(parts) and len(parts | signs) >= FEWEST


def lifted(below: Sequence[Block], words: Vocabulary) -> tuple[Block, ...]:
    """What is nested in the entry as it would stand below a heading: names as labels in bold."""
    return tuple(_lifted(below, words)) if names_its_parts(below, words) else tuple(below)


def _lifted(below: Sequence[Block], words: Vocabulary) -> Iterator[Block]:
    for block in below:
        if isinstance(block, Fence):
            yield replace(block, in_item=False)
        elif not isinstance(block, Item):
            yield block
        elif _is_outer(block) and _is_name(_label(block), words):
            label = _label(block)
            said = Text(f"**{label.name}:** {label.value}".rstrip(), block.line)
            yield Paragraph(block.line, (said,))
        else:
            yield replace(block, depth=max(1, block.depth - 1))


def _is_outer(block: Block) -> bool:
    return isinstance(block, Item) and block.depth == OUTER


def _is_name(label: Label, words: Vocabulary) -> bool:
    """A part, the signs, or anything with something behind its colon."""
    is_known = part_name(label.name, words) is not None or is_symptoms(label.name, words)
    return is_known or bool(label.value)


def _label(block: Block) -> Label:
    """What an entry begins with, also where nothing but the name stands there."""
    text = block.text if isinstance(block, Item) else ""
    return label_of(text) or Label(plain(text).strip(ENDS), "", bold=False)

"""What a phase asks for: the entries of its lists, and of fences that are lists themselves."""

import re
from collections.abc import Iterator, Mapping

from runcard.domain.playbooks.model import Item as PhaseItem
from runcard.domain.playbooks.model import ItemKind
from runcard.domain.playbooks.nouns.appendix import FencedBlock, FenceKind
from runcard.domain.playbooks.page.blocks import Fence, Item, Section, label_of
from runcard.domain.playbooks.words import plain

STEP_LINE = re.compile(
    r"^\s*((?:step\s+)?\d+[.):]|[-*•]|[├└][─-]+|(?=[\[□☐☑☒]))\s*"
    r"(\[[ xX]?\]\s+|[□☐☑☒]\s+)?(?<=\s)(.+)$",
    re.IGNORECASE,
)
LISTS = {FenceKind.PROSE_STEPS, FenceKind.CHECKLIST}
Fences = Mapping[int, FencedBlock]


def items_of(section: Section, fences: Fences) -> Iterator[PhaseItem]:
    """Entries of lists, and the lines of fences that hold nothing but sentences."""
    for block in section.blocks:
        if isinstance(block, Item):
            yield PhaseItem(_title_of(block), block.line, item_kind(block))
        elif isinstance(block, Fence):
            found = fences.get(block.line)
            if found is not None and found.kind in LISTS:
                yield from _prose_steps(block)


def _title_of(item: Item) -> str:
    """`**Rotate the keys:**` as a title above its entries is named without its colon."""
    label = label_of(item.text)
    is_inside = item.text.rstrip(" *_").endswith((":", "："))
    is_title = label is not None and label.stands_alone and is_inside and item.text[-1:] in "*_"
    return label.name if label is not None and is_title else plain(item.text)


def item_kind(item: Item) -> ItemKind:
    if item.box:
        return ItemKind.CHECKBOX
    return ItemKind.STEP if item.numbered else ItemKind.BULLET


def _prose_steps(fence: Fence) -> Iterator[PhaseItem]:
    """A fence of numbered sentences is a list of steps, whatever its tag says."""
    for line, text in enumerate(fence.lines, fence.line + 1):
        match = STEP_LINE.match(text)
        if match is not None:
            yield PhaseItem(plain(match.group(3)), line, _line_kind(match))


def _line_kind(match: re.Match[str]) -> ItemKind:
    if match.group(2):
        return ItemKind.CHECKBOX
    return ItemKind.STEP if match.group(1)[-2:-1].isdigit() else ItemKind.BULLET

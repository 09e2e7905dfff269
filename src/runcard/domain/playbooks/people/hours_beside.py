"""Lists of hours beside lists of numbers, as `Turnos y teléfonos` and `Rota and numbers` hold."""

import re
from collections.abc import Sequence
from dataclasses import replace

from runcard.domain.playbooks.page.addresses import TOKEN, is_placeholder, kind_of
from runcard.domain.playbooks.page.blocks import Block, Item, Paragraph, Section, label_of
from runcard.domain.playbooks.vocabulary import Vocabulary

FROM_TO = re.compile(
    r"\d{1,2}(?:[:.h]\d{2}|\s?(?:[ap]m|h|uhr))?"
    r"\s*(?:[-–—~〜]|to|till|until|bis|à|a|às|e|alle|tot|do)"
    r"\s*(?:翌[日朝]?|次日|第二天|익일)?\s*\d{1,2}(?:[:.h]\d{2}|\s?(?:[ap]m|h|uhr)\b)",
    re.IGNORECASE,
)


def without_hours(section: Section, words: Vocabulary, *, is_duty: bool) -> Section:
    """The section without the lists in which nobody has an address, where its heading is about
    duty or a sentence with hours stands directly above."""
    above: Block | None = None
    lists: dict[int, list[Item]] = {}
    led: set[int] = set()
    for block in section.blocks:
        if isinstance(block, Item):
            if block.list_line not in lists and _tells_hours(above):
                led.add(block.list_line)
            lists.setdefault(block.list_line, []).append(block)
        above = block
    hours = {
        at
        for at, entries in lists.items()
        if (is_duty or at in led) and not reaches_somebody(entries, words)
    }
    if not hours:
        return section
    kept = tuple(one for one in section.blocks if not _is_in(one, hours))
    return replace(section, blocks=kept)


def _tells_hours(above: Block | None) -> bool:
    return isinstance(above, Paragraph) and FROM_TO.search(above.lines[-1].text) is not None


def _is_in(block: Block, lists: set[int]) -> bool:
    return isinstance(block, Item) and block.list_line in lists


def reaches_somebody(entries: Sequence[Item], words: Vocabulary) -> bool:
    """Whether one entry of a list has an address of any kind behind its name, or a gap for it."""
    labels = [label_of(item.text) for item in entries]
    values = [label.value for label in labels if label is not None]
    return any(kind_of(one, words) != "none" or _is_a_gap(one, words) for one in values)


def _is_a_gap(value: str, words: Vocabulary) -> bool:
    return TOKEN.fullmatch(value.strip()) is not None and is_placeholder(value, words)

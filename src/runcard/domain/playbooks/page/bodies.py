"""The lists of a section, every entry with its body: what is nested in it."""

from collections.abc import Sequence

from runcard.domain.playbooks.page.blocks import Block, Item, Section, items

Entries = list[tuple[Item, tuple[Block, ...]]]


def items_with_bodies(section: Section) -> list[Entries]:
    """The outer lists of a section; every entry with what is nested in it."""
    return lists_of(items(section), 1)


def lists_of(entries: Sequence[Item], depth: int) -> list[Entries]:
    """Those of one depth, apart where another list begins."""
    found: list[Entries] = []
    last = -1
    for item in entries:
        if item.depth != depth:
            if found:
                outer, body = found[-1][-1]
                found[-1][-1] = (outer, (*body, item))
        elif item.list_line == last:
            found[-1].append((item, ()))
        else:
            found.append([(item, ())])
            last = item.list_line
    return found

"""Headings that stand below several neighbours alike: parts of each of them, and no chapter."""

from collections import defaultdict
from collections.abc import Collection

from runcard.domain.playbooks.page.blocks import Outline, Section
from runcard.domain.playbooks.words import folded, trailing_parenthesis, untitled, without_emoji

TITLE = 1
FEWEST = 2


def recurring(page: Outline) -> frozenset[int]:
    """`### Steps` below `## Keys leaked` and again below `## Site down`; by their places."""
    alike: defaultdict[tuple[int, str], list[Section]] = defaultdict(list)
    for one in page.sections:
        if one.parent is not None and one.level > TITLE:
            above = page.sections[one.parent].parent
            if above is not None:
                alike[above, bare_title(one)].append(one)
    return frozenset(
        one.index
        for found in alike.values()
        if len({one.parent for one in found}) >= FEWEST
        for one in found
    )


def has_recurring(page: Outline, section: Section, again: Collection[int]) -> bool:
    """`Flood runbook` above parts that stand below its neighbours, too, is one and no list."""
    return any(child.index in again for child in page.children(section))


def bare_title(section: Section) -> str:
    """A heading without its number, picture and parenthesis, to be compared."""
    bare = trailing_parenthesis(without_emoji(untitled(section.title)))[0]
    return folded(bare).strip(" .:")

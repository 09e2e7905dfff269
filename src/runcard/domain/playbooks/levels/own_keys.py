"""The keys by which a document names its own levels: what is surely one of them anywhere in it."""

from runcard.domain.playbooks.levels.groups import level_groups
from runcard.domain.playbooks.levels.mentions import normal_key
from runcard.domain.playbooks.levels.names import LevelHead, level_head
from runcard.domain.playbooks.page.blocks import Outline, Section, tables
from runcard.domain.playbooks.page.kept import kept_with_page
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import untitled

FEWEST = 2


@kept_with_page
def own_keys(page: Outline, words: Vocabulary) -> frozenset[str]:
    """Those of the place that defines the levels."""
    defining = next(iter(level_groups(page, words)), None)
    heads = [entry.head for entry in defining.entries] if defining is not None else []
    return frozenset(normal_key(key) for head in heads if not head.worded for key in head.keys)


def is_surely_level(head: LevelHead | None, page: Outline, words: Vocabulary) -> bool:
    """By a word that means nothing else, as in `P1`; or `Class 1`, where that is a level here."""
    if head is None:
        return False
    keys = {normal_key(key) for key in head.keys}
    return head.sure or (not head.worded and keys <= own_keys(page, words))


def lists_levels(page: Outline, section: Section, words: Vocabulary) -> bool:
    """`SEV1`, `SEV2` as headings or rows directly below it: whatever its own name, it defines."""
    below = [level_head(untitled(one.title), words) for one in page.children(section)]
    rows = [
        [level_head(row.cells[0], words) for row in table.rows if row.cells]
        for table in tables(section)
    ]
    return any(
        len({one.key for one in heads if one and is_surely_level(one, page, words)}) >= FEWEST
        for heads in (below, *rows)
    )

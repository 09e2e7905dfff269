"""Troubles in headings that begin with their level: `P1: Oven cold` beside `P1: Mixer stuck`."""

from collections.abc import Sequence, Set

from runcard.domain.playbooks.levels.entries import LevelGroup
from runcard.domain.playbooks.levels.groups import level_groups
from runcard.domain.playbooks.levels.names import level_head
from runcard.domain.playbooks.levels.own_keys import is_surely_level
from runcard.domain.playbooks.page.blocks import Outline, Section
from runcard.domain.playbooks.page.kept import kept_with_page
from runcard.domain.playbooks.procedures.trouble_files import tells_of_trouble
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import folded, untitled

FEWEST = 2


@kept_with_page
def rated_troubles(page: Outline, words: Vocabulary) -> frozenset[int]:
    """The places of headings beside each other that begin with a level, each with another name.
    Among them a level comes twice and one tells of a trouble: a list of levels names each of them
    once; or most tell of troubles, and the levels are defined elsewhere, by other names."""
    chapters = [one for one in page.sections if one.level >= FEWEST]
    found = [one for chapter in chapters for one in _rated(page, page.children(chapter), words)]
    return frozenset(one.index for one in found)


def _rated(page: Outline, beside: Sequence[Section], words: Vocabulary) -> Sequence[Section]:
    heads = [(one, level_head(untitled(one.title), words)) for one in beside]
    sure = [(one, head) for one, head in heads if is_surely_level(head, page, words)]
    rated = [(one, head) for one, head in sure if head is not None and head.name]
    keys, names = {head.key for _, head in rated}, {head.name or "" for _, head in rated}
    told = [name for name in names if tells_of_trouble(name, words)]
    if len(names) < len(rated) or not told:
        return []
    defined = next(iter(level_groups(page, words)), None)
    is_most = len(told) >= FEWEST and 2 * len(told) > len(names)
    is_again = len(keys) < len(rated)
    is_case = is_again or (is_most and _is_elsewhere(defined, beside, names))
    return [one for one, _ in rated] if is_case else []


def _is_elsewhere(defined: LevelGroup | None, beside: Sequence[Section], names: Set[str]) -> bool:
    """`SEV1 | Critical` in a table, and `SEV1: Oven cold` in a chapter on what is done."""
    if defined is None:
        return False
    lines = {one.line for one in beside}
    said = {folded(entry.head.name) for entry in defined.entries if entry.head.name}
    return not lines & {one.line for one in defined.entries} and not said & {*map(folded, names)}

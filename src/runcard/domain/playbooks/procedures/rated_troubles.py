"""Troubles in headings that begin with their level: `P1: Oven cold` beside `P1: Mixer stuck`."""

from collections.abc import Sequence

from runcard.domain.playbooks.levels.names import level_head
from runcard.domain.playbooks.page.blocks import Outline, Section
from runcard.domain.playbooks.page.kept import kept_with_page
from runcard.domain.playbooks.procedures.trouble_files import tells_of_trouble
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import untitled

FEWEST = 2


@kept_with_page
def rated_troubles(page: Outline, words: Vocabulary) -> frozenset[int]:
    """The places of headings beside each other among which a level comes twice, with another name
    each time, and one tells of a trouble: a list of levels names each of them once."""
    chapters = (one for one in page.sections if one.level >= FEWEST)
    found = (one for chapter in chapters for one in _rated(page.children(chapter), words))
    return frozenset(one.index for one in found)


def _rated(beside: Sequence[Section], words: Vocabulary) -> Sequence[Section]:
    heads = [(one, level_head(untitled(one.title), words)) for one in beside]
    rated = [(one, head) for one, head in heads if head is not None and head.sure and head.name]
    keys, names = {head.key for _, head in rated}, {head.name for _, head in rated}
    are_different = len(keys) < len(rated) == len(names)
    is_told = any(tells_of_trouble(name or "", words) for name in names)
    return [one for one, _ in rated] if are_different and is_told else []

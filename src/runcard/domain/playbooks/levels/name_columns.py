"""A column of a table of levels that names them, though its head says that it tells what they mean:
`Impact` above `No boats at all` beside `Description`."""

from collections.abc import Sequence

from runcard.domain.playbooks.levels.names import level_head
from runcard.domain.playbooks.vocabulary import Vocabulary

MOST_WORDS = 3
FEWEST = 2


def are_names(
    keys: Sequence[str], cells: Sequence[str], meanings: Sequence[str], words: Vocabulary
) -> bool:
    """A few words each, where another column tells at more length what each means and the keys
    have no names of their own."""
    heads = [level_head(key, words) for key in keys]
    are_bare = all(head is not None and head.name is None and not head.worded for head in heads)
    are_short = all(0 < len(cell.split()) <= MOST_WORDS for cell in cells)
    told = zip(cells, meanings, strict=False)
    are_longer = all(len(one.split()) >= FEWEST * len(cell.split()) for cell, one in told)
    return len(set(cells)) == len(cells) >= FEWEST and are_bare and are_short and are_longer

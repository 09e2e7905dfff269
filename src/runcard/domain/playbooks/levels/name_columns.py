"""A column of a table of levels that names them, though its head says that it tells what they mean:
`Impact` above `No boats at all` beside `Description`; or though it says nothing of the kind:
`Severity` above `Critical` behind `Priority` above `P1`."""

from collections.abc import Sequence

from runcard.domain.playbooks.levels.names import level_head, rank_of
from runcard.domain.playbooks.times.grammar import spans_in
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import without_emoji

MOST_WORDS = 3
FEWEST = 2
MOST_WORDS_OF_A_TITLE = 6


def are_names(
    keys: Sequence[str], cells: Sequence[str], meanings: Sequence[str], words: Vocabulary
) -> bool:
    """A few words each, where another column tells at more length what each means and the keys
    have no names of their own."""
    are_bare = _are_bare(keys, words)
    are_short = all(0 < len(cell.split()) <= MOST_WORDS for cell in cells)
    told = zip(cells, meanings, strict=False)
    are_longer = all(len(one.split()) >= FEWEST * len(cell.split()) for cell, one in told)
    return len(set(cells)) == len(cells) >= FEWEST and are_bare and are_short and are_longer


def are_ranks(keys: Sequence[str], cells: Sequence[str], words: Vocabulary) -> bool:
    """`Critical`, `High`, `Low`: different steps of a ladder beside keys without a name."""
    ranks = [rank_of(without_emoji(cell.strip("*` ")), words) for cell in cells]
    are_steps = None not in ranks and len(set(cells)) == len(cells) == len(keys) >= FEWEST
    return are_steps and _are_bare(keys, words)


def are_titles(keys: Sequence[str], cells: Sequence[str], words: Vocabulary) -> bool:
    """`Severity` above `Critical` or `Money is wrong`, behind `Level` above `P1`: a few words each,
    all different, no time and no key among them, beside keys without a name."""
    said = [cell.strip("*` ") for cell in cells]
    are_short = all(0 < len(cell.split()) <= MOST_WORDS_OF_A_TITLE for cell in said)
    are_timed = any(spans_in(cell, words) for cell in said)
    are_coded = any((head := level_head(cell, words)) and not head.worded for cell in said)
    are_all = len(set(said)) == len(said) == len(keys) >= FEWEST
    return are_all and are_short and not are_timed and not are_coded and _are_bare(keys, words)


def _are_bare(keys: Sequence[str], words: Vocabulary) -> bool:
    heads = [level_head(key, words) for key in keys]
    return all(head is not None and head.name is None and not head.worded for head in heads)

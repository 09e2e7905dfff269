"""Columns of those who are called in turn, `Priority | Primary | Secondary`, beside levels."""

from collections.abc import Sequence

from runcard.domain.playbooks.levels.entries import LevelGroup
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import folded, plain

FEWEST = 2


def turns_among(heads: Sequence[str], words: Vocabulary) -> frozenset[int]:
    """The columns, two at least, that hold who is called first and who next."""
    said = [words.columns.phrases.get(folded(plain(head)).strip(), ()) for head in heads]
    found = frozenset(at for at, known in enumerate(said) if at > 0 and "in_turn" in known)
    return found if len(found) >= FEWEST else frozenset()


def only_says_whom(group: LevelGroup, words: Vocabulary) -> bool:
    """A table of sure levels and of people in turn, and of nothing else: where no other place
    lists the levels, it does."""
    are_sure = len(group.entries) >= FEWEST and all(one.head.sure for one in group.entries)
    others = set(range(1, len(group.columns)))
    return are_sure and bool(others) and turns_among(group.columns, words) == others

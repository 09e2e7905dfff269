"""Levels known by what they promise: each entry of a list says how soon it is answered, whatever
the list is called and its entries are named.

`Class A: floor down. Respond at once.`, and so on to the last.
"""

from runcard.domain.playbooks.levels.entries import LevelEntry, LevelGroup
from runcard.domain.playbooks.levels.statements import statements_of
from runcard.domain.playbooks.times.clauses import TIMES
from runcard.domain.playbooks.times.grammar import spans_in
from runcard.domain.playbooks.vocabulary import Vocabulary

FEWEST = 3


def are_all_answered(group: LevelGroup, words: Vocabulary) -> bool:
    """Each of three or more promises a time; by different ones, and not for those who answer."""
    if len(group.entries) < FEWEST or any(_is_somebody(one, words) for one in group.entries):
        return False
    promised = [_promised(entry, group, words) for entry in group.entries]
    return all(promised) and len(set(promised)) > 1


def _promised(entry: LevelEntry, group: LevelGroup, words: Vocabulary) -> tuple[str, ...]:
    """The words that promise the times of a level."""
    return tuple(
        said.text
        for said in statements_of(entry, group, words)
        if set(said.concepts) & set(TIMES) and spans_in(said.text, words)
    )


def _is_somebody(entry: LevelEntry, words: Vocabulary) -> bool:
    """`Tier 1: Help desk`: a rung, or a line of support."""
    return words.people.speaks_of(entry.head.name or "", "agent")

"""Levels with names of the team's own: `Red: floor down`, `A – nothing sails`, `**Class A** floor
down` in a cell.

The first word alone would be read as a level anywhere; with a name behind it, it is one only where
all of a list are named so, and the list is called by severity or promises answers.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from runcard.domain.playbooks.levels.names import (
    LONGEST_NAME,
    SEPARATORS,
    SURROUNDED,
    LevelHead,
    level_head,
    rank_of,
)
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import folded, plain, without_emoji

NAMED = re.compile(r"^([A-F]|[^\W\d_]\w*(?: \w+)?)(?:\s*[-–—:：]\s*(\S.*))?$")
COUNTED = re.compile(r"^([^\W\d_]{3,16})[ -](\d|[^\W\d_]+)$")
MARKED = re.compile(r"^(?:\*\*([^*]{1,24})\*\*|`([^`]{1,24})`)\s+(\S.*)$")
LETTERS = "ABCDEF"
FEWEST = 3


def own_head(text: str, words: Vocabulary) -> LevelHead | None:
    """A letter, a count such as `Tier 1` or `Level One`, or a step of a ladder, and a name in the
    team's own words; only a step needs one."""
    named = NAMED.match(without_emoji(plain(text).strip(SURROUNDED)).strip(" .。"))
    key, name = (named.group(1), named.group(2) or "") if named is not None else ("", "")
    if len(name) > LONGEST_NAME or _place(key, words) is None:
        return None
    is_step = rank_of(key, words) is not None
    if is_step and not name:
        return None
    return LevelHead(key, name.strip(SEPARATORS) or None, sure=False, worded=is_step)


def are_in_turn(heads: Sequence[LevelHead | None], words: Vocabulary) -> bool:
    """Three or more, each with a head: by letters or one word that counts as they follow, or by
    steps of which none comes twice."""
    keys = [head.key for head in heads if head is not None]
    places = [place for key in keys if (place := _place(key, words)) is not None]
    if len(keys) < max(FEWEST, len(heads)) or len({counter for counter, _ in places}) > 1:
        return False
    counts = [count for _, count in places]
    if rank_of(keys[0], words) is not None:
        return len(set(counts)) == len(counts)
    return {after - before for before, after in pairwise(counts)} in ({1}, {-1})


def _place(key: str, words: Vocabulary) -> tuple[str, int] | None:
    """By which word a key counts, and its number there."""
    if len(key) == 1 and key in LETTERS:
        return "", LETTERS.index(key)
    rank = rank_of(key, words)
    if rank is not None:
        return "", rank
    counted = COUNTED.match(folded(key))
    if counted is None or counted.group(1) not in words.level_words.phrases:
        return None
    said = counted.group(2)
    number = said if said.isdecimal() else words.numbers.exactly(said) or ""
    return (counted.group(1), int(number)) if number.isdecimal() else None


def marked_head(cell: str, words: Vocabulary) -> LevelHead | None:
    """`**Class A** floor down`: the key stands out, its name behind it does not."""
    marked = MARKED.match(without_emoji(cell.strip()))
    head = level_head(marked.group(1) or marked.group(2), words) if marked is not None else None
    if marked is None or head is None or head.name or len(marked.group(3)) > LONGEST_NAME:
        return None
    return replace(head, name=plain(marked.group(3)).strip(SEPARATORS))

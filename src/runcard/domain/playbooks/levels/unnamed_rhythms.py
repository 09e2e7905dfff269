"""Rhythms among the promises below levels, without a name that is known: `Flag every 20 minutes`.

Below another level an entry begins with the same word and has a rhythm of its own: so the team
says how often something is told there, and the entry is no example of the level.
"""

from collections.abc import Iterator

from runcard.domain.playbooks.levels.entries import LevelEntry, LevelGroup, Statement
from runcard.domain.playbooks.levels.fields import tells_a_promise
from runcard.domain.playbooks.page.blocks import Item, label_of
from runcard.domain.playbooks.times.grammar import spans_in
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import folded, plain

ENDS = " .。"
MOST_WORDS = 5


def unnamed_rhythms(
    entry: LevelEntry, group: LevelGroup, words: Vocabulary
) -> tuple[Statement, ...]:
    """The one rhythm of a level whose first word comes again, with a rhythm, below another one."""
    mine = dict(_rhythms(entry, words))
    others = [one for one in group.entries if one is not entry] if mine else []
    again = {first for one in others for first, _ in _rhythms(one, words)}
    told = [said for first, said in mine.items() if first in again]
    return tuple(told) if len(told) == len(mine) == 1 else ()


def _rhythms(entry: LevelEntry, words: Vocabulary) -> Iterator[tuple[str, Statement]]:
    """Beside entries that tell promises, those that end in a rhythm, by their first words."""
    listed = [block for block in entry.blocks if isinstance(block, Item)]
    told = [one for one in listed if tells_a_promise(one, words)]
    for item in listed if told else ():
        said = plain(item.text).rstrip(ENDS)
        if item not in told and _is_rhythm(said, words):
            yield folded(said.split(maxsplit=1)[0]), Statement(("cadence",), said, item.line)


def _is_rhythm(said: str, words: Vocabulary) -> bool:
    """A few words and how often, in no label: `Flag on the mast every 20 minutes`."""
    spans = spans_in(said, words)
    if len(spans) != 1 or not spans[0].is_period or label_of(said) is not None:
        return False
    before = said[: spans[0].start].split()
    return spans[0].end == len(said) and 0 < len(before) <= MOST_WORDS

"""Ways of repair beside each other: `Application rollback`, `Database recovery`."""

from collections.abc import Sequence

from runcard.domain.playbooks.page.blocks import Section
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import trailing_parenthesis, untitled, without_emoji

FEWEST = 2
REPAIRS = {"mitigate", "recover"}


def are_ways_of_repair(sections: Sequence[Section], words: Vocabulary) -> bool:
    """Each is a restore or a recovery of something of its own: a choice, and no course of steps,
    which would be for different things."""
    return len(sections) >= FEWEST and all(is_way_of_repair(one, words) for one in sections)


def is_way_of_repair(section: Section, words: Vocabulary) -> bool:
    """More than the mere word: `Recovery` may be the part of anything."""
    title = _bare(section.title)
    if words.meanings.exactly(title) or words.parts.exactly(title):
        return False
    meant = words.meanings.all(title)
    return (bool(meant) and meant <= REPAIRS) or words.process.speaks_of(title, "restore")


def is_recovery(title: str, words: Vocabulary) -> bool:
    """`Ledger recovery`: of something, and of nothing else."""
    bare = _bare(title)
    return words.meanings.all(bare) == {"recover"} and words.meanings.exactly(bare) is None


def _bare(title: str) -> str:
    return trailing_parenthesis(without_emoji(untitled(title)))[0]

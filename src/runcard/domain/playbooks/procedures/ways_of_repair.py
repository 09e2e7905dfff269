"""Ways of repair beside each other: `Application rollback`, `Database recovery`."""

from collections.abc import Sequence

from runcard.domain.playbooks.page.blocks import Section
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import folded, trailing_parenthesis, untitled, without_emoji

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


def repairs_something(section: Section, words: Vocabulary) -> bool:
    """`Ledger recovery`, `Restore the ledger`, `Recovery of the ledger`; not `Recovery criteria`,
    which is about something else."""
    title = _bare(section.title)
    said = [
        *words.meanings.matches(title),
        *(one for one in words.process.matches(title) if _restores(one.group(), words)),
    ]
    ends = any(one.end() == len(title) for one in said)
    behind = [title[one.end() :].split()[:1] for one in said if one.start() == 0]
    is_led = any(folded(word) in words.particles.phrases for first in behind for word in first)
    return (is_led or ends) and is_way_of_repair(section, words)


def _restores(phrase: str, words: Vocabulary) -> bool:
    return "restore" in words.process.phrases[phrase]


def is_recovery(title: str, words: Vocabulary) -> bool:
    """`Ledger recovery`: of something, and of nothing else."""
    bare = _bare(title)
    return words.meanings.all(bare) == {"recover"} and words.meanings.exactly(bare) is None


def _bare(title: str) -> str:
    return trailing_parenthesis(without_emoji(untitled(title)))[0]

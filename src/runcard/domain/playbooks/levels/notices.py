"""Of two things a level says about telling others, what is told comes before to whom."""

from collections.abc import Sequence

from runcard.domain.playbooks.levels.entries import LevelEntry, Statement
from runcard.domain.playbooks.page.blocks import Item, Paragraph, label_of
from runcard.domain.playbooks.vocabulary import Vocabulary

TOLD = ("communication",)


def without_addressees(
    told: Sequence[Statement], entry: LevelEntry, words: Vocabulary
) -> list[Statement]:
    """`**Notification**: the board` beside `**Communication**: a public note`: the second alone."""
    plain = {line for line, name in _labels(entry) if words.headings.exactly(name) == TOLD[0]}
    notices = {one.line for one in told if one.concepts == TOLD}
    aside = notices - plain if notices & plain else set()
    return [one for one in told if one.concepts != TOLD or one.line not in aside]


def _labels(entry: LevelEntry) -> list[tuple[int, str]]:
    lines = [
        line
        for block in entry.blocks
        if isinstance(block, Paragraph | Item)
        for line in block.lines
    ]
    labels = [(line.line, label_of(line.text)) for line in lines]
    return [(line, label.name) for line, label in labels if label is not None]

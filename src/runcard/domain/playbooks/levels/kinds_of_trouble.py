"""Kinds of trouble that are counted like levels: `Class 1: Stock out of step`, worked off below."""

from collections.abc import Iterator, Sequence

from runcard.domain.playbooks.levels.mentions import starts_with_level
from runcard.domain.playbooks.levels.names import level_head, rank_of
from runcard.domain.playbooks.page.blocks import (
    Block,
    Fence,
    Item,
    Label,
    Outline,
    Paragraph,
    Section,
    label_of,
)
from runcard.domain.playbooks.times.clauses import TIMES, concepts_of
from runcard.domain.playbooks.times.grammar import spans_in
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import trailing_parenthesis, untitled

FEWEST = 2


def are_kinds_of_trouble(page: Outline, sections: Sequence[Section], words: Vocabulary) -> bool:
    """Most of those that are counted by a word that need not mean a level hold two parts of a
    repair or state a severity of their own, and none says when it is answered or how often it is
    told of."""
    counted = [one for one in sections if _is_loosely_counted(one, words)]
    if len(counted) < FEWEST or any(_promises(page, one, words) for one in counted):
        return False
    worked = [one for one in counted if len(set(_worked_parts(page, one, words))) >= FEWEST]
    rated = [one for one in counted if _is_rated(page, one, words)]
    return 2 * max(len(worked), len(rated)) > len(counted)


def _is_loosely_counted(section: Section, words: Vocabulary) -> bool:
    """`Class 1: Oven cold`, `Category B`; not `SEV1`, `Level 1: High` or a bare `Critical`."""
    head = level_head(untitled(section.title), words)
    if head is None or head.sure or head.worded:
        return False
    return head.name is None or rank_of(head.name, words) is None


def _promises(page: Outline, section: Section, words: Vocabulary) -> bool:
    """A time behind or below `Response time`."""
    for label, following in _labels(page, section):
        said = label.value or _first_line(following)
        if set(concepts_of(label.name, words)) & set(TIMES) and spans_in(said, words):
            return True
    return False


def _is_rated(page: Outline, section: Section, words: Vocabulary) -> bool:
    """`Severity: High (wrong orders)` in a line of its own."""
    labels = (label for label, _ in _labels(page, section))
    stated = (one.value for one in labels if words.labels.exactly(one.name) == "key")
    return any(
        rank_of(trailing_parenthesis(value)[0], words) is not None
        or starts_with_level(value, words)
        for value in stated
    )


def _first_line(block: Block | None) -> str:
    return block.lines[0].text if isinstance(block, Paragraph | Item) else ""


def _worked_parts(page: Outline, section: Section, words: Vocabulary) -> Iterator[str]:
    """The names of parts that stand above a list or commands, or before what is done."""
    for label, following in _labels(page, section):
        part = words.parts.exactly(trailing_parenthesis(label.name)[0].strip(" :："))
        if part is not None and (label.value or isinstance(following, Item | Fence)):
            yield part


def _labels(page: Outline, section: Section) -> Iterator[tuple[Label, Block | None]]:
    """Every label or heading below a heading, with what follows it."""
    for under in page.under(section):
        blocks = under.blocks
        if under.index != section.index:
            yield Label(untitled(under.title), "", bold=True), blocks[0] if blocks else None
        for at, block in enumerate(blocks):
            if isinstance(block, Paragraph | Item):
                label = label_of(block.lines[-1].text)
                if label is not None:
                    yield label, blocks[at + 1] if at + 1 < len(blocks) else None

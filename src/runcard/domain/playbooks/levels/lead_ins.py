"""What the line above a list of levels says of it: that it defines them, or what it adds."""

from itertools import pairwise

from runcard.domain.playbooks.page.blocks import Block, Item, Paragraph, Section, label_of
from runcard.domain.playbooks.times.clauses import TIMES, concepts_of
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import plain

ADDED = {"communication", "action", "examples", "escalation", *TIMES}


def introduced_lists(section: Section, words: Vocabulary) -> set[int]:
    """The first lines of lists directly below `The levels we use:`."""
    found: set[int] = set()
    above: Block | None = None
    for block in section.blocks:
        said = above.lines[-1].text if isinstance(above, Paragraph) else ""
        if isinstance(block, Item) and introduces(said, words):
            found.add(block.line)
        above = block
    return found


def introduces(text: str, words: Vocabulary) -> bool:
    """`The levels we use:`, `Judge the severity:`."""
    said = plain(text)
    return said.endswith((":", "：")) and "severity" in words.about(said)


def asks_for_a_level(step: Item, words: Vocabulary) -> bool:
    """`2. **Judge the severity**`: the name of a step and no sentence."""
    said = plain(step.text)
    return not said.endswith((".", "。")) and "severity" in words.about(said)


def matters_of_lists(section: Section, words: Vocabulary) -> dict[int, tuple[str, ...]]:
    """What lists add by the label directly above them: `**Who is told:**`; by their first lines."""
    found: dict[int, tuple[str, ...]] = {}
    for above, below in pairwise(section.blocks):
        if isinstance(above, Paragraph) and isinstance(below, Item):
            label = label_of(above.lines[-1].text)
            concepts = concepts_of(label.name, words) if label and not label.value else ()
            if concepts and concepts[0] in ADDED:
                found[below.line] = concepts
    return found

"""Headings that name people, each above what they are called for: `### Mate`, `Call for:`."""

from runcard.domain.playbooks.model import ChainStep
from runcard.domain.playbooks.page.blocks import (
    Item,
    Outline,
    Paragraph,
    Section,
    items,
    label_of,
)
from runcard.domain.playbooks.people.persons import are_of_people
from runcard.domain.playbooks.times.waits import delay
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import folded, plain

FEWEST = 2
ENDS = " :：.。"


def headed_cases(page: Outline, section: Section, words: Vocabulary) -> tuple[ChainStep, ...]:
    """Two at least, half of them by a part that somebody plays; a case below every one."""
    children = page.children(section)
    told = [(child, _case_below(child, words)) for child in children]
    names = [plain(child.title) for child in children]
    if len(told) < FEWEST or not all(case for _, case in told) or not are_of_people(names, words):
        return ()
    return tuple(
        ChainStep(plain(child.title), child.line, case, delay(case, child.line, words))
        for child, case in told
    )


def _case_below(section: Section, words: Vocabulary) -> str:
    """Behind `Call for:` in its line, or in the list below it."""
    first = section.blocks[0] if section.blocks else None
    if not isinstance(first, Paragraph | Item) or (isinstance(first, Paragraph) and first.quote):
        return ""
    label = label_of(first.lines[0].text)
    lead = label.name if label is not None else plain(first.lines[0].text)
    if "when" not in words.columns.phrases.get(folded(lead).strip(ENDS), ()):
        return ""
    cases = [plain(one.text).strip(ENDS) for one in items(section) if one is not first]
    return label.value if label is not None and label.value else "; ".join(cases)

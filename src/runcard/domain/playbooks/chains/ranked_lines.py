"""`*Primary:* the mate`, `*Secondary:* the captain`: names behind their ranks, without any wait."""

from collections.abc import Iterator

from runcard.domain.playbooks.model import ChainStep, EscalationChain
from runcard.domain.playbooks.page.addresses import kind_of
from runcard.domain.playbooks.page.blocks import Block, Item, Paragraph, Section, label_of
from runcard.domain.playbooks.people.names_and_cases import cut_at_case
from runcard.domain.playbooks.people.persons import person_in
from runcard.domain.playbooks.times.waits import delay
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import plain

FEWEST, MOST = 2, 6
ENDS = " .。"


def ranked_lines(section: Section, words: Vocabulary) -> Iterator[EscalationChain]:
    """Two ranks at least below a heading about escalation; an address behind a rank is for
    reaching somebody and calls nobody."""
    steps = [step for block in section.blocks for step in _steps(block, words)]
    if FEWEST <= len(steps) <= MOST and len({step.who for step in steps}) == len(steps):
        yield EscalationChain(steps[0].line, ordered=True, steps=tuple(steps))


def _steps(block: Block, words: Vocabulary) -> Iterator[ChainStep]:
    if not isinstance(block, Item | Paragraph) or (isinstance(block, Paragraph) and block.quote):
        return
    for line in block.lines:
        label = label_of(plain(line.text))
        if label is None or words.people.exactly(label.name) != "rank":
            continue
        name, case = cut_at_case(label.value.strip(ENDS), words)
        who = person_in(name, words)
        if who and kind_of(label.value, words) == "none":
            yield ChainStep(who, line.line, case or None, delay(case, line.line, words))

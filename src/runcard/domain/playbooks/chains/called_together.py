"""`Escalate to the lead and the owner`, in a sentence: two people, called in the same case."""

from collections.abc import Iterator
from dataclasses import replace

from runcard.domain.playbooks.model import ChainStep, EscalationChain
from runcard.domain.playbooks.page.blocks import Paragraph, Section
from runcard.domain.playbooks.particles import is_particle, without_article
from runcard.domain.playbooks.people.persons import plays_a_part
from runcard.domain.playbooks.vocabulary import Vocabulary


def with_each(chain: EscalationChain, section: Section, words: Vocabulary) -> EscalationChain:
    """A step for each person that a line of running text names together."""
    told = {
        line.line
        for block in section.blocks
        if isinstance(block, Paragraph)
        for line in block.lines
    }
    steps = tuple(
        one
        for step in chain.steps
        for one in (_each(step, words) if step.line in told else (step,))
    )
    return replace(chain, steps=steps)


def _each(step: ChainStep, words: Vocabulary) -> Iterator[ChainStep]:
    """All have to play a part: `head of research and development` is one."""
    names = [*_parts(step.who, words)]
    are_people = len(names) > 1 and all(plays_a_part(name, words) for name in names)
    yield from (replace(step, who=name) for name in names) if are_people else (step,)


def _parts(who: str, words: Vocabulary) -> Iterator[str]:
    start = 0
    for one in words.particles.matches(who):
        if is_particle(one, "and", words) and who[start : one.start()].strip():
            yield without_article(who[start : one.start()].strip(), words)
            start = one.end()
    yield without_article(who[start:].strip(), words)

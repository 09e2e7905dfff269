"""Chains whose rungs are headings: `### Level 1: On-call engineer`, `### Level 2: Team lead`."""

from collections.abc import Iterator, Sequence

from runcard.domain.playbooks.chains.headed_cases import headed_cases
from runcard.domain.playbooks.chains.nested_rungs import headed_rungs
from runcard.domain.playbooks.chains.rungs import rungs_of
from runcard.domain.playbooks.chains.titled_rungs import cased
from runcard.domain.playbooks.model import EscalationChain, Text
from runcard.domain.playbooks.page.blocks import Outline, Section
from runcard.domain.playbooks.people.rung_leads import lead_of
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import plain

FEWEST = 2


def heading_rungs(page: Outline, section: Section, words: Vocabulary) -> tuple[Section, ...]:
    """`### Level 1: On-call engineer`, `### Level 2: Team lead`: headings that are the rungs."""
    children = page.children(section)
    if headed_rungs(page, section, words) or headed_cases(page, section, words):
        return children
    leads = [lead_of(plain(child.title), child.line, words) for child in children]
    led = [child for child, lead in zip(children, leads, strict=True) if lead is not None]
    # Behind the rungs, `Ways of communication` is none; among them it would be.
    is_first = led == [*children[: len(led)]] and all(one.is_tier for one in leads if one)
    is_led = len(led) >= FEWEST and (len(led) == len(children) or is_first)
    return tuple(led) if is_led else ()


def of_headings(
    page: Outline, section: Section, headed: Sequence[Section], words: Vocabulary
) -> Iterator[EscalationChain]:
    titles = [Text(plain(child.title), child.line) for child in headed]
    bodies = [child.blocks for child in headed]
    steps = headed_rungs(page, section, words) or headed_cases(page, section, words)
    steps = steps or cased(rungs_of(titles, words), bodies, words)
    if steps:
        yield EscalationChain(section.line, ordered=False, steps=steps)

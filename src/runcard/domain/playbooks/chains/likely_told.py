"""Chains told in sentences below headings of the team's own: `Need a hand?`, `Out of hours`.

Where no heading speaks of escalation, somebody must be called because another one does not answer
or does not cope, and one of them has the name of a part that somebody plays.
"""

from collections.abc import Iterator

from runcard.domain.playbooks.chains.told_lists import told_lists
from runcard.domain.playbooks.chains.told_paragraphs import is_chain, told_paragraphs
from runcard.domain.playbooks.model import EscalationChain
from runcard.domain.playbooks.page.blocks import Item, Outline, Paragraph, Section
from runcard.domain.playbooks.people.calling import speaks_of_calling
from runcard.domain.playbooks.people.persons import plays_a_part
from runcard.domain.playbooks.times.tokens import may_hold_time
from runcard.domain.playbooks.topics import topics
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import untitled

SHORTEST = 60
FAILING = {"silence", "fails"}
ELSEWHERE = {"runbooks", "review", "templates", "drills", "severity", "process", "metrics"}


def likely_told(page: Outline, section: Section, words: Vocabulary) -> Iterator[EscalationChain]:
    """In lists, then in running text."""
    if section.line == 0 or topics(page, section, words) & ELSEWHERE:
        return
    said = [*_said(section)]
    if not any(_has_failed(one, words) for one in said) and not _asks_whom(section.title, words):
        return
    if not any(may_hold_time(one, words) for one in said):
        return
    for chain in (*told_lists(section, words), *told_paragraphs(section, words)):
        if (
            is_chain(chain.steps)
            and _are_slow(chain)
            and _is_of_people(chain, section.title, words)
        ):
            yield chain


def _are_slow(chain: EscalationChain) -> bool:
    """Nobody is waited for less than a minute: machines are."""
    waits = [step.after.seconds for step in chain.steps if step.after is not None]
    return all(one is None or one >= SHORTEST for one in waits)


def _said(section: Section) -> Iterator[str]:
    """The heading, and every line of lists and of running text."""
    yield section.title
    for block in section.blocks:
        if isinstance(block, Item | Paragraph):
            yield from (line.text for line in block.lines)


def _is_of_people(chain: EscalationChain, title: str, words: Vocabulary) -> bool:
    is_named = any(plays_a_part(step.who, words) for step in chain.steps)
    told = (title, *(step.condition or "" for step in chain.steps))
    is_asked = _asks_whom(title, words)
    return is_named and (is_asked or any(_has_failed(one, words) for one in told))


def _asks_whom(title: str, words: Vocabulary) -> bool:
    """`Wen wir rufen`, `Who gets woken`."""
    return speaks_of_calling(untitled(title), words)


def _has_failed(said: str, words: Vocabulary) -> bool:
    found = words.rungs.matches(said)
    return any(FAILING & set(words.rungs.phrases[one.group()]) for one in found)

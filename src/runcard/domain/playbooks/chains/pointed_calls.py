"""Lists that point from a case to whoever is called for it: `Cargo lost → call the owner`."""

from collections.abc import Iterator

from runcard.domain.playbooks.model import ChainStep, EscalationChain
from runcard.domain.playbooks.page.blocks import Item, Section
from runcard.domain.playbooks.page.bodies import items_with_bodies
from runcard.domain.playbooks.particles import without_article
from runcard.domain.playbooks.people.arrows import PAIR, TURN
from runcard.domain.playbooks.people.calling import without_verb
from runcard.domain.playbooks.people.names_and_cases import cut_at_case
from runcard.domain.playbooks.people.persons import person_in, starts_with_call
from runcard.domain.playbooks.times.waits import delay
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import plain

FEWEST = 2
MOST = 24
ENDS = " .。,，;；"


def pointed_calls(section: Section, words: Vocabulary) -> Iterator[EscalationChain]:
    """Where every entry of a list does; nobody takes turns there."""
    for entries in items_with_bodies(section):
        outer = [item for item, _ in entries if not item.box]
        if not FEWEST <= len(outer) == len(entries) <= MOST:
            continue
        steps = [step for item in outer if (step := _step(item, words))]
        if len(steps) == len(outer):
            yield EscalationChain(outer[0].line, outer[0].numbered, tuple(steps))


def _step(item: Item, words: Vocabulary) -> ChainStep | None:
    case, *called = TURN.split(plain(item.text))
    who, behind = _called(called[0], words) if len(called) == PAIR - 1 else ("", "")
    case = case.strip(ENDS)
    if not who or not case or starts_with_call(case, words):
        return None
    after = delay(case, item.line, words) or delay(behind, item.line, words)
    return ChainStep(who, item.line, case, after)


def _called(said: str, words: Vocabulary) -> tuple[str, str]:
    """`escalate to the owner at once`: whom a verb calls, and how soon."""
    name, behind = cut_at_case(said.strip(ENDS), words)
    is_call = starts_with_call(name, words) or without_verb(name, words) != name
    who = without_article(person_in(name, words), words) if is_call else ""
    return who, behind

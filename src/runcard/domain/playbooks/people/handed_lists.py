"""Lists in which each entry hands on to the next: `1. Clerk → foreman`, `L2: Foreman → owner`."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from runcard.domain.playbooks.levels.groups import items_with_bodies
from runcard.domain.playbooks.model import ChainStep, EscalationChain
from runcard.domain.playbooks.page.blocks import Item, Section
from runcard.domain.playbooks.people.arrows import ARROW
from runcard.domain.playbooks.people.names_and_cases import who_and_case
from runcard.domain.playbooks.people.rung_leads import lead_of
from runcard.domain.playbooks.times.waits import delay
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import folded, plain

FEWEST = 2
MOST = 12


class _Handing(NamedTuple):
    """Who hands on to whom, in which case."""

    giver: str
    taker: str
    case: str
    line: int


def handed_lists(section: Section, words: Vocabulary) -> Iterator[EscalationChain]:
    """The first giver, and every taker on the line of the entry in which he hands on himself."""
    for entries in items_with_bodies(section):
        told = [_handing(item, words) for item, _ in entries] if len(entries) <= MOST else []
        known = [one for one in told if one is not None]
        if FEWEST <= len(known) == len(told) and _is_linked(known):
            lines = [*(one.line for one in known[1:]), known[-1].line]
            takers = (
                ChainStep(one.taker, line, one.case or None, delay(one.case, one.line, words))
                for one, line in zip(known, lines, strict=True)
            )
            first = ChainStep(known[0].giver, known[0].line, None, None)
            yield EscalationChain(first.line, entries[0][0].numbered, (first, *takers))


def _handing(item: Item, words: Vocabulary) -> _Handing | None:
    lead = lead_of(item.text, item.line, words)
    said = lead.rest if lead is not None and lead.is_tier else item.text
    giver, *others = ARROW.split(plain(said))
    if len(others) != 1 or item.box:
        return None
    taker, case = who_and_case(others[0].strip(), words)
    return _Handing(giver.strip(), taker.strip(), case, item.line) if giver.strip() else None


def _is_linked(told: Sequence[_Handing]) -> bool:
    """Whoever takes over hands on in the next entry."""
    return all(folded(one.taker) == folded(other.giver) for one, other in pairwise(told))

"""Lists and lines in which each hands on to the next: `1. Clerk → mate`, `L2: Mate → owner`."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from runcard.domain.playbooks.model import ChainStep, EscalationChain, Text
from runcard.domain.playbooks.page.blocks import Section
from runcard.domain.playbooks.page.bodies import items_with_bodies
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
    """Those of a section; a list of boxes is work."""
    for entries in items_with_bodies(section):
        told = [Text(item.text, item.line) for item, _ in entries if not item.box]
        steps = handed_on(told, words) if len(told) == len(entries) else ()
        if steps:
            yield EscalationChain(told[0].line, entries[0][0].numbered, steps)


def handed_on(entries: Sequence[Text], words: Vocabulary) -> tuple[ChainStep, ...]:
    """The first giver, and every taker on the line where he takes over."""
    told = [_handing(entry, words) for entry in entries] if len(entries) <= MOST else []
    known = [one for one in told if one is not None]
    if not FEWEST <= len(known) == len(told) or not _is_linked(known):
        return ()
    takers = (
        ChainStep(one.taker, one.line, one.case or None, delay(one.case, one.line, words))
        for one in known
    )
    return (ChainStep(known[0].giver, known[0].line, None, None), *takers)


def _handing(entry: Text, words: Vocabulary) -> _Handing | None:
    lead = lead_of(entry.text, entry.line, words)
    said = lead.rest if lead is not None and lead.is_tier else entry.text
    giver, *others = ARROW.split(plain(said))
    if len(others) != 1:
        return None
    taker, case = who_and_case(others[0].strip(), words)
    return _Handing(giver.strip(), taker.strip(), case, entry.line) if giver.strip() else None


def _is_linked(told: Sequence[_Handing]) -> bool:
    """Whoever takes over hands on in the next entry, by the same name or the end of it: the
    `dock foreman` is the `foreman` there."""
    return all(_is_same(one.taker, other.giver) for one, other in pairwise(told))


def _is_same(taker: str, giver: str) -> bool:
    full, short = folded(taker).split(), folded(giver).split()
    return full[-len(short) :] == short

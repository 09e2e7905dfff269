"""Lists below a heading about escalation whose entries tell in sentences who calls whom, and when.

`3. If nobody answers, try again after 10 minutes, then ring the captain.` Entries that call nobody,
`1. The desk writes the ticket.`, stand between them.
"""

from collections.abc import Iterator

from runcard.domain.playbooks.levels.groups import items_with_bodies
from runcard.domain.playbooks.levels.mentions import starts_with_level
from runcard.domain.playbooks.model import ChainStep, EscalationChain
from runcard.domain.playbooks.page.blocks import Item, Section, label_of
from runcard.domain.playbooks.people.call_sentences import called_in
from runcard.domain.playbooks.people.rungs import call_step
from runcard.domain.playbooks.times.clauses import sentences
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import plain

FEWEST = 2
MOST = 12


def told_lists(section: Section, words: Vocabulary) -> Iterator[EscalationChain]:
    """Two people at least who are called in a case, by half of a list or more; one after a wait."""
    for entries in items_with_bodies(section):
        outer = [item for item, _ in entries]
        if len(outer) > MOST or any(item.box for item in outer):
            continue
        steps = tuple(step for item in outer if (step := _called(item, words)) is not None)
        is_waited = any(step.after is not None and step.after.seconds for step in steps)
        if is_waited and len(steps) >= FEWEST and 2 * len(steps) >= len(outer):
            yield EscalationChain(outer[0].line, outer[0].numbered, steps)


def _called(item: Item, words: Vocabulary) -> ChainStep | None:
    """The first sentence of an entry that calls somebody; a level in front of it is a case, too."""
    label = label_of(item.text)
    level = label.name if label is not None and starts_with_level(label.name, words) else None
    for said in sentences(plain(item.text)):
        call = called_in(said, words)
        if call is None or not (call.case or level):
            continue
        told = [level] if level and not (call.case or "").startswith(level) else []
        case = ", ".join([*told, *([call.case] if call.case else [])])
        return call_step(call._replace(case=case), item.line, words)
    return None

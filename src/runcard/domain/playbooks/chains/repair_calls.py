"""Whom a repair calls when it does not help: `Not cold in 10 minutes: call the mate → owner`.

Below a heading about escalation, also amid a runbook, an arrow between two names says that they
are called in turn; one name alone belongs to the repair.
"""

from collections.abc import Iterator

from runcard.domain.playbooks.model import ChainStep, EscalationChain, Text
from runcard.domain.playbooks.page.blocks import Section, items, label_of
from runcard.domain.playbooks.particles import without_article
from runcard.domain.playbooks.people.arrows import TURN
from runcard.domain.playbooks.people.call_sentences import is_short_name
from runcard.domain.playbooks.people.calling import is_task, without_verb
from runcard.domain.playbooks.people.persons import are_of_people
from runcard.domain.playbooks.times.waits import delay
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import plain, untitled

FEWEST = 2
ENDS = " .。,，;；"


def repair_calls(section: Section, words: Vocabulary) -> Iterator[EscalationChain]:
    """One chain an entry, with its case in front of the colon; the first has the heading's line."""
    title = untitled(section.title)
    if "escalation" not in words.about(title):
        return
    drawn = (_drawn(Text(plain(item.text), item.line), words) for item in items(section))
    for at, steps in enumerate(steps for steps in drawn if steps):
        line = steps[0].line if at else section.line
        yield EscalationChain(line, ordered=True, steps=steps, title=title)


def _drawn(said: Text, words: Vocabulary) -> tuple[ChainStep, ...]:
    label = label_of(said.text)
    if label is None or TURN.search(label.name) is not None:
        return ()
    names = [_name(piece, words) for piece in TURN.split(label.value)]
    if len(names) < FEWEST or not all(names) or not are_of_people(names, words):
        return ()
    case = label.name
    first = ChainStep(names[0], said.line, case, delay(case, said.line, words))
    return (first, *(ChainStep(name, said.line, None, None) for name in names[1:]))


def _name(piece: str, words: Vocabulary) -> str:
    who = without_article(without_verb(piece.strip(ENDS), words), words)
    return who if is_short_name(who, words) and not is_task(who, words) else ""

"""Calls that stand among other steps of an escalation: `2. Page the cook. If nobody answers in 10
minutes, page the owner.` between `Acknowledge` and `Open a channel`."""

import re
from collections.abc import Iterator

from runcard.domain.playbooks.chains.single_calls import ordered_call
from runcard.domain.playbooks.model import ChainStep, EscalationChain, Text
from runcard.domain.playbooks.page.blocks import Item, Section, items, label_of
from runcard.domain.playbooks.people.call_sentences import called_in, is_short_name
from runcard.domain.playbooks.people.calling import speaks_of_calling
from runcard.domain.playbooks.people.persons import are_of_people, person_in
from runcard.domain.playbooks.times.grammar import spans_in
from runcard.domain.playbooks.times.running_text import sentences_of
from runcard.domain.playbooks.times.waits import delay
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import folded, plain

FEWEST = 2
ENDS = " .。,，、;；:："
# Between the name and the time of a call: `the owner at +30 min`.
AT = re.compile(r"\s+(?:@|[^\W\d_]{1,4})?\s*`?[+~<≤]?$")


def calls_among_steps(section: Section, words: Vocabulary) -> Iterator[EscalationChain]:
    """Two people at least, of whom one is called in a case or after a wait."""
    steps = [
        step
        for item in items(section)
        if item.numbered and item.depth == 1
        for step in _calls(item, words)
    ]
    names = [step.who for step in steps]
    is_in_turn = len(set(map(folded, names))) >= FEWEST and any(one.condition for one in steps)
    if is_in_turn and are_of_people(names, words):
        yield EscalationChain(section.line, ordered=True, steps=tuple(steps))


def _calls(item: Item, words: Vocabulary) -> Iterator[ChainStep]:
    for said in sentences_of(item.lines):
        text = plain(said.text)
        label = label_of(text)
        case, order = (label.name, label.value) if label is not None else ("", text)
        step = _call(Text(order, said.line), case, words)
        if step is not None:
            yield step


def _call(said: Text, case: str, words: Vocabulary) -> ChainStep | None:
    """`Page the cook`, `Den Wirt rufen`, `If nobody answers, page Ada`, `P1 only: page Bo`."""
    told = called_in(said.text, words)
    who, own = (told.who, told.case) if told else ordered_call(said.text.rstrip(ENDS), words)
    if not who and speaks_of_calling(said.text, words):
        who = person_in(said.text.rstrip(ENDS), words)
    spans = spans_in(who, words)
    if spans:
        who = AT.sub("", who[: spans[0].start])
    if not is_short_name(who, words):
        return None
    condition = case or own or None
    after = delay(condition or "", said.line, words) or delay(said.text, said.line, words)
    return ChainStep(who, said.line, condition, after)

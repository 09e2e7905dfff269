"""Lists below a heading about escalation whose entries tell in sentences who calls whom, and when.

`3. If nobody answers, try again after 10 minutes, then ring the captain.` Entries that call nobody,
`1. The desk writes the ticket.`, stand between them.
"""

import re
from collections.abc import Iterator, Sequence

from runcard.domain.playbooks.chains.left_out_units import unit_in
from runcard.domain.playbooks.chains.promise_lists import are_promises
from runcard.domain.playbooks.chains.rungs import call_step
from runcard.domain.playbooks.chains.told_clauses import clauses_of, step_in
from runcard.domain.playbooks.levels.mentions import starts_with_level
from runcard.domain.playbooks.model import ChainStep, EscalationChain, Text
from runcard.domain.playbooks.page.blocks import Item, Section, label_of
from runcard.domain.playbooks.page.bodies import items_with_bodies
from runcard.domain.playbooks.people.call_sentences import called_in
from runcard.domain.playbooks.people.calling import without_verb
from runcard.domain.playbooks.people.names_and_cases import cut_at_case
from runcard.domain.playbooks.people.persons import person_in, plays_a_part, starts_with_call
from runcard.domain.playbooks.times.clauses import sentences
from runcard.domain.playbooks.times.waits import delay
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import plain

# `the owner at `+30 min``, `the owner T+1h`: a time since the incident began.
CLOCK = re.compile(r"(?:\s+[a-zà]{1,3})?\s*`?(?<![\w+])(?:T\s?)?\+\s?(\d{1,3}\s?[^\W\d_]{1,12})`?$")
FEWEST = 2
MOST = 12
FEW_WORDS = 4
LONGEST = 300


def told_lists(section: Section, words: Vocabulary) -> Iterator[EscalationChain]:
    """Two people at least who are called in a case, by half of a list or more; one after a wait."""
    for entries in items_with_bodies(section):
        outer = [item for item, _ in entries]
        if len(outer) > MOST or any(item.box for item in outer) or are_promises(outer, words):
            continue
        if all(delay(item.text, item.line, words) is None for item in outer):
            continue
        steps = _steps(outer, words)
        is_waited = any(step.after is not None and step.after.seconds for step in steps)
        if is_waited and len(steps) >= FEWEST and 2 * len(steps) >= len(outer):
            yield EscalationChain(outer[0].line, outer[0].numbered, steps)


def _steps(entries: Sequence[Item], words: Vocabulary) -> tuple[ChainStep, ...]:
    """Those who are called in sentences; where these are too few, whoever a case or nothing else
    stands beside."""
    called = tuple(step for item in entries if (step := _called(item, words)) is not None)
    if len(called) >= len(entries) - 1 and len(called) >= FEWEST:
        first = _first(entries[0], words)
        return (first, *called) if first and called[0].line != entries[0].line else called
    told = max(called, _told(entries, words), key=len)
    ordered = tuple(step for item in entries for step in _ordered(item, words))
    return ordered if len(ordered) > max(len(told), FEWEST) else told


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


def _ordered(item: Item, words: Vocabulary) -> Iterator[ChainStep]:
    """`Ring the mate. If there is no answer in 5 minutes, ring the pilot.`, `P1 only: ring the
    owner at +30 min`: everybody whom an entry orders to call, each with his case or time."""
    label = label_of(item.text)
    is_led = label is not None and starts_with_level(label.name, words)
    level = label.name if label is not None and is_led else ""
    for said in sentences(plain(label.value if label is not None and is_led else item.text)):
        call = called_in(said, words)
        is_order = call is None and starts_with_call(said, words)
        who, case, wait = _order_in(without_verb(said, words), words) if is_order else ("", "", "")
        who, case = (call.who, call.case or "") if call is not None else (who, case)
        if who and person_in(who, words):
            told = ", ".join(one for one in (level, case) if one)
            after = delay(wait or case, item.line, words)
            yield ChainStep(who, item.line, told or None, after)


def _order_in(behind: str, words: Vocabulary) -> tuple[str, str, str]:
    """Whom an order calls, the case behind the name, and the time by the clock of the incident."""
    who, case = cut_at_case(behind.strip(" ."), words)
    clock = CLOCK.search(who)
    if clock is None:
        return who, case, ""
    return who[: clock.start()].strip(), case, clock.group(1)


def _told(entries: Sequence[Item], words: Vocabulary) -> tuple[ChainStep, ...]:
    """The first clause of each entry that names somebody beside a case."""
    steps: list[ChainStep] = []
    unit = 0
    for item in entries:
        step = _of_entry(item, unit, words) or (None if steps else _first(item, words))
        steps.extend([step] if step is not None else [])
        unit = unit_in(plain(item.text), words) or unit
    return tuple(steps)


def _of_entry(item: Item, unit: int, words: Vocabulary) -> ChainStep | None:
    """Whom an `otherwise` or the answer to a question calls, before anybody else."""
    said = [*clauses_of([Text(item.text, item.line)], words)]
    in_order = sorted(said, key=lambda one: not one.asked)
    return next((step for one in in_order if (step := step_in(one, unit, words))), None)


def _first(item: Item, words: Vocabulary) -> ChainStep | None:
    """Whoever has the matter first: `Duty desk`, `The desk writes it down and rings the mate`."""
    text = plain(item.text).strip(" .。")
    for verb in reversed(words.rungs.matches(text[:LONGEST])):
        if "calls" in words.rungs.phrases[verb.group()] and verb.start() > 0:
            who = person_in(cut_at_case(text[verb.end() :].strip(), words)[0], words)
            return ChainStep(who, item.line, None, None) if who else None
    who = person_in(text, words) if len(text.split()) <= FEW_WORDS else ""
    is_somebody = plays_a_part(who, words) or starts_with_call(text, words)
    return ChainStep(who, item.line, None, None) if who and is_somebody else None

"""Chains as lists: a rung an entry, one list nested in another, or a sentence an entry."""

from collections.abc import Iterator, Sequence

from runcard.domain.playbooks.chains.calls_in_turn import calls_in_turn
from runcard.domain.playbooks.chains.handed_lists import handed_lists
from runcard.domain.playbooks.chains.help_lists import help_chains
from runcard.domain.playbooks.chains.led_lists import calls_nobody
from runcard.domain.playbooks.chains.nested_rungs import nested_chains
from runcard.domain.playbooks.chains.pointed_calls import pointed_calls
from runcard.domain.playbooks.chains.promise_lists import are_promises
from runcard.domain.playbooks.chains.rung_deeds import is_mixed
from runcard.domain.playbooks.chains.rungs import rungs_of
from runcard.domain.playbooks.chains.sentence_chains import sentence_chains
from runcard.domain.playbooks.chains.told_lists import told_lists
from runcard.domain.playbooks.chains.triggers import listed_triggers
from runcard.domain.playbooks.chains.work_lists import are_of_code, are_of_cures, are_of_work
from runcard.domain.playbooks.model import ChainStep, EscalationChain, Text
from runcard.domain.playbooks.page.addresses import is_only_a_place
from runcard.domain.playbooks.page.blocks import Item, Outline, Section, items, label_of
from runcard.domain.playbooks.page.bodies import items_with_bodies
from runcard.domain.playbooks.people.call_lists import is_call_list
from runcard.domain.playbooks.people.duty_lines import tells_when
from runcard.domain.playbooks.people.persons import plays_a_part
from runcard.domain.playbooks.people.rung_leads import lead_of, opens_with_if
from runcard.domain.playbooks.times.waits import delay
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import plain, untitled

FEWEST = 2


def listed_chains(page: Outline, section: Section, words: Vocabulary) -> list[EscalationChain]:
    """What is nested goes first: its outer entries are no rungs, or have them inside; then who
    hands on to whom, whom to call when help is needed, and to whom a case leads."""
    nested = [
        *nested_chains(section, words),
        *handed_lists(section, words),
        *help_chains(section, words),
        *pointed_calls(section, words),
    ]
    lists = {_list_of(chain, section) for chain in nested}
    listed = _list_chains(page, section, words)
    return nested + [one for one in listed if _list_of(one, section) not in lists]


def other_lists(
    chains: Sequence[EscalationChain], section: Section, words: Vocabulary
) -> Iterator[EscalationChain]:
    """What the other lists tell in sentences."""
    known = {_list_of(chain, section) for chain in chains}
    for chain in told_lists(section, words):
        if _list_of(chain, section) not in known:
            yield chain


def _list_of(chain: EscalationChain, section: Section) -> int:
    """The line where the outer list of a chain begins."""
    first = chain.steps[0].line
    outer = [one for one in items(section) if one.depth == 1 and one.line <= first]
    return outer[-1].list_line if outer else 0


def _list_chains(page: Outline, section: Section, words: Vocabulary) -> Iterator[EscalationChain]:
    triggers = {text.line for text in listed_triggers(page, section, words)}
    for entries in items_with_bodies(section):
        outer = [item for item, _ in entries if item.line not in triggers]
        told = [Text(item.text, item.line) for item in outer]
        if calls_nobody(entries[0][0], section, words):
            continue
        steps = rungs_of(told, words)
        is_led = any(lead_of(item.text, item.line, words) for item in outer)
        if any(any(sentence_chains(item, words, is_near=True)) for item in outer):
            continue
        if all(any(calls_in_turn(item, words, is_near=True)) for item in outer):
            continue
        if are_promises(outer, words) or (not is_led and _are_indefinite(outer, words)):
            continue
        if _is_of_work(steps, words) or _is_of_duty(outer, section, words):
            continue
        is_led |= sum(opens_with_if(step.condition or "", words) for step in steps) >= FEWEST
        is_alone = is_mixed(told, words) or _is_one_rung(steps, told, section, words)
        is_enough = len(steps) >= (1 if is_alone else FEWEST)
        if is_enough and (is_led or not is_call_list(outer, words)):
            yield EscalationChain(outer[0].line, outer[0].numbered, steps)


def _is_one_rung(
    steps: Sequence[ChainStep], told: Sequence[Text], section: Section, words: Vocabulary
) -> bool:
    """`Within 30 min: the lead`, alone below `Escalation`: a wait, and somebody by his part."""
    if len(steps) != 1 or len(told) != 1 or steps[0].after is None:
        return False
    return "escalation" in words.about(untitled(section.title)) and plays_a_part(
        steps[0].who, words
    )


def _is_of_work(steps: Sequence[ChainStep], words: Vocabulary) -> bool:
    names = (step.who for step in steps)
    are_channels = all(_is_a_channel(step.who) for step in steps)
    is_work = are_of_code(steps) or are_of_cures(steps, words) or are_of_work(names, words)
    return are_channels or is_work


def _is_of_duty(entries: Sequence[Item], section: Section, words: Vocabulary) -> bool:
    """`Monday to Friday 9 to 18: the team`, `All other times: the keeper` below `On call and
    escalation`: hours of duty, where nobody is waited for."""
    labels = [label_of(one.text) for one in entries]
    told = [one for one in labels if one is not None and tells_when(one.name, words)]
    is_waited = any(delay(one.value, 0, words) is not None for one in told)
    is_of_hours = len(told) == len(entries) and not is_waited
    return is_of_hours and "oncall" in words.about(untitled(section.title))


def _is_a_channel(who: str) -> bool:
    """``#quay`: what goes on there`: nobody who is called."""
    return is_only_a_place(who.split(":")[0])


def _are_indefinite(entries: Sequence[Item], words: Vocabulary) -> bool:
    return all(_is_indefinite(item, words) for item in entries)


def _is_indefinite(item: Item, words: Vocabulary) -> bool:
    """`A deputy with keys to the hold`: who is still looked for."""
    said = plain(item.text)
    first = said.partition(" ")[0].lower()
    is_one = "indefinite" in words.particles.phrases.get(first, ())
    return is_one and not item.numbered

"""Whom to call in turn, below a line that says when help is needed: `If you are stuck:`

Such a list has no waits; that most of its entries call somebody is what tells it from steps of
work, of which one may be a call, too.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from runcard.domain.playbooks.chains.rungs import call_step
from runcard.domain.playbooks.chains.told_clauses import Clause, step_in
from runcard.domain.playbooks.model import ChainStep, EscalationChain, Text
from runcard.domain.playbooks.page.addresses import REAL, kind_of
from runcard.domain.playbooks.page.blocks import (
    Item,
    Paragraph,
    Section,
    items,
    label_of,
)
from runcard.domain.playbooks.particles import without_article
from runcard.domain.playbooks.people.call_sentences import called_in
from runcard.domain.playbooks.people.calling import without_verb
from runcard.domain.playbooks.people.names_and_cases import cut_at_case
from runcard.domain.playbooks.people.persons import person_in, plays_a_part, starts_with_call
from runcard.domain.playbooks.people.rung_leads import opens_with_if
from runcard.domain.playbooks.times.clauses import sentences
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import COMMA, plain, trailing_parenthesis, untitled

FEWEST = 2
MOST = 12
CASES = {"case", "opening"}
NEEDS = {"fails", "needs_help"}
OPEN_ENDS = (":", "：")
ENDS = " .。:："


def help_chains(section: Section, words: Vocabulary) -> Iterator[EscalationChain]:
    """One chain a list, on the line that says when; that may be the heading."""
    for said, first in _led_lists(section):
        if asks_for_help(said.text, words):
            entries = [
                one for one in items(section) if one.list_line == first.list_line and one.depth == 1
            ]
            steps = _steps(entries, words) if len(entries) <= MOST else ()
            if steps:
                yield EscalationChain(said.line, first.numbered, steps)


def _led_lists(section: Section) -> Iterator[tuple[Text, Item]]:
    """Every list with the line directly above it."""
    first = section.blocks[0] if section.blocks else None
    if isinstance(first, Item):
        yield Text(untitled(section.title).rstrip(ENDS), section.line), first
    for above, below in pairwise(section.blocks):
        if isinstance(above, Paragraph) and isinstance(below, Item) and below.depth == 1:
            last = above.lines[-1]
            if above.quote is None and plain(last.text).rstrip().endswith(OPEN_ENDS):
                yield last, below


def asks_for_help(text: str, words: Vocabulary) -> bool:
    """`If you are stuck:`, `Need a hand?`"""
    said = plain(text)
    needs = [one for one in words.rungs.matches(said) if _needs(one.group(), words)]
    return bool(needs) and (needs[0].start() == 0 or opens_with_if(said, words))


def _needs(phrase: str, words: Vocabulary) -> bool:
    return bool(NEEDS & set(words.rungs.phrases[phrase]))


def are_calls(entries: Sequence[Item], words: Vocabulary) -> bool:
    """Two entries at least, and most of them, call somebody."""
    told = [_calls(plain(item.text).strip(ENDS), words) for item in entries]
    return sum(told) >= FEWEST and 2 * sum(told) > len(told)


def _calls(said: str, words: Vocabulary) -> bool:
    first = trailing_parenthesis(said)[0]
    is_order = without_verb(first, words) != first
    return is_order or starts_with_call(said, words) or called_in(said, words) is not None


def _steps(entries: Sequence[Item], words: Vocabulary) -> tuple[ChainStep, ...]:
    if any(item.box for item in entries) or not are_calls(entries, words):
        return ()
    steps = [_step(item, words) for item in entries]
    known = tuple(step for step in steps if step is not None)
    return known if len(known) == len(steps) else ()


def _step(item: Item, words: Vocabulary) -> ChainStep | None:
    """`After an hour, the lead informs the owner`, `Call the lead`, `For fires: the brigade`."""
    said = next(iter(sentences(plain(item.text))), "").strip(ENDS)
    call = called_in(said, words)
    if call is not None and call.case and plays_a_part(call.who, words):
        return call_step(call, item.line, words)
    case, named = _apart(said, words)
    if named == said and not starts_with_call(said, words):
        told = step_in(Clause(said, item.line), 0, words)
        if told is not None and told.condition:
            return replace(told, who=without_article(told.who, words))
    name, behind = cut_at_case(trailing_parenthesis(named)[0], words)
    who = without_article(person_in(name, words), words)
    is_told = bool(case or behind) or _calls(said, words) or plays_a_part(who, words)
    return ChainStep(who, item.line, case or behind or None, None) if who and is_told else None


def _apart(said: str, words: Vocabulary) -> tuple[str, str]:
    """The case in front of a colon, and the name; an address behind one is neither."""
    named, colon, reach = said.partition(": ")
    if colon and kind_of(COMMA.split(reach)[0], words) in REAL:
        return "", named
    label = label_of(said)
    if label is None or not label.value:
        return "", said
    leads = (one for one in words.rungs.matches(label.name) if one.start() == 0)
    is_case = any(CASES & set(words.rungs.phrases[one.group()]) for one in leads)
    return (label.name, label.value) if is_case else ("", said)

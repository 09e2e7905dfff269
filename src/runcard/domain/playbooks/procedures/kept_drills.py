"""Drills that are kept as data in a fence: a record for each, or how often behind its name."""

from collections.abc import Iterator, Sequence

from runcard.domain.playbooks.levels.kept_levels import of_the_team
from runcard.domain.playbooks.model import TimeValue
from runcard.domain.playbooks.nouns.appendix import Drill
from runcard.domain.playbooks.page.blocks import Fence, Section
from runcard.domain.playbooks.page.data_lines import Entry
from runcard.domain.playbooks.page.fenced_data import Branch, spoken
from runcard.domain.playbooks.procedures.drill_periods import period_of_cell, periods_in
from runcard.domain.playbooks.times.clauses import concepts_of
from runcard.domain.playbooks.times.keyed_units import with_unit_of_key
from runcard.domain.playbooks.vocabulary import Vocabulary

PRACTICE = {"practice", "rehearse"}
RHYTHM = ("cadence",)


def kept_drills(section: Section, words: Vocabulary, *, at_home: bool) -> Iterator[Drill]:
    """What comes again below each key about practice; in a chapter on it, in all of the fence."""
    for block in section.blocks:
        branches = [*of_the_team(block, words)] if isinstance(block, Fence) else []
        named = [one for one in branches if one.path and _is_practice(one.path[0], words)]
        whole = next((one for one in branches if not _is_above(one)), None) if at_home else None
        for branch in named or [one for one in (whole,) if one is not None]:
            yield from _in_branch(branch, words, is_named=bool(named))


def _is_practice(key: str, words: Vocabulary) -> bool:
    return bool(words.talk.all(key) & PRACTICE)


def _is_above(branch: Branch) -> bool:
    """`schedule:` alone, with everything below it."""
    return len(branch.inner) == 1 and branch.inner[0][0].is_head


def _in_branch(branch: Branch, words: Vocabulary, *, is_named: bool) -> Iterator[Drill]:
    """`quarterly:` may stand above what is done then."""
    for first, *rest in branch.inner:
        key = spoken(first.key)
        shared = periods_in(key, words) if first.is_head else []
        if shared:
            below = [one.value for one in rest if not one.key]
            told = (
                below
                if is_named
                else [one for one in below if words.talk.all(one) & (PRACTICE | {"drill"})]
            )
            yield from (Drill(what, shared[0].value(key, first.line)) for what in told)
        elif (every := _first_period((first, *rest), words)) is not None:
            yield Drill(_name((first, *rest), every), every)


def _first_period(fields: Sequence[Entry], words: Vocabulary) -> TimeValue | None:
    """Behind a key that asks how often, in any words; else what says that it comes again."""
    told = [(one.line, *with_unit_of_key(spoken(one.key), one.value, words)) for one in fields]
    asked = [one for one in told if concepts_of(one[1], words) == RHYTHM]
    for line, _, value in asked:
        if (every := period_of_cell(value, line, words)) is not None:
            return every
    periods = (_period(key, value, line, words) for line, key, value in told)
    return next((every for every in periods if every is not None), None)


def _period(key: str, value: str, line: int, words: Vocabulary) -> TimeValue | None:
    """`quarterly`; `every: 3 months`."""
    if found := periods_in(value, words):
        return found[0].value(value, line)
    found = periods_in(f"{key} {value}", words) if value else []
    return TimeValue(value, line, found[0].seconds) if found else None


def _name(fields: Sequence[Entry], every: TimeValue) -> str:
    """`- name: restore` and `restore:` name it, and so does `- restore, once a month`; behind
    `call tree: monthly` stands how often."""
    first = fields[0]
    told = [one.value for one in fields if one.value and one.value != every.text]
    is_key = bool(first.key) and not first.begins
    return spoken(first.key) if is_key or not told else told[0]

"""Chapters that are cut from one pattern: one kind of trouble each, whatever they are called."""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from runcard.domain.playbooks.page.blocks import Fence, Item, Outline, Section
from runcard.domain.playbooks.procedures.courses import is_a_course
from runcard.domain.playbooks.procedures.cut_by_signs import shows_and_answers
from runcard.domain.playbooks.procedures.incident_types import HANDLING, SIGNS, side_of
from runcard.domain.playbooks.procedures.own_labels import names_above_work
from runcard.domain.playbooks.procedures.part_names import KNOWN_PARTS, part_named
from runcard.domain.playbooks.procedures.phase_words import is_phase_word
from runcard.domain.playbooks.procedures.recurring import bare_title
from runcard.domain.playbooks.procedures.step_codes import is_coded
from runcard.domain.playbooks.topics import topics
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import untitled

FEWEST = 2
ELSEWHERE = {"severity", "contacts", "roles", "templates", "review", "drills", "escalation"}


def cut_alike(page: Outline, sections: Sequence[Section], words: Vocabulary) -> list[Section]:
    """Those of some neighbours below which the same two headings stand, and two parts of a repair
    with work, or one of them beside such: a course of phases does not begin again with each."""
    free = [one for one in sections if may_be_one(page, one, words)]
    below = {one.index: {bare_title(child) for child in page.children(one)} for one in free}
    counted = Counter(title for titles in below.values() for title in titles)
    shared = {title for title, count in counted.items() if count >= FEWEST}
    alike = [one for one in free if len(below[one.index] & shared) >= FEWEST]
    repaired = [one for one in alike if len(_repairs_in(page, one, words)) >= FEWEST]
    if len(repaired) < FEWEST:
        return []
    pattern = {title for one in repaired for title in below[one.index]}
    sure = [
        one
        for one in alike
        if one in repaired
        or (len(below[one.index] & pattern) >= FEWEST and _repairs_in(page, one, words))
    ]
    return _with_neighbours(sure, [one for one in sections if one in free], page, words)


def _with_neighbours(
    sure: Sequence[Section], free: Sequence[Section], page: Outline, words: Vocabulary
) -> list[Section]:
    """Those directly before and behind, each of two parts of a repair under names of their own; a
    step of the course of all incidents is no such part."""
    kept = {one.index for one in sure}
    for run in (free, free[::-1]):
        for one, beside in pairwise(run):
            is_repair = len(_repairs_in(page, beside, words)) >= FEWEST
            if one.index in kept and is_repair and not is_a_course(page, beside, words):
                kept.add(beside.index)
    return [one for one in free if one.index in kept]


def led_alike(page: Outline, words: Vocabulary) -> list[Section]:
    """Neighbours in each of which bold lines, `**Diagnosis:**` and `**Resolution:**`, lead two
    parts of a repair."""
    led = [one for one in page.sections if may_be_one(page, one, words)]
    led = [one for one in led if len(_led_repairs(one, words)) >= FEWEST]
    beside = Counter(one.parent for one in led)
    return [one for one in led if beside[one.parent] >= FEWEST]


def _led_repairs(section: Section, words: Vocabulary) -> set[str]:
    """The parts of a repair that stand as bold lines directly above work."""
    named = (part_named(name, words) for name in names_above_work(section))
    return {part for part in named if part in KNOWN_PARTS}


def may_be_one(page: Outline, section: Section, words: Vocabulary) -> bool:
    """Neither a step of the process, by its code or its word, nor about people or levels: `Mail
    server abused` is about no message."""
    title = untitled(section.title)
    above = page.sections[section.parent or 0]
    own = {words.headings.exactly(title), words.headings_alone.exactly(title)}
    is_step = is_coded(section.title, words) or is_phase_word(title, words)
    return not is_step and not (topics(page, above, words) | own) & ELSEWHERE


def _repairs_in(page: Outline, section: Section, words: Vocabulary) -> set[str]:
    """The parts of a repair with work below it; how it shows and what is done then are two."""
    below = page.under(section)[1:]
    worked = [one for one in below if any(isinstance(block, Item | Fence) for block in one.blocks)]
    named = {part for one in worked if (part := part_named(one.title, words)) in KNOWN_PARTS}
    sides = {side for one in worked if (side := side_of(untitled(one.title), words))}
    if shows_and_answers(below, words):
        return named | {SIGNS, HANDLING}
    return named | sides if sides == {SIGNS, HANDLING} else named

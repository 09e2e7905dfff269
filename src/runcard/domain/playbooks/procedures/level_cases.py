"""Troubles that stand below the level they have: `SEV1`, and `1. Site down` below it."""

from collections.abc import Iterator, Sequence

from runcard.domain.playbooks.levels.names import level_head
from runcard.domain.playbooks.levels.own_keys import is_surely_level
from runcard.domain.playbooks.page.blocks import Outline, Section
from runcard.domain.playbooks.procedures.incident_types import names_many
from runcard.domain.playbooks.procedures.part_names import part_name
from runcard.domain.playbooks.procedures.phase_headings import is_timed
from runcard.domain.playbooks.procedures.rated_troubles import rated_troubles
from runcard.domain.playbooks.procedures.section_work import (
    Marked,
    has_rows_of_steps,
    has_steps,
    runs,
)
from runcard.domain.playbooks.procedures.signs import is_symptoms
from runcard.domain.playbooks.procedures.step_codes import NUMBERED, is_coded
from runcard.domain.playbooks.procedures.told_alike import told_alike
from runcard.domain.playbooks.procedures.trouble_files import is_order, tells_of_trouble
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import plain, untitled

FEWEST = 2


def cases_of_levels(page: Outline, fences: Marked, words: Vocabulary) -> Iterator[Section]:
    """Numbered headings below a level, each with steps of its own, most of which tell of a
    trouble; and those that run commands below a heading of a level that only leads to them."""
    levels = [one for one in page.sections if is_of_a_level(page, one, words)]
    for section in levels:
        cases = [one for one in page.children(section) if NUMBERED.match(plain(one.title))]
        told = [one for one in cases if tells_of_trouble(untitled(one.title), words)]
        are_worked = all(map(has_steps, cases))
        if len(told) >= FEWEST and 2 * len(told) > len(cases) and are_worked:
            yield from cases
    kinds = [one for one in page.sections if names_many(one, words)]
    worked = [*_worked_below(page, levels, fences, words, most=2)]
    worked += _worked_below(page, kinds, fences, words, most=len(page.sections))
    yield from worked
    above = {one.parent for one in worked}
    yield from (one for one in _rated(page, fences, words) if one.index not in above)
    yield from (page.sections[at] for at in sorted(told_alike(page, words)))
    led = [one for section in levels for one in _led_to(page, section, fences, words)]
    if any(tells_of_trouble(untitled(one.title), words) for one in led):
        yield from led


def _worked_below(
    page: Outline, chapters: Sequence[Section], fences: Marked, words: Vocabulary, *, most: int
) -> Iterator[Section]:
    """`#### Kettle leaks` below `### P1 - No tea` or `### Kettle incidents`, with steps of its own:
    where all that stands below such headings is so, and one in `most` tells of a trouble."""
    groups = [
        below
        for chapter in chapters
        if not chapter.blocks and (below := page.children(chapter))
        if all(_may_be_one(one, words) and (has_steps(one) or runs(one, fences)) for one in below)
    ]
    cases = [one for below in groups for one in below]
    told = [one for one in cases if tells_of_trouble(untitled(one.title), words)]
    if len(cases) >= FEWEST and most * len(told) >= len(cases):
        yield from cases


def troubles_of_levels(page: Outline, words: Vocabulary) -> frozenset[int]:
    """The places of headings below that of a level, most of which tell of a trouble: what is done
    there is done about that one."""
    found: set[int] = set()
    for section in page.sections:
        beside = page.children(section)
        told = [one for one in beside if tells_of_trouble(untitled(one.title), words)]
        is_most = len(told) >= FEWEST and 2 * len(told) > len(beside)
        if is_most and level_head(untitled(section.title), words) is not None:
            found.update(one.index for one in beside)
    return frozenset(found)


def _rated(page: Outline, fences: Marked, words: Vocabulary) -> Iterator[Section]:
    """`P1: Oven cold` with commands or steps of its own, or with `Step 1` or a part that has some
    below it."""
    for section in (page.sections[at] for at in sorted(rated_troubles(page, words))):
        below = page.children(section)
        parts = [one for one in below if part_name(one.title, words) is not None]
        is_stepped = any(is_coded(child.title, words) for child in below) or any(
            map(has_steps, parts)
        )
        is_told = has_steps(section) or has_rows_of_steps(section, words)
        if is_stepped or is_told or runs(section, fences):
            yield section


def is_of_a_level(page: Outline, section: Section, words: Vocabulary) -> bool:
    """`## P1 High priority incidents`: of one level, and no list of them."""
    return is_surely_level(level_head(untitled(section.title), words), page, words)


def _led_to(page: Outline, level: Section, fences: Marked, words: Vocabulary) -> Iterator[Section]:
    """`#### Price feed late` below `### Response`, with nothing but such headings there."""
    for group in page.children(level):
        cases = page.children(group)
        is_led = len(cases) >= FEWEST and not group.blocks
        if is_led and all(_may_be_one(one, words) and runs(one, fences) for one in cases):
            yield from cases


def _may_be_one(section: Section, words: Vocabulary) -> bool:
    """No step, by its number, its time, its word or its verb, and no part."""
    title = untitled(section.title)
    first = [one.start() for said in (words.checks, words.meanings) for one in said.matches(title)]
    if 0 in first or is_order(section, words):
        return False
    is_step = NUMBERED.match(plain(section.title)) is not None or is_coded(title, words)
    is_step = is_step or is_timed(title, words)
    is_part = part_name(title, words) is not None or is_symptoms(title, words)
    return not is_step and not is_part

"""Phases that are numbered: `1. Look`, `2. Stop it` below a process, or in a page that is one."""

from collections.abc import Sequence

from runcard.domain.playbooks.levels.names import level_head
from runcard.domain.playbooks.levels.own_keys import is_surely_level, lists_levels
from runcard.domain.playbooks.page.blocks import Fence, Outline, Section, items
from runcard.domain.playbooks.procedures.incident_types import names_many
from runcard.domain.playbooks.procedures.numbered_troubles import is_kind_of_trouble
from runcard.domain.playbooks.procedures.part_names import part_name
from runcard.domain.playbooks.procedures.phase_words import (
    NOT_BELOW,
    is_about_others,
    is_beside_phases,
    is_meant,
    is_phase_word,
    is_process,
)
from runcard.domain.playbooks.procedures.series import is_chapter_of_runbooks, is_counted_on
from runcard.domain.playbooks.procedures.step_codes import FIGURE, NUMBERED
from runcard.domain.playbooks.procedures.trouble_files import is_upkeep
from runcard.domain.playbooks.topics import topics
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import folded, plain, untitled

FEWEST = 2
FEWEST_MEANT = 3


def numbered_phases(page: Outline, section: Section, words: Vocabulary) -> Sequence[Section]:
    """Numbered headings below a process, or at the top of a document that is all process."""
    numbered = _without_principle(
        [
            child
            for child in page.children(section)
            if NUMBERED.match(plain(child.title)) and not _is_a_form(child, words)
        ],
        words,
    )
    if len(numbered) < FEWEST:
        return ()
    above = page.sections[section.parent or 0]
    about = words.about(untitled(section.title))
    is_course = (section.level > 1 and "process" in about) or is_process(above, words)
    if is_course or _is_of_a_level(page, above, words):
        return numbered
    is_part = _is_a_part(page, section, above, words)
    is_other = is_part or bool(topics(page, section, words) & NOT_BELOW)
    is_other = is_other or is_upkeep(section, words) or _are_troubles(section, numbered, words)
    if (section.level > 1 and is_other) or is_about_others(numbered, words):
        return ()
    if _are_repairs(page, numbered, words):
        return ()
    if section.level > 1:
        return [*numbered, *_parts_behind(page, section, words)]
    is_other = _are_chapters(page, numbered, words) or _are_cases(numbered, words)
    return () if is_other else numbered


def _are_troubles(section: Section, numbered: Sequence[Section], words: Vocabulary) -> bool:
    """`4. Mill incidents` above names that mean no phase; `Response to incidents` is a course."""
    is_course = words.headings_alone.speaks_of(untitled(section.title), "process")
    are_free = not any(is_phase_word(one.title, words) for one in numbered)
    return names_many(section, words) and are_free and not is_course


def _without_principle(numbered: Sequence[Section], words: Vocabulary) -> Sequence[Section]:
    """`0. The one rule of the house` in front of `1. Detection`: no step of the course."""
    if not numbered or is_meant(numbered[0], words):
        return numbered
    counted = FIGURE.search(plain(numbered[0].title))
    is_zero = counted is not None and int(counted.group()) == 0
    others = numbered[1:]
    return others if is_zero and any(is_meant(one, words) for one in others) else numbered


def with_numbered_parts(page: Outline, words: Vocabulary) -> frozenset[int]:
    """The places of numbered chapters most of which are phases: `4.1` is a step of `4. Containment`
    then, and no phase."""
    found: set[int] = set()
    for section in page.sections:
        numbered = [one for one in page.children(section) if NUMBERED.match(plain(one.title))]
        meant = [one for one in numbered if is_meant(one, words)]
        if len(meant) > FEWEST_MEANT:
            beside = [one for one in numbered if is_beside_phases(one, words)]
            found |= {one.index for one in (*meant, *beside)}
    return frozenset(found)


def _is_a_part(page: Outline, section: Section, above: Section, words: Vocabulary) -> bool:
    """`Immediate actions`: of a repair, where another part stands beside it or it is no chapter;
    beside a list of the levels it is for any incident."""
    is_part = part_name(section.title, words) is not None
    if not is_part or section.level > FEWEST:
        return is_part
    others = [one for one in page.children(above) if one.index != section.index]
    is_any = any(lists_levels(page, one, words) for one in others)
    return not is_any and any(part_name(one.title, words) for one in others)


def _parts_behind(page: Outline, section: Section, words: Vocabulary) -> Sequence[Section]:
    """`Mitigation` with steps of its own behind `Diagnosis` with numbered headings below it."""
    if part_name(section.title, words) is None:
        return ()
    later = [
        one
        for one in page.children(page.sections[section.parent or 0])
        if one.index > section.index and is_meant(one, words) and part_name(one.title, words)
    ]
    return [one for one in later if sum(item.numbered for item in items(one)) >= FEWEST]


def _is_of_a_level(page: Outline, section: Section, words: Vocabulary) -> bool:
    """`P1 – Critical response` beside `P2 – Other response`: each level once, and the names end
    alike; kinds of trouble have names of their own."""
    beside = page.children(page.sections[section.parent or 0])
    found = [(one, level_head(untitled(one.title), words)) for one in beside]
    sure = [(one, head) for one, head in found if is_surely_level(head, page, words)]
    heads = [(one, head) for one, head in sure if head is not None and head.name]
    keys = {head.key for _, head in heads}
    ends = {folded(head.name or "").split()[-1] for _, head in heads}
    is_one = any(one.index == section.index for one, _ in heads)
    return is_one and FEWEST <= len(heads) == len(keys) and len(ends) == 1


def _is_a_form(section: Section, words: Vocabulary) -> bool:
    """`6.4 Report template` with nothing but a fence below it is filled in, not done."""
    is_form = bool(words.about(untitled(section.title)) & {"review", "templates"})
    are_fences = all(isinstance(block, Fence) for block in section.blocks)
    return is_form and bool(section.blocks) and are_fences


def _are_repairs(page: Outline, numbered: Sequence[Section], words: Vocabulary) -> bool:
    """Below a chapter of any name whose number they go on with, or directly in a file of
    runbooks: most hold commands, and few have a title that is a word of what phases are for."""
    meant = sum(1 for child in numbered if is_phase_word(child.title, words))
    run = sum(1 for child in numbered if any(isinstance(one, Fence) for one in child.blocks))
    is_most = 2 * run > len(numbered) > 2 * meant
    are_counted = all(
        is_counted_on(page, child) or is_chapter_of_runbooks(page, child, words)
        for child in numbered
    )
    return is_most and are_counted


def _are_cases(numbered: Sequence[Section], words: Vocabulary) -> bool:
    """`1. The wheel is stuck`, `2. Who rings the owner`: two that tell of a trouble, and none of
    them all is a word for what phases are for."""
    told = [one for one in numbered if is_kind_of_trouble(one, words)]
    return len(told) >= FEWEST and not any(is_phase_word(one.title, words) for one in numbered)


def _are_chapters(page: Outline, children: Sequence[Section], words: Vocabulary) -> bool:
    """`1. Scope`, or one that lists the levels, is the process itself or has its phases below it,
    among few that mean a phase: the numbers count the chapters of a document."""
    subjects = [words.about(untitled(child.title)) for child in children]
    if any("reference" in found and "process" not in found for found in subjects):
        return True
    meant = sum(1 for child in children if is_phase_word(child.title, words))
    return 2 * meant <= len(children) and any(
        _is_whole(child, words)
        or lists_levels(page, child, words)
        or _is_above_phases(page, child, words)
        for child in children
    )


def _is_above_phases(page: Outline, section: Section, words: Vocabulary) -> bool:
    """`4. What we do then` above `Detection`, `Containment`, `Recovery` and no other heading."""
    below = page.children(section)
    return len(below) >= FEWEST_MEANT and all(is_meant(one, words) for one in below)


def _is_whole(section: Section, words: Vocabulary) -> bool:
    """`2. The response process`, `4. Runbooks`: a chapter that holds all the phases or repairs."""
    return bool(words.headings.all(untitled(section.title)) & {"process", "runbooks"})

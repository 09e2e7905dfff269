"""Recoveries in a chapter of their own, outside the list of runbooks: `Disaster recovery`."""

from collections.abc import Collection, Iterator, Mapping, Sequence, Set
from itertools import pairwise

from runcard.domain.playbooks.nouns.appendix import FencedBlock
from runcard.domain.playbooks.page.blocks import Fence, Outline, Paragraph, Section, label_of
from runcard.domain.playbooks.procedures.incident_types import says_when
from runcard.domain.playbooks.procedures.numbered_troubles import is_kind_of_trouble
from runcard.domain.playbooks.procedures.objectives import recovery_times
from runcard.domain.playbooks.procedures.own_labels import is_told_to_do
from runcard.domain.playbooks.procedures.part_names import part_name
from runcard.domain.playbooks.procedures.phase_headings import phase_headings
from runcard.domain.playbooks.procedures.section_work import changes
from runcard.domain.playbooks.procedures.trouble_files import work_of
from runcard.domain.playbooks.procedures.ways_of_repair import (
    are_ways_of_repair,
    repairs_something,
)
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import untitled, without_emoji

Marked = Mapping[int, FencedBlock]
CHAPTER = 2
FEWEST = 2


def recovery_chapters(
    page: Outline, runbooks: Collection[int], fences: Marked, words: Vocabulary
) -> Iterator[Section]:
    """A title of restoring above work to do, where it says by when that must be done, how much may
    be lost or how it is checked, or where it is all that a chapter is about; and ways of repair
    beside each other. None in or above runbooks and phases, where it is one way of doing
    something."""
    known = {one.index for step in phase_headings(page, words) for one in page.under(step)}
    known.update(runbooks)
    for section in page.sections:
        ways = _ways_below(page, section, fences, words)
        inside = {one.index for one in page.under(section)}
        if ways and known.isdisjoint(inside):
            known |= inside
            yield from ways
    ways = _ways_in_no_chapter(page, known, words)
    ways += _troubles_beside(page, ways, known, words)
    known.update(one.index for way in ways for one in page.under(way))
    yield from ways
    for section in page.sections:
        if section.level < CHAPTER or not _restores(section, words):
            continue
        inside = {one.index for one in page.under(section)}
        if known.isdisjoint(inside) and _is_worked(page, section, fences, words):
            known |= inside
            yield from _each_recovery(page, section, fences, words)


def _ways_below(
    page: Outline, section: Section, fences: Marked, words: Vocabulary
) -> list[Section]:
    """`Application rollback` and `Database recovery` below one heading, two of them with steps or
    commands."""
    children = page.children(section)
    if section.level < CHAPTER or not are_ways_of_repair(children, words):
        return []
    worked = [one for one in children if work_of(page, one, fences, words).is_any]
    return worked if len(worked) >= FEWEST else []


def _ways_in_no_chapter(page: Outline, known: Set[int], words: Vocabulary) -> list[Section]:
    """`Ledger recovery` and `Restore the fence`, two at least, each a chapter of its own with
    something to do in it."""
    ways = [
        one
        for one in page.sections
        if one.level == CHAPTER and one.parent is not None and repairs_something(one, words)
        if part_name(one.title, words) in {None, "recovery"}
        if any(map(is_told_to_do, one.blocks))
        if known.isdisjoint(below.index for below in page.under(one))
    ]
    return ways if len(ways) >= FEWEST else []


def _troubles_beside(
    page: Outline, ways: Sequence[Section], known: Set[int], words: Vocabulary
) -> list[Section]:
    """`Stolen kettle response` beside `Ledger recovery` and `Restore the fence`."""
    beside = page.children(page.sections[ways[0].parent or 0]) if ways else ()
    return [
        one
        for one in beside
        if is_kind_of_trouble(one, words) and part_name(one.title, words) is None
        if any(map(is_told_to_do, one.blocks))
        if known.isdisjoint(below.index for below in page.under(one))
    ]


def _each_recovery(
    page: Outline, section: Section, fences: Marked, words: Vocabulary
) -> Iterator[Section]:
    """The chapter itself; or all below it, where each is work of its own and no part of one."""
    children = page.children(section)
    are_whole = all(
        words.parts.exactly(untitled(child.title)) is None
        and work_of(page, child, fences, words).is_any
        for child in children
    )
    yield from children if len(children) >= FEWEST and are_whole else (section,)


def _restores(section: Section, words: Vocabulary) -> bool:
    return words.process.speaks_of(untitled(section.title), "restore")


def _is_worked(page: Outline, section: Section, fences: Marked, words: Vocabulary) -> bool:
    """Commands that change something, or steps."""
    if not work_of(page, section, fences, words).is_any:
        return False
    title = without_emoji(untitled(section.title))
    is_all = section.level == CHAPTER and words.process.exactly(title) == "restore"
    if is_all or _is_of_copies(page, section, words) or _has_its_check(page, section, words):
        return True
    if _is_undoing(section, title, words) and changes(page, section, fences, words):
        return True
    return any(recovery_times(page, section, words))


def _is_undoing(section: Section, title: str, words: Vocabulary) -> bool:
    """`Rolling back a release`: a chapter that begins with the word for it, and is no mere list of
    commands."""
    begins = any(
        one.start() == 0 and "restore" in words.process.phrases[one.group()]
        for one in words.process.matches(title)
    )
    is_list = words.columns.speaks_of(title, "command")
    return section.level == CHAPTER and begins and not is_list


def _is_of_copies(page: Outline, section: Section, words: Vocabulary) -> bool:
    """`Restore into a side schema` in a chapter on backups."""
    above = page.sections[section.parent or 0]
    title = without_emoji(untitled(above.title))
    return above.level == CHAPTER and words.process.exactly(title) == "upkeep"


def _has_its_check(page: Outline, section: Section, words: Vocabulary) -> bool:
    """`### Verify the rollback` as the last thing of a chapter, or when it is used as the first: it
    is whole by itself."""
    if section.level != CHAPTER or says_when(page, section, words):
        return section.level == CHAPTER
    children = page.children(section)
    name = part_name(children[-1].title, words) if children else None
    return name in {"verification", "check", "checks"} or _names_ways(section, words)


def _names_ways(section: Section, words: Vocabulary) -> bool:
    """`**Rollback of the page:**` and `**Rollback of the index:**` above commands each."""
    named = [
        one
        for one, following in pairwise(section.blocks)
        if isinstance(one, Paragraph) and isinstance(following, Fence)
        if _is_a_way(one, words)
    ]
    return len(named) >= FEWEST


def _is_a_way(block: Paragraph, words: Vocabulary) -> bool:
    label = label_of(block.lines[-1].text)
    return label is not None and label.bold and words.process.speaks_of(label.name, "restore")

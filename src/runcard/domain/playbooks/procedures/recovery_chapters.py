"""Recoveries in a chapter of their own, outside the list of runbooks: `Disaster recovery`."""

from collections.abc import Collection, Iterator, Mapping

from runcard.domain.playbooks.nouns.appendix import FencedBlock
from runcard.domain.playbooks.page.blocks import Outline, Section
from runcard.domain.playbooks.procedures.objectives import recovery_times
from runcard.domain.playbooks.procedures.phase_headings import phase_headings
from runcard.domain.playbooks.procedures.trouble_files import work_of
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import untitled, without_emoji

Marked = Mapping[int, FencedBlock]
CHAPTER = 2
FEWEST = 2


def recovery_chapters(
    page: Outline, runbooks: Collection[int], fences: Marked, words: Vocabulary
) -> Iterator[Section]:
    """A title of restoring above work to do, where it says by when that must be done or how much
    may be lost, or where it is all that a chapter is about; none in or above runbooks and phases,
    where it is one way of doing something."""
    known = {one.index for step in phase_headings(page, words) for one in page.under(step)}
    known.update(runbooks)
    for section in page.sections:
        if section.level < CHAPTER or not _restores(section, words):
            continue
        inside = {one.index for one in page.under(section)}
        if known.isdisjoint(inside) and _is_worked(page, section, fences, words):
            known |= inside
            yield from _each_recovery(page, section, fences, words)


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
    if is_all or _is_of_copies(page, section, words):
        return True
    return any(recovery_times(page, section, words))


def _is_of_copies(page: Outline, section: Section, words: Vocabulary) -> bool:
    """`Restore into a side schema` in a chapter on backups."""
    above = page.sections[section.parent or 0]
    title = without_emoji(untitled(above.title))
    return above.level == CHAPTER and words.process.exactly(title) == "upkeep"

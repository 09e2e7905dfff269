"""Sections that are runbooks by what is done in them, whatever they are called."""

from collections.abc import Collection, Iterator

from runcard.domain.playbooks.page.blocks import Outline, Section
from runcard.domain.playbooks.procedures.beside_runbooks import is_beside_runbooks
from runcard.domain.playbooks.procedures.chapters import lists_runbooks
from runcard.domain.playbooks.procedures.cut_alike import cut_alike
from runcard.domain.playbooks.procedures.incident_types import are_alert_rules
from runcard.domain.playbooks.procedures.part_names import part_name
from runcard.domain.playbooks.procedures.phase_headings import phase_headings
from runcard.domain.playbooks.procedures.phase_words import is_phase_word
from runcard.domain.playbooks.procedures.runbook_severities import rating_in
from runcard.domain.playbooks.procedures.section_work import Marked, changes, has_steps, is_folded
from runcard.domain.playbooks.procedures.series import (
    counts_chapters,
    is_chapter_of_runbooks,
    is_counted_on,
)
from runcard.domain.playbooks.procedures.signs import is_symptoms
from runcard.domain.playbooks.procedures.step_codes import NUMBERED, is_coded
from runcard.domain.playbooks.procedures.trouble_files import (
    counted_chapters,
    is_other,
    names_a_trouble,
    troubles,
)
from runcard.domain.playbooks.procedures.windows import whole_time
from runcard.domain.playbooks.procedures.within_parts import is_within_a_part
from runcard.domain.playbooks.topics import topics
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import plain, trailing_parenthesis, untitled

NOT_WORK = {
    "process", "templates", "review", "severity", "roles", "contacts", "reference",
    "escalation", "triggers", "oncall", "drills", "communication", "metrics", "war_room",
}  # fmt: skip
FEWEST = 2
SHORTEST = 3


def worked_sections(
    page: Outline, fences: Marked, beside: Collection[int | None], words: Vocabulary
) -> Iterator[Section]:
    """`Things that break`: sections beside each other that nearly all change something, under a
    heading that says nothing else; and steps that are folded away under a title of their own."""
    phases = {one.index for step in phase_headings(page, words) for one in page.under(step)}
    for section in page.sections:
        if section.level < FEWEST:
            yield from _in_no_chapter(page, section, (fences, phases), words)
            continue
        if section.index in phases:
            continue
        if is_folded(section) and is_free(page, section, words):
            yield section
        children = [one for one in page.children(section) if not is_beside_runbooks(one, words)]
        is_phases = not phases.isdisjoint(child.index for child in children)
        is_below = is_phases or is_within_a_part(page, section, words)
        is_below |= are_alert_rules(section, words)
        if is_below or topics(page, section, words) & NOT_WORK or is_other(section, words):
            continue
        free = [
            child
            for child in children
            if is_free(page, child, words) or _happens_to_speak(page, child, fences, words)
        ]
        if len(free) < len(children):
            continue
        fewest = 0 if section.index in beside else FEWEST
        changing = list(_that_change(page, free, (fences, fewest), words))
        yield from changing or (troubles(page, free, fences, words) if free else ())


def _in_no_chapter(
    page: Outline, title: Section, known: tuple[Marked, Collection[int]], words: Vocabulary
) -> Iterator[Section]:
    """Troubles directly under the title, in a document that has no chapter for them; `What to do
    first` with steps and nothing below it is none."""
    fences, phases = known
    chapters = page.children(title)
    unlisted = [one for one in chapters if one.index not in phases]
    yield from cut_alike(page, unlisted, words)
    free = [one for one in unlisted if is_free(page, one, words)]
    if free and not any(lists_runbooks(page, one, words) for one in chapters):
        yield from counted_chapters(page, free, fences, words) or troubles(
            page, free, fences, words
        )


def _that_change(
    page: Outline, free: Collection[Section], known: tuple[Marked, int], words: Vocabulary
) -> Iterator[Section]:
    """All that do something, where three in four do and enough of them run a change: two, or one
    that is a restore; none need to beside runbooks that say by themselves what they are."""
    fences, enough = known
    worked = [
        one
        for one in free
        if not is_other(one, words)
        if changes(page, one, fences, words) or has_steps(one, numbered=enough > 0)
    ]
    changing = [one for one in worked if changes(page, one, fences, words)]
    is_restore = all(_is_restore(page, one, words) for one in changing)
    fewest = min(1, enough) if is_restore else enough
    if len(changing) >= fewest and 4 * len(worked) >= 3 * len(free):
        yield from worked


def _is_restore(page: Outline, section: Section, words: Vocabulary) -> bool:
    """`Restore the archive` under `Backup and restore`: it needs no second beside it."""
    above = page.sections[section.parent or 0]
    titles = (untitled(above.title), untitled(section.title))
    return all(words.process.speaks_of(title, "restore") for title in titles)


def is_free(page: Outline, section: Section, words: Vocabulary) -> bool:
    """A title that is about nothing known, and neither a part nor a phase."""
    title = untitled(section.title)
    if topics(page, section, words) & NOT_WORK or introduces_signs(title, words):
        return False
    if is_part(title, words) or part_name(title, words) is not None:
        return False
    is_list = "runbooks" in words.about(title)
    is_counted = is_counted_on(page, section) or counts_chapters(page, section, words)
    is_counted |= is_chapter_of_runbooks(page, section, words)
    said = title if is_counted else section.title
    return not is_list and not is_phase(said, words)


def _happens_to_speak(page: Outline, section: Section, fences: Marked, words: Vocabulary) -> bool:
    """`Reminder texts aren't sent` is no list of texts, where commands below it change something:
    a few words of which one could head another chapter."""
    title = untitled(section.title)
    is_heading = words.headings.exactly(title) or words.headings_alone.exactly(title)
    if is_heading or len(title.split()) < SHORTEST or introduces_signs(title, words):
        return False
    is_inside = is_part(title, words) or part_name(title, words) is not None
    is_inside |= is_phase(section.title, words) or "runbooks" in words.about(title)
    return not is_inside and changes(page, section, fences, words)


def introduces_signs(title: str, words: Vocabulary) -> bool:
    return is_symptoms(title, words) and not names_a_trouble(title, words)


def is_part(title: str, words: Vocabulary) -> bool:
    named = words.process.exactly(title)
    is_known = named not in {None, "restore"} or words.parts.exactly(title) is not None
    return is_known or rating_in(title, words) is not None


def is_phase(title: str, words: Vocabulary) -> bool:
    """By its number, its time or its words; beside phases stand runbooks, too."""
    is_step = NUMBERED.match(plain(title)) is not None or is_coded(title, words)
    restores = words.process.exactly(untitled(title)) == "restore"
    is_step |= whole_time(trailing_parenthesis(untitled(title))[0], 1, words) is not None
    return is_step or (is_phase_word(title, words) and not restores)

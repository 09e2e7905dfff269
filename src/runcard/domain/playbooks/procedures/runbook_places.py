"""Which sections are runbooks: by the heading above, by their name, or by what they hold."""

from collections.abc import Collection, Set
from functools import partial

from runcard.domain.playbooks.page.blocks import Fence, Item, Outline, Section, Table, items
from runcard.domain.playbooks.procedures.beside_runbooks import is_beside_runbooks
from runcard.domain.playbooks.procedures.cases import (
    asks_what_to_do,
    goes_on,
    is_the_end,
    starts_a_case,
    tells_when_to_use,
    ways_within,
)
from runcard.domain.playbooks.procedures.chapters import listed_sections
from runcard.domain.playbooks.procedures.coded_rows import coded_rows
from runcard.domain.playbooks.procedures.incident_types import are_alert_rules, is_incident_type
from runcard.domain.playbooks.procedures.known_kinds import known_kinds
from runcard.domain.playbooks.procedures.level_cases import cases_of_levels, is_of_a_level
from runcard.domain.playbooks.procedures.named_procedures import is_named_procedure
from runcard.domain.playbooks.procedures.one_runbook import is_one_runbook
from runcard.domain.playbooks.procedures.part_names import part_name
from runcard.domain.playbooks.procedures.recovery_chapters import recovery_chapters
from runcard.domain.playbooks.procedures.recurring import has_recurring, recurring
from runcard.domain.playbooks.procedures.scenario_titles import is_scenario, is_titled
from runcard.domain.playbooks.procedures.section_work import (
    Marked,
    has_steps,
    runs,
)
from runcard.domain.playbooks.procedures.series import (
    of_a_series,
)
from runcard.domain.playbooks.procedures.signs import is_symptoms
from runcard.domain.playbooks.procedures.step_codes import is_coded
from runcard.domain.playbooks.procedures.step_tables import part_rows, step_rows
from runcard.domain.playbooks.procedures.trouble_files import (
    is_other,
)
from runcard.domain.playbooks.procedures.windows import behind_time
from runcard.domain.playbooks.procedures.worked_sections import (
    NOT_WORK,
    introduces_signs,
    is_free,
    is_part,
    is_phase,
    worked_sections,
)
from runcard.domain.playbooks.topics import topics
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import untitled

NOT_RUNBOOKS = {"severity", "contacts", "roles", "templates", "review", "process", "reference"}
LISTED_ELSEWHERE = {"severity", "contacts", "roles", "templates"}
NOT_ABOVE = {"process", "templates", "review", "severity", "roles", "contacts", "reference"}
COURSE = {"process", "reference"}
FEWEST = 2
# Parts of a repair, whatever signs are looked for in them.
FIRST_PARTS = {"immediate", "diagnosis", "verification"}


def runbook_sections(page: Outline, fences: Marked, words: Vocabulary) -> tuple[Section, ...]:
    """Every section that is a runbook, in document order."""
    listed, again = listed_sections(page, words), recurring(page)
    coded = coded_rows(page, words, lambda one: _is_case_of_a_row(page, one, fences, words))
    cases = tuple(cases_of_levels(page, fences, words))
    sure = {*coded, *(one.index for one in cases)} | known_kinds(page, words)
    above = {one.parent for one in cases if one.parent not in sure}
    named = [
        one
        for one in page.sections
        if one.index in sure
        or (one.index not in above and _is_named(page, one, (fences, listed, again), words))
    ]
    if is_one_runbook(page, words):
        return tuple(named)
    taken = {one.index for section in named for one in page.under(section)}
    beside = {one.parent for one in named}
    worked = [one for one in worked_sections(page, fences, beside, words) if one.index not in taken]
    chapters = [one for one in worked if _is_only_above(page, one, taken)]
    opened = [
        child
        for chapter in chapters
        for child in page.children(chapter)
        if child.index not in taken and _is_beside(child, fences, words)
    ]
    known = [*named, *(one for one in worked if one not in chapters), *opened]
    known += of_a_series(page, known, partial(_is_entry, page, words=words))
    taken |= {one.index for section in known for one in page.under(section)}
    found = {one.index: one for one in (*known, *recovery_chapters(page, taken, fences, words))}
    ways = ways_within(page, found.values(), words)
    return tuple(found[index] for index in sorted(found) if index not in ways)


def _is_case_of_a_row(page: Outline, one: Section, fences: Marked, words: Vocabulary) -> bool:
    """Something is done there, and no heading above says that it is something else."""
    does = any(runs(part, fences) or has_steps(part) for part in page.under(one))
    return does and one.level > FEWEST and is_free(page, one, words)


def _is_only_above(page: Outline, section: Section, taken: Collection[int]) -> bool:
    """`Incidents of the kettle`: nothing to do in itself, and runbooks below it."""
    is_idle = not any(isinstance(block, Item | Fence) for block in section.blocks)
    return is_idle and any(child.index in taken for child in page.children(section))


def _is_entry(page: Outline, section: Section, *, words: Vocabulary) -> bool:
    """What a number among runbooks may stand for: nothing known, and no upkeep."""
    return is_free(page, section, words) and not is_other(section, words)


def _is_beside(section: Section, fences: Marked, words: Vocabulary) -> bool:
    """What runs commands beside runbooks is one, too, unless it is a part of something."""
    title = untitled(section.title)
    restores = words.process.speaks_of(title, "restore")
    is_inside = part_name(title, words) is not None or is_symptoms(title, words)
    return runs(section, fences) and (restores or not is_inside)


def _is_named(
    page: Outline, section: Section, known: tuple[Marked, Set[int], Set[int]], words: Vocabulary
) -> bool:
    fences, listed, again = known
    if section.level < FEWEST or section.parent is None:
        return False
    title = untitled(section.title)
    own = words.about(title) - ({"process"} if asks_what_to_do(title, words) else set())
    if is_scenario(title, words) or _is_titled(page, section, words):
        return True
    if introduces_signs(title, words) or is_part(title, words) or is_coded(title, words):
        return False
    if behind_time(title, words) != title or is_beside_runbooks(section, words):
        return False
    if section.index in listed and _is_no_list(section, fences, words):
        is_one = runs(section, fences) or has_steps(section)
        return "runbooks" not in own or is_one or has_recurring(page, section, again)
    if section.index not in again and is_named_procedure(page, section, fences, words):
        return True
    if own & {*NOT_RUNBOOKS, "runbooks"} or part_name(title, words) in FIRST_PARTS:
        return False
    return _is_of_a_kind(page, section, fences, words)


def _is_of_a_kind(page: Outline, section: Section, fences: Marked, words: Vocabulary) -> bool:
    """A case or a kind of trouble below no heading that says something else, but the page's own."""
    parent = page.sections[section.parent or 0]
    above = words.about(untitled(parent.title))
    above -= {"severity"} if is_of_a_level(page, parent, words) else set()
    if "escalation" in above or are_alert_rules(parent, words):
        return False
    above &= NOT_ABOVE if parent.level > 1 else COURSE
    if above & NOT_ABOVE - COURSE or (above & COURSE and is_phase(section.title, words)):
        return False
    is_case = _is_case(page, section, fences, words) or tells_when_to_use(page, section, words)
    return is_case or is_incident_type(page, section, words)


def _is_no_list(section: Section, fences: Marked, words: Vocabulary) -> bool:
    """`Invoices sent to the wrong people` is no list of people, if something is done below it."""
    title = untitled(section.title)
    if not words.about(title) & LISTED_ELSEWHERE or runs(section, fences):
        return True
    is_whole = words.headings.exactly(title) or words.headings_alone.exactly(title)
    return is_whole is None and has_steps(section)


def _is_case(page: Outline, section: Section, fences: Marked, words: Vocabulary) -> bool:
    """`If the freezer alarm rings`, with what to do then."""
    if not (items(section) or runs(section, fences)):
        return False
    if goes_on(page, section):
        return True
    is_over = is_the_end(section, words) and not runs(section, fences)
    above = words.about(untitled(page.sections[section.parent or 0].title))
    return starts_a_case(section, words) and not is_over and not above & COURSE


def _is_titled(page: Outline, section: Section, words: Vocabulary) -> bool:
    """`Runbook: mail queue full`, with work below it; among drills it is only a story."""
    if not is_titled(section.title, words):
        return False
    if topics(page, page.sections[section.parent or 0], words) & NOT_WORK:
        return False
    blocks = [block for part in page.under(section) for block in part.blocks]
    return any(isinstance(block, Item | Fence) for block in blocks) or any(
        step_rows(block, words) or part_rows(block, words)
        for block in blocks
        if isinstance(block, Table)
    )

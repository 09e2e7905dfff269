"""Chapters of runbooks: by the words of their heading, or by what most of their sections hold."""

from collections.abc import Sequence
from functools import cache

from runcard.domain.playbooks.levels.kinds_of_trouble import are_kinds_of_trouble
from runcard.domain.playbooks.levels.names import level_head
from runcard.domain.playbooks.levels.own_keys import is_surely_level
from runcard.domain.playbooks.page.blocks import (
    Fence,
    Item,
    Outline,
    Paragraph,
    Section,
    label_of,
)
from runcard.domain.playbooks.page.kept import kept_with_page
from runcard.domain.playbooks.procedures.incident_types import (
    are_alert_rules,
    are_incident_types,
    names_many,
)
from runcard.domain.playbooks.procedures.own_labels import is_deed
from runcard.domain.playbooks.procedures.part_names import part_name
from runcard.domain.playbooks.procedures.phase_headings import phase_headings
from runcard.domain.playbooks.procedures.phase_words import is_phase_word
from runcard.domain.playbooks.procedures.recurring import has_recurring, recurring
from runcard.domain.playbooks.procedures.scenario_titles import is_scenario, is_titled
from runcard.domain.playbooks.procedures.signs import is_sign, symptoms_of
from runcard.domain.playbooks.procedures.step_codes import is_coded
from runcard.domain.playbooks.procedures.trouble_files import is_regular
from runcard.domain.playbooks.procedures.ways_of_repair import is_recovery
from runcard.domain.playbooks.procedures.windows import behind_time, window_of
from runcard.domain.playbooks.procedures.within_parts import tells_how_it_is_noticed
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import trailing_parenthesis, untitled

FEWEST = 2
# What stands under such a heading is never a runbook, whatever labels it has.
NEVER = {"severity", "contacts", "roles", "templates", "review"}
# `On-call procedures` are rules; `On-call runbooks` are runbooks.
RULED = {"communication", "oncall", "escalation"}
# Words of a heading that may be about the course of an incident or about its kinds.
EITHER = {"process", "reference"}


@kept_with_page
def listed_sections(page: Outline, words: Vocabulary) -> frozenset[int]:
    """The sections directly in a chapter of runbooks, or in one of the groups that the chapter is
    cut into, less the phases of the process; by their places."""

    again, steps = recurring(page), {one.index for one in phase_headings(page, words)}
    barred = again | {one for one in steps if _is_only_a_phase(page, page.sections[one], words)}
    beside, named = _chapters_beside_the_course(page, words), _named_as_groups(page, words)

    # Asked once a chapter and not once a section in it.
    @cache
    def is_chapter(place: int) -> bool:
        section = page.sections[place]
        if place in barred or not (place in beside or _is_chapter(page, section, words)):
            return False
        return not (has_recurring(page, section, again) and is_chapter(section.parent or 0))

    @cache
    def is_group_at(place: int) -> bool:
        return is_group(page, page.sections[place], words, is_one=place in named)

    def is_listed(section: Section) -> bool:
        parent = page.sections[section.parent or 0]
        if parent.parent is None or parent.level < FEWEST or is_coded(section.title, words):
            return False
        if window_of(section.title, section.line, words) is not None:
            return False
        if is_chapter(parent.index):
            return not is_group_at(section.index)
        is_below = parent.level > FEWEST and is_chapter(parent.parent)
        return is_below and is_group_at(parent.index)

    return frozenset(one.index for one in page.sections if is_listed(one)) - steps


def _is_only_a_phase(page: Outline, section: Section, words: Vocabulary) -> bool:
    """`Containment procedures` as one of the phases; not `Containment by type of incident`."""
    children = page.children(section)
    return is_phase_word(section.title, words) and not are_incident_types(page, children, words)


def _is_chapter(page: Outline, section: Section, words: Vocabulary) -> bool:
    about = words.about(untitled(section.title))
    children = page.children(section)
    if about & NEVER == {"severity"} and are_kinds_of_trouble(page, children, words):
        return True
    # `Mail problems` are about no message if each of them is told as a trouble.
    are_troubles = about == {"templates"} and names_many(section, words)
    if are_troubles and are_incident_types(page, children, words):
        return True
    if about & NEVER or _are_rules(section, words) or _are_levels(page, section, words):
        return False
    if is_regular(page, section, words) or _only_names_kinds(page, section, words):
        return False
    if tells_how_it_is_noticed(page, section, words):
        return False
    is_entry = is_scenario(untitled(section.title), words) or is_titled(section.title, words)
    if "runbooks" in about and not about & EITHER and not is_entry:
        return True
    # `Trigger` and `Actions` below each rung of an escalation tell when and what its people do.
    is_told_when = "escalation" in about or are_alert_rules(section, words)
    return not is_told_when and are_incident_types(page, children, words)


def _chapters_beside_the_course(page: Outline, words: Vocabulary) -> frozenset[int]:
    """`Technical response procedures`, where phases stand below another heading or nowhere: each
    heading tells of a trouble, or ends with `response`, and something is done below it."""
    told = [one for one in page.sections if words.about(untitled(one.title)) == {"process"}]
    course = {one.parent for one in phase_headings(page, words)} if told else set()
    return frozenset(
        chapter.index
        for chapter in told
        if chapter.level >= FEWEST and chapter.index not in course
        if len(page.children(chapter)) >= FEWEST
        if all(_is_a_case(page, child, words) for child in page.children(chapter))
    )


def _is_a_case(page: Outline, section: Section, words: Vocabulary) -> bool:
    return _is_named_by_itself(section, words) and _is_anything_done(page, section)


def _is_named_by_itself(section: Section, words: Vocabulary) -> bool:
    title = trailing_parenthesis(untitled(section.title))[0]
    is_step = is_coded(section.title, words) or is_phase_word(title, words)
    is_other = words.about(title) or part_name(title, words) or level_head(title, words)
    last = title.split()[-1] if title.split() else ""
    is_case = words.signs.speaks_of(title, "faults") or "process" in words.about(last)
    return is_case and not (is_step or is_other)


def lists_runbooks(page: Outline, chapter: Section, words: Vocabulary) -> bool:
    """By its name; one with parts directly below it is a single one."""
    children = page.children(chapter)
    is_named = bool(children) and "runbooks" in words.about(untitled(chapter.title))
    return is_named and not any(part_name(child.title, words) for child in children)


def _are_rules(section: Section, words: Vocabulary) -> bool:
    title = untitled(section.title)
    return bool(words.about(title) & RULED) and words.works.speaks_of(title, "rules")


def _are_levels(page: Outline, section: Section, words: Vocabulary) -> bool:
    """`P1 – High`, `P2 – Medium`: what counts as which, with nothing to do at any of them."""
    levels = [level_head(untitled(one.title), words) for one in page.children(section)]
    keys = {one.key for one in levels if one is not None and is_surely_level(one, page, words)}
    return (
        len(levels) >= FEWEST and len(keys) == len(levels) and not _is_anything_done(page, section)
    )


def _only_names_kinds(page: Outline, section: Section, words: Vocabulary) -> bool:
    """`Types of incident`, and below it `#### Water` above `- Leaks`, `- High tide`: kinds of
    trouble by name, with nothing to do."""
    if words.works.exactly(untitled(section.title)) != "kinds":
        return False
    listed = [block for child in page.children(section) for block in child.blocks]
    return bool(listed) and all(
        isinstance(block, Item)
        and not (block.numbered or block.box or label_of(block.text))
        and not any(found.start() == 0 for found in words.acts.matches(block.text))
        for block in listed
    )


def _is_anything_done(page: Outline, section: Section) -> bool:
    return any(is_deed(block) for part in page.under(section) for block in part.blocks)


def is_group(page: Outline, section: Section, words: Vocabulary, *, is_one: bool) -> bool:
    """`### Storage` above runbooks of its own: nothing to do in itself, and no parts below it. By
    its name and those beside it, `Database incidents`, it may be one without a sign of them."""
    children = page.children(section)
    if not children or any(isinstance(block, Item | Fence) for block in section.blocks):
        return False
    if _are_entries_alike(children, words):
        return True
    if any(_is_inside(child.title, words) for child in children):
        return False
    are_worked = all(_is_anything_done(page, child) for child in children)
    return (is_one and are_worked) or any(
        _is_like_a_runbook(page, child, words) for child in children
    )


def _named_as_groups(page: Outline, words: Vocabulary) -> frozenset[int]:
    """The places of neighbours each of which names more than one trouble, or none."""
    rows = [page.children(section) for section in page.sections]
    groups = [
        row for row in rows if all(names_many(one, words) for one in row) or _are_fields(row, words)
    ]
    return frozenset(one.index for row in groups for one in row)


def _are_fields(row: Sequence[Section], words: Vocabulary) -> bool:
    """`Mill incident response` beside `Bakery response`: whatever happens in one place each."""
    titles = [trailing_parenthesis(untitled(one.title))[0] for one in row]
    are_answers = all(_ends_with_an_answer(title, words) for title in titles)
    is_general = any(words.told.speaks_of(title, "matter") for title in titles)
    is_of_one = any(words.signs.speaks_of(title, "faults") for title in titles)
    return are_answers and is_general and not is_of_one


def _ends_with_an_answer(title: str, words: Vocabulary) -> bool:
    last = words.headings_alone.matches(title)[-1:]
    said = [words.headings_alone.phrases[one.group()] for one in last if one.end() == len(title)]
    return any("process" in concepts for concepts in said)


def _are_entries_alike(children: Sequence[Section], words: Vocabulary) -> bool:
    """`Shop outage` beside `Till outage`, `Archive recovery` beside `Cache recovery`: each is a
    trouble or a repair with commands of its own; the parts of one runbook differ."""
    titles = [untitled(child.title) for child in children]
    are_troubles = all(words.signs.speaks_of(title, "faults") for title in titles)
    are_repairs = all(
        words.process.exactly(title) is None
        and words.parts.exactly(title) is None
        and is_recovery(title, words)
        for title in titles
    )
    are_worked = all(any(isinstance(one, Fence) for one in child.blocks) for child in children)
    return len(children) >= FEWEST and are_worked and (are_troubles or are_repairs)


def _is_inside(title: str, words: Vocabulary) -> bool:
    bare = untitled(title)
    is_aside = words.objectives.exactly(bare) is not None or behind_time(bare, words) != bare
    return is_sign(bare, words) or part_name(bare, words) is not None or is_aside


def _is_like_a_runbook(page: Outline, section: Section, words: Vocabulary) -> bool:
    if symptoms_of(page, section, words)[0]:
        return True
    labels = [
        label_of(block.lines[-1].text) for block in section.blocks if isinstance(block, Paragraph)
    ]
    names = [label.name for label in labels if label is not None and not label.value]
    below = [child.title for child in page.children(section)]
    return any(part_name(name, words) is not None for name in (*names, *below))

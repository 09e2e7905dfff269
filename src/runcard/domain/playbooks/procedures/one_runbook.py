"""Whether a whole page is one runbook: its chapters are named like the parts of one."""

from runcard.domain.playbooks.levels.own_keys import lists_levels
from runcard.domain.playbooks.page.blocks import Outline, Section
from runcard.domain.playbooks.procedures.part_names import part_name
from runcard.domain.playbooks.procedures.phase_headings import phase_headings
from runcard.domain.playbooks.procedures.scenario_titles import is_titled
from runcard.domain.playbooks.procedures.signs import is_symptoms
from runcard.domain.playbooks.procedures.step_codes import NUMBERED, is_coded
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import plain, untitled

CHAPTER = 2
FEWEST = 2
FEWEST_MEANT = 3


def is_one_runbook(page: Outline, words: Vocabulary) -> bool:
    """A page whose sections are named like the parts of a runbook: a diagnosis, or signs of
    trouble, among them, or its title says that it is one. What lists the levels or several
    troubles, or has phases that end with a review, is for any incident."""
    titles = [one.title for one in page.sections if one.level == CHAPTER]
    names = {part_name(title, words) for title in titles if not is_coded(title, words)} - {None}
    if not names or _is_any_course(page, words) or _lists_levels(page, words):
        return False
    if any(_lists_troubles(page, one, words) for one in page.sections if one.level == CHAPTER):
        return False
    tells = any(is_symptoms(title, words) for title in titles)
    if any(is_titled(one.title, words) for one in page.sections if one.level == 1):
        return True
    return len(names) >= FEWEST and ("diagnosis" in names or tells)


def _lists_levels(page: Outline, words: Vocabulary) -> bool:
    return any(lists_levels(page, one, words) for one in page.sections if one.level == CHAPTER)


def _lists_troubles(page: Outline, chapter: Section, words: Vocabulary) -> bool:
    """`Common failures` above several; `Procedure` above its steps is a part."""
    is_part = part_name(chapter.title, words) is not None
    below = [one for one in page.children(chapter) if NUMBERED.match(plain(one.title)) is None]
    is_list = "runbooks" in words.about(untitled(chapter.title)) and not is_part
    return is_list and len(below) >= FEWEST


def _is_any_course(page: Outline, words: Vocabulary) -> bool:
    """From noticing to the review, or over roles and messages: more than a repair."""
    steps = phase_headings(page, words)
    meant = frozenset().union(*(words.meanings.all(one.title) for one in steps))
    return "after" in meant and len(meant) >= FEWEST_MEANT

"""Procedures that say by themselves what they are for: `Checkpoint recovery procedure`."""

from runcard.domain.playbooks.page.blocks import Outline, Section
from runcard.domain.playbooks.procedures.part_names import part_name
from runcard.domain.playbooks.procedures.section_work import Marked, has_steps, runs
from runcard.domain.playbooks.procedures.step_codes import is_coded
from runcard.domain.playbooks.topics import topics
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import folded, plain, untitled

# What the word itself is about; anything else in the title makes it a procedure of another kind.
BY_ITS_WORD = {"process", "runbooks"}
ABOVE = {"process", "runbooks"}
CHAPTER = 2
FEWEST_WORDS = 2  # of a title that is known by its words


def is_named_procedure(page: Outline, section: Section, fences: Marked, words: Vocabulary) -> bool:
    """A procedure for a trouble, a restore or an emergency, with its work directly below it; or a
    chapter with commands to which a step sends: `see "New key for the tower" below`."""
    title = untitled(section.title)
    if section.level < CHAPTER:
        return False
    if _is_sent_to(page, title) and not words.about(title):
        return runs(section, fences)
    if not words.works.speaks_of(title, "procedure"):
        return False
    is_other = words.about(title) - BY_ITS_WORD or topics(page, section, words) - ABOVE
    if is_other or is_coded(section.title, words):
        return False
    if _is_emergency(title, words):
        parts = page.under(section) if _begins_so(title, words) else (section,)
        return any(has_steps(one) or runs(one, fences) for one in parts)
    return any(part_name(child.title, words) == "immediate" for child in page.children(section))


def _begins_so(title: str, words: Vocabulary) -> bool:
    """`How to revert a release`, however told below; `Restore procedures` lists some."""
    return any(
        one.start() == 0 and "procedure" in words.works.phrases[one.group()]
        for one in words.works.matches(title)
    )


def _is_sent_to(page: Outline, title: str) -> bool:
    name = folded(plain(title)).strip(" .,")
    return len(name.split()) >= FEWEST_WORDS and name in page.quoted


def _is_emergency(title: str, words: Vocabulary) -> bool:
    speaks = (
        words.process.speaks_of(title, "restore"),
        words.works.speaks_of(title, "emergency"),
        words.signs.speaks_of(title, "faults"),
    )
    return any(speaks)

"""What a review goes through, listed below its mere name: `timeline; root cause; impact.`"""

from collections.abc import Sequence

from runcard.domain.playbooks.nouns.appendix import AgendaPoint
from runcard.domain.playbooks.page.blocks import (
    Fence,
    Item,
    Outline,
    Paragraph,
    Section,
    Table,
    label_of,
)
from runcard.domain.playbooks.page.bodies import items_with_bodies
from runcard.domain.playbooks.reviews.held_within import held_within
from runcard.domain.playbooks.times.grammar import spans_in
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import plain, untitled

FEWEST, FEWEST_KNOWN = 3, 2
MOST_WORDS = 8
QUESTIONS = ("?", "？")
ENDS = " ;,.；;，、。"


def listed_subjects(page: Outline, words: Vocabulary) -> tuple[AgendaPoint, ...]:
    """The only list of a section on reviews, where its entries are short names, and two of them at
    least are what is asked after every incident; nothing to tick off, and no form beside it."""
    found = (_subjects_in(one, words) for one in page.sections if _is_of_it(page, one, words))
    return next(filter(None, found), ())


def _is_of_it(page: Outline, section: Section, words: Vocabulary) -> bool:
    """A heading that names the review, or one below it that only says by when it is held."""
    said = words.review.all(untitled(section.title))
    is_named = "strong" in said and "template" not in said
    return is_named or bool(held_within(page, section, words))


def _subjects_in(section: Section, words: Vocabulary) -> tuple[AgendaPoint, ...]:
    lists = items_with_bodies(section)
    is_alone = len(lists) == 1 and not any(isinstance(one, Fence | Table) for one in section.blocks)
    entries = [item for item, body in lists[0] if not body] if is_alone else []
    if not is_alone or len(entries) < len(lists[0]):
        return ()
    is_led = any(isinstance(one, Paragraph) for one in section.blocks)
    if named := () if is_led else _named_subjects(entries, words):
        return named
    if not _are_subjects(entries, words):
        return ()
    return tuple(AgendaPoint(plain(one.text), one.line) for one in entries)


def _are_subjects(entries: Sequence[Item], words: Vocabulary) -> bool:
    said = [plain(one.text).strip(ENDS) for one in entries]
    are_names = all(len(one.split()) <= MOST_WORDS for one in said)
    known = [one for one in said if "asked" in words.review.phrases.get(one.casefold(), ())]
    is_work = any(one.box for one in entries)
    return are_names and not is_work and len(said) >= FEWEST and len(known) >= FEWEST_KNOWN


def _named_subjects(entries: Sequence[Item], words: Vocabulary) -> tuple[AgendaPoint, ...]:
    """`**Causes**: why did it break?`: behind each name what is asked there, at two of them at
    least in so many words; below `Write down:` they would be parts of a paper."""
    labels = [(label_of(one.text), one) for one in entries]
    said = [(one.name, one.value, item) for one, item in labels if one is not None and one.bold]
    known = [name for name, _, _ in said if words.review.all(name) & {"asked", "action_item"}]
    questions = [value for _, value, _ in said if value.endswith(QUESTIONS)]
    is_free = any(item.box or spans_in(item.text, words) for item in entries)
    if len(said) < max(FEWEST, len(entries)) or is_free:
        return ()
    if len(known) < FEWEST_KNOWN or len(questions) < FEWEST_KNOWN:
        return ()
    return tuple(AgendaPoint(name, item.line) for name, _, item in said)

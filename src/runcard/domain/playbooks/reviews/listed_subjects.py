"""What a review goes through, listed below its mere name: `timeline; root cause; impact.`"""

from collections.abc import Sequence

from runcard.domain.playbooks.levels.groups import items_with_bodies
from runcard.domain.playbooks.nouns.appendix import AgendaPoint
from runcard.domain.playbooks.page.blocks import Fence, Item, Outline, Section, Table
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import plain, untitled

FEWEST, FEWEST_KNOWN = 3, 2
MOST_WORDS = 8
ENDS = " ;,.；;，、。"


def listed_subjects(page: Outline, words: Vocabulary) -> tuple[AgendaPoint, ...]:
    """The only list of a section on reviews, where its entries are short names, and two of them at
    least are what is asked after every incident; nothing to tick off, and no form beside it."""
    return next(filter(None, (_subjects_in(one, words) for one in page.sections)), ())


def _subjects_in(section: Section, words: Vocabulary) -> tuple[AgendaPoint, ...]:
    said = words.review.all(untitled(section.title))
    if "strong" not in said or "template" in said:
        return ()
    lists = items_with_bodies(section)
    is_alone = len(lists) == 1 and not any(isinstance(one, Fence | Table) for one in section.blocks)
    entries = [item for item, body in lists[0] if not body] if is_alone else []
    if not is_alone or len(entries) < len(lists[0]) or not _are_subjects(entries, words):
        return ()
    return tuple(AgendaPoint(plain(one.text), one.line) for one in entries)


def _are_subjects(entries: Sequence[Item], words: Vocabulary) -> bool:
    said = [plain(one.text).strip(ENDS) for one in entries]
    are_names = all(len(one.split()) <= MOST_WORDS for one in said)
    known = [one for one in said if "asked" in words.review.phrases.get(one.casefold(), ())]
    is_work = any(one.box for one in entries)
    return are_names and not is_work and len(said) >= FEWEST and len(known) >= FEWEST_KNOWN

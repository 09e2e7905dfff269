"""Chapters on one kind of trouble: a line that says when, and below it what is done."""

from collections.abc import Sequence

from runcard.domain.playbooks.page.blocks import Item, Outline, Paragraph, Section
from runcard.domain.playbooks.page.bodies import items_with_bodies
from runcard.domain.playbooks.particles import without_lead
from runcard.domain.playbooks.procedures.conditions import says_if
from runcard.domain.playbooks.procedures.incident_types import NO_LEVERS
from runcard.domain.playbooks.procedures.own_labels import COLONS
from runcard.domain.playbooks.procedures.trouble_files import tells_of_trouble
from runcard.domain.playbooks.topics import topics
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import plain, untitled

FEWEST = 3
CHAPTER = 2
ELSEWHERE = NO_LEVERS | {"severity", "process", "reference"}


def led_troubles(page: Outline, words: Vocabulary) -> frozenset[int]:
    """`Data incidents` above `If papers were seen by others:` and a list of orders, with nothing
    below it; what only counts as one is listed without an order."""
    return frozenset(
        one.index
        for one in page.sections
        if one.level >= CHAPTER and not page.children(one)
        if _leads_to_orders(one, words) and not topics(page, one, words) & ELSEWHERE
    )


def _leads_to_orders(section: Section, words: Vocabulary) -> bool:
    lists = items_with_bodies(section)
    first = section.blocks[0] if section.blocks else None
    if len(lists) != 1 or not isinstance(first, Paragraph) or len(first.lines) > 1:
        return False
    entries = [item for item, _ in lists[0]]
    is_next = section.blocks[1] is entries[0] and len(entries) >= FEWEST
    return is_next and _says_which(section, first, words) and _are_orders(entries, words)


def _says_which(section: Section, lead: Paragraph, words: Vocabulary) -> bool:
    """`If the gate was left open:` where the title tells of trouble, or `For lost sheep:` where it
    names more than one."""
    said, title = plain(lead.lines[0].text), untitled(section.title)
    if not said.rstrip().endswith(COLONS):
        return False
    if says_if(said, words):
        return _is_of_trouble(title, words) or _names_many(title, words)
    return _names_many(title, words) and without_lead(said, "purpose", words) != said


def _names_many(title: str, words: Vocabulary) -> bool:
    """`Data incidents`, `Incidents de données`: the word stands last or first."""
    return any(
        "many" in words.signs.phrases[one.group()]
        for one in words.signs.matches(title)
        if one.start() == 0 or one.end() == len(title)
    )


def _is_of_trouble(title: str, words: Vocabulary) -> bool:
    """`Data incident path`, `Broken gate`; `Incident record` is about all of them."""
    named = [
        one for one in words.told.matches(title) if "matter" in words.told.phrases[one.group()]
    ]
    return tells_of_trouble(title, words) or any(one.start() > 0 for one in named)


def _are_orders(entries: Sequence[Item], words: Vocabulary) -> bool:
    """Counted steps, or one entry at least that begins or ends with a word for something done."""
    return all(one.numbered for one in entries) or any(_is_order(one, words) for one in entries)


def _is_order(item: Item, words: Vocabulary) -> bool:
    said = plain(item.text).rstrip(" ;,.；，、。")
    acts = words.acts.matches(said)
    starts = any(one.start() == 0 for one in (*acts, *words.meanings.matches(said)))
    return " " in said and (starts or any(one.end() == len(said) for one in acts))

"""Lists that say what is done, with a colon amid each entry, and lead to nobody."""

from dataclasses import replace

from runcard.domain.playbooks.levels.mentions import starts_with_level
from runcard.domain.playbooks.page.addresses import is_placeholder
from runcard.domain.playbooks.page.blocks import Item, Label, Section, items, label_of
from runcard.domain.playbooks.people.hours_beside import reaches_somebody
from runcard.domain.playbooks.vocabulary import Vocabulary

MOST_WORDS = 8
OPENINGS = {"case", "opening"}


def without_deed_lists(section: Section, words: Vocabulary, *, is_sure: bool) -> Section:
    """`For P1: mend it at once`, `Sluice: close the upper gate, or call it dry for the night`: a
    list without any address. Among contacts, only where one entry is a sentence; a list of names
    may still be one, there."""
    lists: dict[int, list[Item]] = {}
    for item in items(section):
        lists.setdefault(item.list_line, []).append(item)
    deeds = {at for at, entries in lists.items() if _are_deeds(entries, words, is_sure=is_sure)}
    kept = (one for one in section.blocks if not (isinstance(one, Item) and one.list_line in deeds))
    return replace(section, blocks=tuple(kept)) if deeds else section


def _are_deeds(entries: list[Item], words: Vocabulary, *, is_sure: bool) -> bool:
    told = [one for one in entries if not _is_for_a_level(label_of(one.text), words)]
    is_led = reaches_somebody(told, words) or any(_is_open(one, words) for one in told)
    return not is_led and (is_sure or any(_is_a_sentence(label_of(one.text)) for one in told))


def _is_open(item: Item, words: Vocabulary) -> bool:
    """`Warden: TBD; until then the clerk`."""
    label = label_of(item.text)
    return label is not None and is_placeholder(label.value, words)


def _is_a_sentence(label: Label | None) -> bool:
    return label is not None and len(label.value.split()) > MOST_WORDS


def _is_for_a_level(label: Label | None, words: Vocabulary) -> bool:
    """`For P1`, `Bei P3`: what is done then."""
    name = label.name if label is not None else ""
    first = (one for one in words.rungs.matches(name) if one.start() == 0)
    ends = [one.end() for one in first if OPENINGS & set(words.rungs.phrases[one.group()])]
    return bool(ends) and starts_with_level(name[max(ends) :].strip(), words)

"""Reasons to escalate below an entry of a list: `- We do not wait when` and bullets inside it."""

from runcard.domain.playbooks.lexicon import Lexicon
from runcard.domain.playbooks.model import Text
from runcard.domain.playbooks.page.blocks import Item, Section, label_of
from runcard.domain.playbooks.page.bodies import items_with_bodies
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import plain

FEWEST = 2


def nested_cases(section: Section, words: Vocabulary, *, is_home: bool) -> tuple[Text, ...]:
    """The bullets inside the first entry that says so and nothing else."""
    entry = entry_of_cases(section, words, is_home=is_home)
    return () if entry is None else tuple(Text(plain(one.text), one.line) for one in entry[1])


def entry_of_cases(
    section: Section, words: Vocabulary, *, is_home: bool
) -> tuple[Item, tuple[Item, ...]] | None:
    """The entry, and what is nested directly below it; at home, where people are called, it may
    end in any word such as `if`."""
    for entries in items_with_bodies(section):
        for item, body in entries:
            inner = tuple(
                one for one in body if isinstance(one, Item) and one.depth == item.depth + 1
            )
            if len(inner) >= FEWEST and _leads(item, words, is_home=is_home):
                return item, inner
    return None


def _leads(item: Item, words: Vocabulary, *, is_home: bool) -> bool:
    label = label_of(item.text)
    if item.box or (label is not None and label.value):
        return False
    said = plain(item.text)
    is_named = words.headings.exactly(said.rstrip(" :：")) == "triggers"
    return is_named or (is_home and ends_in(said, words.talk, "if"))


def ends_in(text: str, lexicon: Lexicon, concept: str) -> bool:
    """`We ring further when`, `Escaladez tout de suite si :`."""
    said = text.rstrip(" :：,，")
    last = [found for found in lexicon.matches(said) if found.end() == len(said)]
    return any(concept in lexicon.phrases[found.group()] for found in last)

"""How each rung is reached: `Name: …`, `Phone: …` below its heading or its name in bold."""

from collections.abc import Iterator
from dataclasses import replace

from runcard.domain.playbooks.model import Contact
from runcard.domain.playbooks.page.blocks import Item, Paragraph, Section, label_of
from runcard.domain.playbooks.people.contact_lines import contact, is_chat, is_way
from runcard.domain.playbooks.people.tier_names import name_behind_tier
from runcard.domain.playbooks.times.grammar import spans_in
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import slug, trailing_parenthesis, untitled

WHO = "who"


def ways_of_rungs(section: Section, words: Vocabulary) -> Iterator[Contact]:
    """Each way in the lists below a rung, a gap or not, under the name of whoever stands there."""
    whom = _without_window(name_behind_tier(untitled(section.title), words), words)
    for block in section.blocks:
        if isinstance(block, Paragraph):
            whom = _name_in_bold(block, words) or whom
        elif isinstance(block, Item) and whom:
            yield from _way(block, whom, words)


def _without_window(whom: str, words: Vocabulary) -> str:
    """`Miller (0-15 min)`: how long it is his is no part of his name."""
    name, inside = trailing_parenthesis(whom)
    return name if inside is not None and spans_in(inside, words) else whom


def _name_in_bold(paragraph: Paragraph, words: Vocabulary) -> str:
    """`**Level 1 - Miller**`, `**Miller**` on the last line above a list; `**Contact:**` names
    nobody."""
    label = label_of(paragraph.lines[-1].text)
    if label is None or not label.stands_alone or is_way(slug(label.name), words):
        return ""
    return name_behind_tier(label.name, words) or label.name


def _way(item: Item, whom: str, words: Vocabulary) -> Iterator[Contact]:
    label = label_of(item.text)
    if label is None or not label.value:
        return
    is_name = WHO in words.columns.phrases.get(label.name.casefold(), ())
    is_reach = is_way(slug(label.name), words) or is_chat(label.name, words)
    if not is_name and not is_reach:
        return
    found = contact(whom, label.value, item.line, words)
    if is_name and found.kind == "none":  # `Contact: phone only` tells the way alone
        found = replace(found, kind=words.contacts.find(label.value) or "name")
    if found.placeholder or found.kind != "none":
        yield found

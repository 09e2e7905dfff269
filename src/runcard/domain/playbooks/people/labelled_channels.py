"""Ways to people below a bold label of their own, `**Notification channels:**`, in a phase; the one
channel in a list of how the team talks; and the file where the contacts are kept."""

import re
from collections.abc import Iterator
from dataclasses import replace

from runcard.domain.playbooks.model import Contact
from runcard.domain.playbooks.page.addresses import is_only_a_place, kind_of
from runcard.domain.playbooks.page.blocks import (
    Block,
    Item,
    Label,
    Paragraph,
    Section,
    items,
    label_of,
)
from runcard.domain.playbooks.people.contact_lines import contact
from runcard.domain.playbooks.people.contact_lists import channels_listed
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import plain, untitled

FILE = re.compile(r"^`?[\w./-]{1,80}\.(?:md|markdown|txt|pdf|docx?|xlsx?|ya?ml|csv)`?$")
MOST_WORDS = 4
FEWEST = 2


def labelled_channels(section: Section, words: Vocabulary) -> Iterator[Contact]:
    """The list below such a label, where half of its entries lead somewhere or are open."""
    blocks: list[Block] = []
    is_led = False
    for block in section.blocks:
        if isinstance(block, Paragraph):
            is_led = _names_channels(block, words)
        elif is_led and isinstance(block, Item) and not block.box:
            blocks.append(block)
    yield from channels_listed(replace(section, blocks=tuple(blocks)), words)


def _names_channels(paragraph: Paragraph, words: Vocabulary) -> bool:
    label = label_of(paragraph.lines[-1].text)
    is_label = label is not None and label.bold and label.stands_alone
    is_short = label is not None and len(label.name.split()) <= MOST_WORDS
    return (
        is_label
        and is_short
        and words.people.speaks_of(plain(paragraph.lines[-1].text), "channels")
    )


def single_channels(section: Section, words: Vocabulary) -> Iterator[Contact]:
    """`Slack channel: #incidents` in a list below `Internal communication`; any label there, where
    all entries are channels and nothing else."""
    if words.about(untitled(section.title)) != {"communication"}:
        return
    labels = [(item, label_of(item.text)) for item in items(section)]
    are_places = [label is not None and _is_place(label, words) for _, label in labels]
    is_list = len(labels) >= FEWEST and all(are_places)
    for item, label in labels:
        if (label is not None and is_list) or (label is not None and _is_chat(label, words)):
            yield contact(label.name, label.value, item.line, words)


def _is_place(label: Label, words: Vocabulary) -> bool:
    """`Updates: #sluice-news`, and not the name of a tool, which may only tell how."""
    is_tool = words.contacts.exactly(label.name) is not None
    return not is_tool and label.value.strip("` ").startswith("#") and is_only_a_place(label.value)


def _is_chat(label: Label, words: Vocabulary) -> bool:
    """By more than the name of a tool: `Slack: #sluice` may only tell how."""
    is_tool = words.contacts.exactly(label.name) is not None
    is_named = words.contacts.find(label.name) == "chat" and not is_tool
    return is_named and is_only_a_place(label.value) and kind_of(label.value, words) == "chat"


def files_of_contacts(section: Section, words: Vocabulary) -> Iterator[Contact]:
    """`- **Contacts:** HANDS.md`, wherever it stands."""
    for item in items(section):
        label = label_of(item.text)
        if label is None or words.headings.exactly(label.name) != "contacts":
            continue
        if FILE.match(plain(label.value)):
            made = contact(label.name, plain(label.value), item.line, words)
            yield replace(made, kind="pointer", placeholder=False)

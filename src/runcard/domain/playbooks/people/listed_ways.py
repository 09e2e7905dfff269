"""Ways to one place below each other, whatever it is: `E-mail: …`, `Portal: …`, `Phone: …`."""

from collections.abc import Iterator

from runcard.domain.playbooks.model import Contact
from runcard.domain.playbooks.page.addresses import EMAIL, PHONE, without_brackets
from runcard.domain.playbooks.page.blocks import Item, Label, Section, items, label_of
from runcard.domain.playbooks.people.contact_lines import contact
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import plain

WAYS = {"email", "phone"}
PAGES = ("https://", "http://")
FEWEST = 2


def listed_ways(section: Section, words: Vocabulary) -> Iterator[Contact]:
    """Two entries of a list at least that are a name and an address, one of them named after a
    mailbox or a telephone: how a notice is sent, in the middle of what it says."""
    lists: dict[int, list[tuple[Item, Label]]] = {}
    for item in items(section):
        label = label_of(item.text)
        if label is not None and not item.box and _is_address(label.value):
            lists.setdefault(item.list_line, []).append((item, label))
    for led in lists.values():
        is_named = any(words.contacts.exactly(label.name) in WAYS for _, label in led)
        for item, label in led if len(led) >= FEWEST and is_named else ():
            yield contact(label.name, plain(label.value), item.line, words)


def _is_address(said: str) -> bool:
    value = without_brackets(plain(said))
    is_page = value.startswith(PAGES)
    return is_page or EMAIL.match(value) is not None or PHONE.match(value) is not None

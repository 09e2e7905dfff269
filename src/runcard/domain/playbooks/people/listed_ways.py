"""Ways to one place below each other, whatever it is: `E-mail: …`, `Portal: …`, `Phone: …`."""

from collections.abc import Iterator
from itertools import takewhile

from runcard.domain.playbooks.model import Contact
from runcard.domain.playbooks.page.addresses import EMAIL, PHONE, TOKEN, kind_of, without_brackets
from runcard.domain.playbooks.page.blocks import Fence, Item, Label, Section, items, label_of
from runcard.domain.playbooks.people.contact_lines import contact
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import plain

WAYS = {"email", "phone"}
CALLED = {*WAYS, "chat"}
LED = {*CALLED, "url"}
TEXT = {None, "", "text", "txt", "plain", "plaintext"}
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


def named_ways(section: Section, words: Vocabulary) -> Iterator[Contact]:
    """A list each entry of which is named after a way, `Chat: #harbour`, `Phone: [number]`, and two
    at least of which lead there: how people are told."""
    lists: dict[int, list[tuple[Item, Label | None]]] = {}
    for item in items(section):
        lists.setdefault(item.list_line, []).append((item, label_of(item.text)))
    for entries in lists.values():
        named = [(item, one) for item, one in entries if one is not None and _is_way(one, words)]
        led = [label for _, label in named if _leads(label, words)]
        is_list = len(named) == len(entries) and not any(item.box for item, _ in entries)
        for item, label in named if is_list and len(led) >= FEWEST else ():
            yield contact(label.name, label.value, item.line, words)


def _is_way(label: Label, words: Vocabulary) -> bool:
    return bool(label.value) and words.contacts.find(label.name) in CALLED


def _is_address(said: str) -> bool:
    value = without_brackets(plain(said))
    is_page = value.startswith(PAGES)
    return is_page or EMAIL.match(value) is not None or PHONE.match(value) is not None


def ways_atop_fences(section: Section, words: Vocabulary) -> Iterator[Contact]:
    """The first lines of a fence, up to a blank one: two at least are the name of a way and an
    address of that kind, and the others lead somewhere or are a gap; a message begins otherwise."""
    for block in section.blocks:
        if not isinstance(block, Fence) or block.lang not in TEXT:
            continue
        opening = [*takewhile(str.strip, block.lines)]
        found = [label_of(line.strip()) for line in opening]
        labels = [label for label in found if label is not None and _leads(label, words)]
        named = [label for label in labels if _is_so_named(label, words)]
        for at, label in enumerate(labels, block.line + 1):
            if len(named) >= FEWEST and len(labels) == len(opening):
                yield contact(label.name, label.value, at, words)


def _leads(label: Label, words: Vocabulary) -> bool:
    return TOKEN.fullmatch(label.value) is not None or kind_of(label.value, words) in LED


def _is_so_named(label: Label, words: Vocabulary) -> bool:
    """`Mail: desk@…`, `Status page: https://…`: the name tells the kind of what stands behind."""
    is_written = TOKEN.search(label.value) is None
    return is_written and words.contacts.find(label.name) == kind_of(label.value, words) in LED

"""Lists and tables that a line above them calls contacts: `Reporting contacts:`."""

from collections.abc import Iterator
from dataclasses import replace

from runcard.domain.playbooks.model import Contact
from runcard.domain.playbooks.page.blocks import (
    Block,
    Item,
    Paragraph,
    Section,
    Table,
    label_of,
)
from runcard.domain.playbooks.people.contact_lines import in_line
from runcard.domain.playbooks.people.contact_tables import contact_rows
from runcard.domain.playbooks.people.hours_beside import reaches_somebody
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import plain, trailing_parenthesis

MOST_WORDS = 4


def led_contacts(section: Section, words: Vocabulary) -> Iterator[Contact]:
    """Whatever the heading is about, what stands directly below such a line is a way to somebody;
    in a list, where one entry at least leads there."""
    led = led_blocks(section, words)
    entries = [block for block in led if isinstance(block, Item)]
    for entry in entries if reaches_somebody(entries, words) else ():
        yield from in_line(entry.text, entry.line, words)
    for block in led:
        if isinstance(block, Table):
            above = _line_above(block, section)
            yield from (as_told(one, above, words) for one in contact_rows(block, words))


def as_told(found: Contact, above: str, words: Vocabulary) -> Contact:
    """Below `Contact tree (fill in real values)` a word that leads nowhere is still to be filled
    in: `on-call`."""
    is_open = found.kind == "none" and words.unfilled.speaks_of(above, "unfilled")
    return replace(found, placeholder=True) if is_open else found


def _line_above(table: Table, section: Section) -> str:
    said = [one for one in section.blocks if isinstance(one, Paragraph) and one.line < table.line]
    return plain(said[-1].lines[-1].text) if said else ""


def led_blocks(section: Section, words: Vocabulary) -> list[Block]:
    """The entries and tables directly below a line that calls them contacts."""
    found: list[Block] = []
    is_led = False
    for block in section.blocks:
        if isinstance(block, Paragraph) and not block.in_item:
            is_led = block.quote is None and _leads(block.lines[-1].text, words)
        elif is_led and isinstance(block, Item | Table):
            found.append(block)
    return found


def _leads(text: str, words: Vocabulary) -> bool:
    """`Contact tree (to be filled in):`, `**Contacts**`, in a few words."""
    said = plain(text)
    label = label_of(text)
    is_label = label is not None and label.bold and label.stands_alone
    if not is_label and not said.endswith((":", "：")):
        return False
    name = trailing_parenthesis(said.rstrip(":： "))[0]
    return 0 < len(name.split()) <= MOST_WORDS and "contacts" in words.about(name)

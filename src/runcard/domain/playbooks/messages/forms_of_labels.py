"""A message that is only listed: below `Status update template`, the labels of what it tells."""

from collections.abc import Iterator, Sequence

from runcard.domain.playbooks.messages.occasions import is_named
from runcard.domain.playbooks.model import Text
from runcard.domain.playbooks.nouns.message import Message
from runcard.domain.playbooks.page.blocks import Item, Paragraph, Section, label_of
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import plain, untitled

FEWEST = 3
COLONS = (":", "：")
MESSAGES = {"templates", "communication"}


def forms_of_labels(section: Section, words: Vocabulary) -> Iterator[Message]:
    """Lists of labels below a heading, or a line, that calls them the template of a message; each
    says behind its label what is to stand there."""
    title = Text(section.title, section.line)
    for lead, entries in _led_lists(section):
        if _is_a_template(lead or title, words) and _are_fields(entries, words):
            said = tuple(line.text for item in entries for line in item.lines)
            yield Message(said, entries[0].line, lead, quoted=True, is_form=True)


def _led_lists(section: Section) -> Iterator[tuple[Text | None, list[Item]]]:
    """Every list of a section; with the line above it, if that introduces it."""
    lead: Text | None = None
    entries: list[Item] = []
    for block in section.blocks:
        if isinstance(block, Item) and entries and block.list_line == entries[0].list_line:
            entries.append(block)
            continue
        if entries:
            yield lead, entries
            lead, entries = None, []
        if isinstance(block, Item):
            entries.append(block)
        else:
            lead = _introduction(block.lines[-1]) if isinstance(block, Paragraph) else None
    if entries:
        yield lead, entries


def _introduction(line: Text) -> Text | None:
    label = label_of(line.text)
    alone = label is not None and label.stands_alone
    return line if alone or plain(line.text).endswith(COLONS) else None


def _is_a_template(lead: Text, words: Vocabulary) -> bool:
    """`First update template`, `Template for the guests`: the form of something that is sent."""
    said = untitled(plain(lead.text)).rstrip(":： ")
    about = words.about(said)
    is_sent = "communication" in about or is_named(said, words)
    is_form = "templates" in about and words.review.speaks_of(said, "template")
    return is_form and is_sent and "review" not in about


def _are_fields(entries: Sequence[Item], words: Vocabulary) -> bool:
    """Each entry begins with a label, and most labels name what messages tell."""
    if any(item.numbered or item.box for item in entries):
        return False
    labels = [label_of(item.lines[0].text) for item in entries]
    known = [one for one in labels if one and words.fields.exactly(one.name) is not None]
    return all(labels) and len(known) >= FEWEST and 2 * len(known) > len(labels)

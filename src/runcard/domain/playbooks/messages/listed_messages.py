"""Messages that are entries of a list, paragraphs or rows, each behind the name of its moment."""

import re
from collections.abc import Iterator, Sequence

from runcard.domain.playbooks.messages.occasions import is_named
from runcard.domain.playbooks.messages.placeholders import DELIMITED, placeholders_in
from runcard.domain.playbooks.model import Text
from runcard.domain.playbooks.nouns.message import Message
from runcard.domain.playbooks.page.blocks import (
    Item,
    Label,
    Paragraph,
    Section,
    Table,
    items,
    label_of,
)
from runcard.domain.playbooks.times.grammar import read_time, spans_in
from runcard.domain.playbooks.times.tokens import Kind
from runcard.domain.playbooks.vocabulary import Vocabulary

IN_QUOTES = re.compile(r"\s*[\"“„”«「『].*[\"“”»」』]\s*", re.DOTALL)
DASHES = " -–—:："
FEWEST = 2
FEWEST_WORDS = 2
PAIR = 2


def listed_messages(section: Section, words: Vocabulary) -> tuple[Message, ...]:
    """Two at least that are named like messages, one of which asks for something."""
    found = (*_entries(section, words), *_rows(section, words))
    asks = any(placeholders_in(one.lines, one.text_line, words) for one in found)
    is_list = len(found) >= FEWEST and asks
    return (*found, *_quoted_among(section, found)) if is_list else ()


def _quoted_among(section: Section, found: Sequence[Message]) -> Iterator[Message]:
    """`- **Watching:** "We watch the kettles."` in a list of messages, whatever its name is."""
    known = {one.text_line for one in found}
    labelled = [(one, label_of(one.lines[0].text)) for one in items(section)]
    lists = {one.list_line for one, _ in labelled if one.lines[0].line in known}
    for item, label in labelled:
        if label is None or item.list_line not in lists or item.lines[0].line in known:
            continue
        message = _message(item, label)
        if _is_quoted(message):
            yield message


def quoted_beside(told: Sequence[Message], listed: Sequence[Message]) -> Iterator[Message]:
    """Where all messages of a list stand in quotation marks, one that asks for nothing is sent as
    it stands."""
    if told and all(map(_is_quoted, told)):
        yield from (one for one in listed if one not in told and _is_quoted(one))


def _is_quoted(message: Message) -> bool:
    return IN_QUOTES.fullmatch("\n".join(message.lines)) is not None


def _entries(section: Section, words: Vocabulary) -> Iterator[Message]:
    """`- **Start:** [service] is down since [time].`"""
    for block in section.blocks:
        if not isinstance(block, Paragraph | Item):
            continue
        label = label_of(block.lines[0].text)
        if label is not None and _is_message(label.name, label.value, words):
            yield _message(block, label)


def _message(block: Paragraph | Item, label: Label) -> Message:
    first, *rest = block.lines
    said = (label.value.lstrip(DASHES), *(line.text for line in rest))
    return Message(said, first.line, Text(f"**{label.name}**", first.line), quoted=True)


def _rows(section: Section, words: Vocabulary) -> Iterator[Message]:
    """`| Start | [service] is down since [time]. |`"""
    for block in section.blocks:
        if isinstance(block, Table):
            for row in block.rows:
                name, text = (*row.cells, "", "")[:PAIR]
                if len(row.cells) == PAIR and _is_message(name, text, words):
                    above = Text(f"**{row.cells[0]}**", row.line)
                    yield Message((row.cells[1],), row.line, above, quoted=True)


def _is_message(name: str, text: str, words: Vocabulary) -> bool:
    """A sentence behind the name of its moment, of how often it goes out or of those it is for;
    `Start: [time]` is only a thing that one message asks for."""
    if len(DELIMITED.sub(" ", text).split()) < FEWEST_WORDS:
        return False
    if words.talk.exactly(name) == "message_name":
        return True
    if words.fields.exactly(name) is not None:
        return False
    is_due = IN_QUOTES.fullmatch(text) is not None and _is_wait(name, words)
    return is_due or is_named(name, words) or any(one.is_period for one in spans_in(name, words))


def _is_wait(name: str, words: Vocabulary) -> bool:
    """`T+1h`, `Within 20 minutes` and nothing else, in front of a quotation."""
    leads = {lead for span in spans_in(name, words) for lead in span.leads}
    return read_time(name, 0, words) is not None and bool(leads & {Kind.UNDER, Kind.AFTER})

"""Messages that are entries of a list, paragraphs or rows, each behind the name of its moment."""

import re
from collections.abc import Iterator, Sequence

from runcard.domain.playbooks.levels.cells import length
from runcard.domain.playbooks.messages.gaps import DELIMITED
from runcard.domain.playbooks.messages.occasions import is_named
from runcard.domain.playbooks.messages.placeholders import placeholders_in
from runcard.domain.playbooks.model import Text
from runcard.domain.playbooks.nouns.message import Message
from runcard.domain.playbooks.page.blocks import (
    Block,
    Item,
    Label,
    Paragraph,
    Section,
    Table,
    label_of,
)
from runcard.domain.playbooks.times.grammar import read_time, spans_in
from runcard.domain.playbooks.times.tokens import Kind
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import plain

IN_QUOTES = re.compile(r"\s*[\"“„”«「『].*[\"“”»」』]\s*", re.DOTALL)
IN_TICKS = re.compile(r"`[^`]*`")
DASHES = " -–—:："
QUOTES = ' "“„”«»「」『』'
ENDS = (".", "!", "。", "！")
SHORTEST = 12
FEWEST = 2
FEWEST_WORDS = 2
PAIR = 2
PAIR_AND_NEXT = 3
FEWEST_OF_A_SENTENCE = 4


def listed_messages(section: Section, words: Vocabulary) -> tuple[Message, ...]:
    """Two at least that are named like messages, one of which asks for something."""
    found = (*_entries(section, words), *_rows(section, words))
    asks = any(placeholders_in(one.lines, one.text_line, words) for one in found)
    is_list = len(found) >= FEWEST and asks
    return (*found, *_others_among(section, found, words)) if is_list else ()


def _others_among(
    section: Section, found: Sequence[Message], words: Vocabulary
) -> Iterator[Message]:
    """`- **Watching:** "We watch the kettles."` in a list of messages, whatever its name is, or a
    sentence that asks for something; beside paragraphs that are messages as well."""
    known = {one.text_line for one in found}
    lists = {_place(block) for block, one, _ in _labelled(section) if one.text_line in known}
    for block, message, name in _labelled(section):
        is_beside = _place(block) in lists and message.text_line not in known
        asks = words.fields.exactly(name) is None and _asks(message, words)
        if is_beside and (_is_quoted(message) or asks):
            yield message


def _place(block: Paragraph | Item) -> int:
    """The list it stands in; all paragraphs of a section are one."""
    return block.list_line if isinstance(block, Item) else 0


def _asks(message: Message, words: Vocabulary) -> bool:
    """A whole sentence with something to fill in."""
    text = " ".join(message.lines)
    is_sentence = length(DELIMITED.sub(" ", text)) >= FEWEST_OF_A_SENTENCE
    return is_sentence and bool(placeholders_in(message.lines, message.text_line, words))


def quoted_beside(told: Sequence[Message], listed: Sequence[Message]) -> Iterator[Message]:
    """Where all messages of a list stand in quotation marks, one that asks for nothing is sent as
    it stands."""
    if told and all(map(_is_quoted, told)):
        yield from (one for one in listed if one not in told and _is_quoted(one))


def _is_quoted(message: Message) -> bool:
    return IN_QUOTES.fullmatch("\n".join(message.lines)) is not None


def _entries(section: Section, words: Vocabulary) -> Iterator[Message]:
    """`- **Start:** [service] is down since [time].`, also with the words nested below the name."""
    named = [(message, name, "\n".join(message.lines)) for _, message, name in _labelled(section)]
    are_sentences = _are_sentences([(name, said) for _, name, said in named], words)
    for message, name, said in named:
        if are_sentences or _is_message(name, said, words):
            yield message


def _labelled(section: Section) -> Iterator[tuple[Paragraph | Item, Message, str]]:
    """All that has a name in front of it or above it, with its name."""
    blocks = section.blocks
    for at, block in enumerate(blocks):
        if not isinstance(block, Paragraph | Item):
            continue
        label = label_of(block.lines[0].text)
        if label is not None and label.value:
            yield block, _message(block, label), label.name
        elif isinstance(block, Item) and (below := _only_below(blocks[at:])) is not None:
            name = plain(block.text).strip(DASHES)
            said = tuple(line.text for line in below.lines)
            head = Text(f"**{name}**", block.line)
            yield block, Message(said, below.line, head, quoted=True), name


def _only_below(blocks: Sequence[Block]) -> Item | None:
    """The one entry that is nested below the first of some blocks, a name in one line."""
    above, below, after = (*blocks[:PAIR_AND_NEXT], None, None, None)[:PAIR_AND_NEXT]
    if not (isinstance(above, Item) and isinstance(below, Item)) or len(above.lines) > 1:
        return None
    is_only = not isinstance(after, Item) or after.depth < below.depth
    return below if is_only and below.depth > above.depth else None


def _message(block: Paragraph | Item, label: Label) -> Message:
    first, *rest = block.lines
    said = (label.value.lstrip(DASHES), *(line.text for line in rest))
    return Message(said, first.line, Text(f"**{label.name}**", first.line), quoted=True)


def _rows(section: Section, words: Vocabulary) -> Iterator[Message]:
    """`| Start | [service] is down since [time]. |`"""
    for block in section.blocks:
        if isinstance(block, Table):
            pairs = [(*row.cells, "", "")[:PAIR] for row in block.rows if len(row.cells) == PAIR]
            are_sentences = len(pairs) == len(block.rows) and _are_sentences(pairs, words)
            for row in block.rows:
                name, text = (*row.cells, "", "")[:PAIR]
                is_pair = len(row.cells) == PAIR
                if is_pair and (are_sentences or _is_message(name, text, words)):
                    above = Text(f"**{row.cells[0]}**", row.line)
                    yield Message((row.cells[1],), row.line, above, quoted=True)


def _are_sentences(entries: Sequence[tuple[str, ...]], words: Vocabulary) -> bool:
    """Each says a whole sentence behind a name that no message asks for, and half of them ask for
    something: messages, whatever they are called."""
    if len(entries) < FEWEST or any(words.fields.exactly(name) for name, _ in entries):
        return False
    said = [text.strip(QUOTES) for _, text in entries]
    are_whole = all(one.endswith(ENDS) and len(DELIMITED.sub(" ", one)) >= SHORTEST for one in said)
    asking = [one for one in said if DELIMITED.search(IN_TICKS.sub("", one))]
    return are_whole and 2 * len(asking) >= len(said)


def _is_message(name: str, text: str, words: Vocabulary) -> bool:
    """A sentence behind the name of its moment, of how often it goes out or of those it is for;
    `Start: [time]` is only a thing that one message asks for."""
    if length(DELIMITED.sub(" ", text)) < FEWEST_WORDS:
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

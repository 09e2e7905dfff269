"""A section that is one message as a whole, from the first thing to fill in."""

import re
from collections.abc import Sequence

from runcard.domain.playbooks.messages.placeholders import placeholders_in
from runcard.domain.playbooks.model import Text
from runcard.domain.playbooks.nouns.message import Message
from runcard.domain.playbooks.page.blocks import (
    Block,
    Item,
    Outline,
    Paragraph,
    Section,
    label_of,
)
from runcard.domain.playbooks.vocabulary import Vocabulary

CODE = re.compile(r"`[^`]{1,200}`")
INNER = 3
FEWEST = 2


def letter_in(page: Outline, section: Section, words: Vocabulary) -> Message | None:
    """The text below a heading of its own; directly below the page's title it must begin with a
    subject or ask for several things, or it may only introduce the messages."""
    if page.children(section) or not all(_is_spoken(block) for block in section.blocks):
        return None
    lines = _from_the_first_to_fill_in(section.blocks, words)
    if not lines or (section.level < INNER and not _is_surely_one(lines, words)):
        return None
    if _asks_only_for_names(lines, words):
        return None
    return Message(_with_gaps(lines), lines[0].line, _above(section, lines), quoted=True)


def _asks_only_for_names(lines: Sequence[Text], words: Vocabulary) -> bool:
    """`- **Stokers:** @stokers`: who is called, and no word to them."""
    asked = placeholders_in([line.text for line in lines], lines[0].line, words)
    return bool(asked) and all(one.token.startswith("@") for one in asked)


def _is_spoken(block: Block) -> bool:
    """Text that is neither marked as a message nor stands below a label of one; nor a step."""
    if isinstance(block, Item):
        return not block.numbered and not block.box
    if not isinstance(block, Paragraph) or block.quote is not None:
        return False
    return not any(is_bare_label(line) for line in block.lines)


def is_bare_label(line: Text) -> bool:
    """`**First message**` on a line of its own."""
    label = label_of(line.text)
    return label is not None and label.stands_alone


def _from_the_first_to_fill_in(blocks: Sequence[Block], words: Vocabulary) -> list[Text]:
    lines = [
        line for block in blocks if isinstance(block, Paragraph | Item) for line in block.lines
    ]
    for at, line in enumerate(lines):
        said = _beside_code(line.text)
        if _is_subject(line, words) or placeholders_in([said], line.line, words):
            return lines[at:]
    return []


def _beside_code(text: str) -> str:
    """``Name of the file: `<place>-<day>.txt` `` says how something is spelled, and asks nobody."""
    beside = CODE.sub("", text)
    return beside if any(map(str.isalnum, beside)) else text


def _is_subject(line: Text, words: Vocabulary) -> bool:
    label = label_of(line.text)
    return label is not None and words.talk.exactly(label.name) == "subject"


def _is_surely_one(lines: Sequence[Text], words: Vocabulary) -> bool:
    if _is_subject(lines[0], words):
        return True
    asked = placeholders_in([line.text for line in lines], lines[0].line, words)
    return len(lines) >= FEWEST and len({one.token for one in asked}) >= FEWEST


def _with_gaps(lines: Sequence[Text]) -> tuple[str, ...]:
    """The lines as they stand on the page, with the blank ones between them."""
    said = {line.line: line.text for line in lines}
    return tuple(said.get(number, "") for number in range(lines[0].line, lines[-1].line + 1))


def _above(section: Section, lines: Sequence[Text]) -> Text | None:
    """The line before the message, which may say when it goes out."""
    before = [
        line
        for block in section.blocks
        if isinstance(block, Paragraph)
        for line in block.lines
        if line.line < lines[0].line
    ]
    return before[-1] if before else None

"""Messages below headings that say nothing of messages: `G. Letters`, `What goes on the board`.

A fence or a quotation that begins with a subject is a message wherever it stands. Two or more
neighbours that hold nothing but one text each are messages, where one of them has a subject or
something to fill in: the text without a gap beside it is one, too.
"""

import re
from collections.abc import Callable, Sequence

from runcard.domain.playbooks.messages.placeholders import placeholders_in
from runcard.domain.playbooks.nouns.message import Message
from runcard.domain.playbooks.page.blocks import (
    Block,
    Fence,
    Label,
    Outline,
    Paragraph,
    Section,
    label_of,
)
from runcard.domain.playbooks.procedures.fence_kinds import TYPED, first_word
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import folded

WIDE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{6}")
TITLE = re.compile(r"^\s*(?:#{1,6}\s|\*\*[^*:：]{1,80}\*\*\s*$)")
FULL_STOP = re.compile(r"[.!?](?:\s|$)|[…。！？]")
COLONS = (":", "：")
MessagesIn = Callable[[Section], Sequence[Message]]
FEWEST = 2
FEWEST_WORDS = 3


def members_of_sets(page: Outline, messages_in: MessagesIn, words: Vocabulary) -> frozenset[int]:
    """The sections that stand among neighbours which are a message each."""
    neighbours: dict[int | None, list[Section]] = {}
    for section in page.sections:
        neighbours.setdefault(section.parent, []).append(section)
    return frozenset(
        one.index
        for parent, siblings in neighbours.items()
        if parent is not None and _are_a_set(siblings, messages_in, words)
        for one in siblings
    )


def _are_a_set(siblings: Sequence[Section], messages_in: MessagesIn, words: Vocabulary) -> bool:
    if len(siblings) < FEWEST or not all(_is_only_text(one) for one in siblings):
        return False
    found = [one for sibling in siblings for one in messages_in(sibling)]
    if not all(is_in_sentences(one, words) for one in found):
        return False
    return any(begins_with_subject(one, words) or _asks(one, words) for one in found)


def is_in_sentences(message: Message, words: Vocabulary) -> bool:
    """Whole sentences, and nothing that a shell is told."""
    said = [line.strip() for line in message.lines if line.strip()]
    is_typed = any(TYPED.match(line) or _is_command(line, words) for line in said)
    return not is_typed and any(map(_is_sentence, said))


def _is_command(line: str, words: Vocabulary) -> bool:
    """By its first word; `No water in [house].` is none that a device is told, as `no shutdown`,
    and `Do not:` leads to what is not done."""
    if line.endswith(COLONS):
        return False
    tool = words.shell.exactly(first_word(line))
    return tool is not None and not (tool == "device" and _is_sentence(line))


def _is_sentence(line: str) -> bool:
    """Three words, or as many signs of a script without spaces, and a full stop."""
    is_long = len(line.split()) >= FEWEST_WORDS or WIDE.search(line) is not None
    return is_long and FULL_STOP.search(line) is not None


def begins_with_subject(message: Message, words: Vocabulary) -> bool:
    """`Subject: …` on the first line that says anything, below a title of its own, and below whom
    it goes to and comes from."""
    said = (line for line in message.lines if line.strip() and not TITLE.match(line))
    labels = (label_of(line.strip("*_ ")) for line in said)
    label = next((one for one in labels if one is None or not _is_head(one, words)), None)
    return label is not None and words.talk.exactly(label.name) == "subject" and bool(label.value)


def _is_head(label: Label, words: Vocabulary) -> bool:
    """`To: the wardens`"""
    return bool(label.value) and "head" in words.told.phrases.get(folded(label.name), ())


def _is_only_text(section: Section) -> bool:
    """One marked text, and at most sentences around it."""
    marked = [block for block in section.blocks if _is_marked(block)]
    is_prose = all(isinstance(block, Fence | Paragraph) for block in section.blocks)
    fences = [block for block in marked if isinstance(block, Fence)]
    quotes = {block.quote for block in marked if isinstance(block, Paragraph)}
    return is_prose and len(fences) + len(quotes) == 1


def _is_marked(block: Block) -> bool:
    return isinstance(block, Fence) or (isinstance(block, Paragraph) and block.quote is not None)


def _asks(message: Message, words: Vocabulary) -> bool:
    return bool(placeholders_in(message.lines, message.text_line, words))

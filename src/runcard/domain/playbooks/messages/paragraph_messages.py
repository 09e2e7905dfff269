"""Messages without fence or quote: text below a bold label, under a heading, or in a list."""

from collections.abc import Iterator

from runcard.domain.playbooks.messages.letters import is_bare_label, letter_in
from runcard.domain.playbooks.messages.listed_messages import listed_messages
from runcard.domain.playbooks.model import Text
from runcard.domain.playbooks.nouns.message import Message
from runcard.domain.playbooks.page.blocks import Outline, Paragraph, Section
from runcard.domain.playbooks.vocabulary import Vocabulary


def paragraph_messages(page: Outline, section: Section, words: Vocabulary) -> tuple[Message, ...]:
    """All that stands where a message would stand; whether it asks for anything is judged
    elsewhere."""
    listed = listed_messages(section, words)
    if listed:
        return listed
    letter = letter_in(page, section, words)
    return (letter,) if letter is not None else tuple(_below_labels(section))


def _below_labels(section: Section) -> Iterator[Message]:
    above: Text | None = None
    for block in section.blocks:
        if not isinstance(block, Paragraph) or block.in_item or block.quote is not None:
            above = None
            continue
        first, *rest = block.lines
        if is_bare_label(first):
            if rest:
                yield Message(tuple(text.text for text in rest), rest[0].line, first, quoted=True)
            above = None if rest else first
        elif above is not None:
            yield Message(tuple(text.text for text in block.lines), first.line, above, quoted=True)
            above = None

"""Messages without fence or quote: text below a bold label, or under a heading of its own."""

from collections.abc import Iterator

from runcard.domain.playbooks.blocks import Fence, Outline, Paragraph, Section, label_of
from runcard.domain.playbooks.message import Message
from runcard.domain.playbooks.model import Text

INNER = 3


def paragraph_messages(page: Outline, section: Section) -> Iterator[Message]:
    """Every paragraph that stands where a message would stand; whether it asks for anything is
    judged elsewhere."""
    above: Text | None = None
    is_alone = section.level >= INNER and not page.children(section)
    is_alone = is_alone and not any(_is_marked(block) for block in section.blocks)
    for block in section.blocks:
        if not isinstance(block, Paragraph) or block.in_item or block.quote is not None:
            above = None
            continue
        first, *rest = block.lines
        if _is_label(first):
            if rest:
                yield Message(tuple(text.text for text in rest), rest[0].line, first, quoted=True)
            above = None if rest else first
        elif above is not None or is_alone:
            yield Message(tuple(text.text for text in block.lines), first.line, above, quoted=True)
            above = None


def _is_marked(block: object) -> bool:
    return isinstance(block, Fence) or (isinstance(block, Paragraph) and block.quote is not None)


def _is_label(text: Text) -> bool:
    label = label_of(text.text)
    return label is not None and label.bold and not label.value

"""Messages without fence or quote: text below a bold label, or under a heading of its own."""

from collections.abc import Iterator, Sequence

from runcard.domain.playbooks.model import Text
from runcard.domain.playbooks.nouns.message import Message
from runcard.domain.playbooks.page.blocks import Block, Fence, Outline, Paragraph, Section, label_of
from runcard.domain.playbooks.vocabulary import Vocabulary

INNER = 3


def paragraph_messages(page: Outline, section: Section, words: Vocabulary) -> Iterator[Message]:
    """Every paragraph that stands where a message would stand; whether it asks for anything is
    judged elsewhere."""
    above: Text | None = None
    is_alone = section.level >= INNER and not page.children(section)
    is_alone = is_alone and not any(_is_marked(block) for block in section.blocks)
    for block in _with_subjects(section, words) if is_alone else section.blocks:
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


def _with_subjects(section: Section, words: Vocabulary) -> Iterator[Block]:
    """`Subject: …` on a line of its own, and the running text below it, as one paragraph."""
    letter: list[Paragraph] = []
    for block in section.blocks:
        is_text = isinstance(block, Paragraph) and not block.in_item and block.quote is None
        if isinstance(block, Paragraph) and is_text and (letter or _is_subject(block, words)):
            letter.append(block)
            continue
        if letter:
            yield _joined(letter)
            letter = []
        yield block
    if letter:
        yield _joined(letter)


def _joined(parts: Sequence[Paragraph]) -> Paragraph:
    """One paragraph of several, with the blank lines between them."""
    lines: list[Text] = []
    for part in parts:
        above = lines[-1].line if lines else part.line - 1
        lines.extend(Text("", line) for line in range(above + 1, part.line))
        lines.extend(part.lines)
    return Paragraph(parts[0].line, tuple(lines))


def _is_subject(block: Paragraph, words: Vocabulary) -> bool:
    label = label_of(block.lines[0].text)
    return (
        len(block.lines) == 1 and label is not None and words.talk.exactly(label.name) == "subject"
    )


def _is_marked(block: object) -> bool:
    return isinstance(block, Fence) or (isinstance(block, Paragraph) and block.quote is not None)


def _is_label(text: Text) -> bool:
    label = label_of(text.text)
    return label is not None and label.bold and not label.value

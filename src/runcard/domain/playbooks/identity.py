"""What a document says of itself: its title, and its version, owner and review dates."""

import re
from collections.abc import Iterator, Sequence

from runcard.domain.playbooks.blocks import Block, Outline, Paragraph, Section, Table, label_of
from runcard.domain.playbooks.model import Text
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import folded, plain

FILE_NAME = re.compile(r"^[\w.-]+\.[A-Za-z]{1,4}$")
PIECES = re.compile(r"\s+[·•|／]\s+|\s*&nbsp;\s*|\s+／\s*")
LAST_BLOCKS = 3


def title_of(page: Outline) -> tuple[str | None, int | None]:
    """The first level-1 heading that is not a file name, else the front matter's title."""
    for section in page.sections:
        if section.level == 1 and not FILE_NAME.match(section.title.strip()):
            return plain(section.title), section.line
    for key, text in page.front:
        if key == "title" and text.text:
            return text.text, text.line
    return None, None


def meta_of(page: Outline, words: Vocabulary) -> dict[str, Text]:
    """The first statement of each; a footer does not replace the head of the document."""
    found: dict[str, Text] = {}
    for name, text in (*page.front, *_stated(page)):
        concept = words.meta.phrases.get(folded(name).strip(), (None,))[0]
        if concept is not None and text.text:
            found.setdefault(concept, text)
    return found


def _stated(page: Outline) -> Iterator[tuple[str, Text]]:
    opening = [section for section in page.sections[:3] if section.level <= 1]
    for section in opening:
        yield from _pairs(section.blocks)
    last: Section = page.sections[-1]
    yield from _pairs(last.blocks[-LAST_BLOCKS:])
    if page.sections[0].blocks and opening == []:
        yield from _pairs(page.sections[0].blocks)
    yield from _first_table(page.sections[:3])


def _first_table(sections: Sequence[Section]) -> Iterator[tuple[str, Text]]:
    """A document-control table of two columns."""
    for section in sections:
        for block in section.blocks:
            if isinstance(block, Table) and len(block.head.cells) == 2:
                for row in (block.head, *block.rows):
                    if len(row.cells) == 2:
                        yield row.cells[0], Text(row.cells[1], row.line)


def _pairs(blocks: Sequence[Block]) -> Iterator[tuple[str, Text]]:
    for block in blocks:
        if isinstance(block, Paragraph):
            for line in block.lines:
                for piece in PIECES.split(plain(line.text)):
                    label = label_of(piece)
                    if label is not None and label.value:
                        yield label.name, Text(label.value, line.line)

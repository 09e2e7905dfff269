"""What a runbook says of itself beside the work: labels with values, on lines and in tables."""

import re
from collections.abc import Iterator, Sequence

from runcard.domain.playbooks.model import Text
from runcard.domain.playbooks.page.blocks import Block, Item, Paragraph, Section, Table, label_of
from runcard.domain.playbooks.words import plain, trailing_parenthesis, untitled

# Anything but a bar or a point parts two statements only in front of another label.
BETWEEN = re.compile(
    r"\s+[|·•]\s+|(?:\s+[/–—-]\s+|\s*[,;]\s+|\s*(?://|[，、；／｜])\s*|\s{2,}|\t|\s*<br ?/?>\s*)"
    r"(?=[*_]{0,2}[^\W\d_][^\W\d_ ]{0,24}\s?[:：])"
)
LONGEST = 400
PAIR = 2


def stated(section: Section) -> Iterator[Text]:
    """Every piece of text directly in a section that may be a label with its value; a table is
    read as if each of its values stood behind its label, and a title may end in some:
    `Fail over (RTO 15 min, RPO 1 min)`."""
    inside = trailing_parenthesis(plain(section.title)[:LONGEST])[1]
    if inside is not None and section.line:
        yield Text(inside, section.line)
    for block in section.blocks:
        if isinstance(block, Paragraph | Item):
            for line in block.lines:
                for piece in BETWEEN.split(line.text[:LONGEST]):
                    yield Text(piece, line.line)
        elif isinstance(block, Table):
            yield from _in_rows(block)
            yield from _under_heads(block)


def names_above_words(section: Section) -> Iterator[tuple[str, Sequence[Text]]]:
    """The title of a section, and each name in bold alone on its line, with the paragraph, or what
    is left of it, directly below."""
    yield from _above(untitled(section.title), (), section.blocks)
    for at, block in enumerate(section.blocks, 1):
        if isinstance(block, Paragraph):
            for end, line in enumerate(block.lines, 1):
                label = label_of(line.text)
                if label is not None and label.stands_alone:
                    yield from _above(label.name, block.lines[end:], section.blocks[at:])


def _above(
    name: str, rest: Sequence[Text], following: Sequence[Block]
) -> Iterator[tuple[str, Sequence[Text]]]:
    below = following[0] if following else None
    if rest or isinstance(below, Paragraph):
        yield name, rest or (below.lines if isinstance(below, Paragraph) else ())


def _in_rows(table: Table) -> Iterator[Text]:
    """`| RTO | 15 minutes |`: the label stands in front of its value."""
    for row in (table.head, *table.rows):
        if len(row.cells) == PAIR and all(row.cells):
            yield Text(f"{row.cells[0]}: {row.cells[1]}"[:LONGEST], row.line)


def _under_heads(table: Table) -> Iterator[Text]:
    """`| Case | RTO |`: the label stands above its values, each for the case of its row."""
    for row in table.rows:
        case = f" ({row.cells[0]})" if len(table.rows) > 1 else ""
        for head, cell in zip(table.head.cells, row.cells, strict=False):
            if head and cell:
                yield Text(f"{head}: {cell}{case}"[:LONGEST], row.line)

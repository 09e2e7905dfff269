"""Roles with a definition of their own: their duties, and what is said about each."""

from collections.abc import Iterator
from dataclasses import replace

from runcard.domain.playbooks.addresses import holds_addresses
from runcard.domain.playbooks.blocks import (
    Item,
    Outline,
    Paragraph,
    Section,
    Table,
    items,
    label_of,
    tables,
)
from runcard.domain.playbooks.model import Role, Text
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import folded, plain, slug, untitled

LONGEST_NAME = 60
OTHER_TOPICS = {"oncall", "contacts", "escalation", "triggers", "war_room"}


def roles_of(page: Outline, words: Vocabulary) -> tuple[Role, ...]:
    """Headings, tables and labelled bullets under a heading about roles."""
    found: list[Role] = []
    for section in page.sections:
        own = words.about(untitled(section.title))
        if "roles" in own and section.level > 0:
            found.extend(_under(page, section, words))
    return tuple(sorted(set(found), key=lambda role: role.line))


def _under(page: Outline, section: Section, words: Vocabulary) -> Iterator[Role]:
    for child in page.children(section):
        title = untitled(child.title)
        is_other = words.headings.exactly(title) in OTHER_TOPICS
        if items(child) and not is_other and "triggers" not in words.about(title):
            yield _role(child)
    for table in tables(section):
        if not holds_addresses(table, words):
            yield from _rows(table, words)
    yield from _bold_lines(section)
    yield from _bullets(section)


def _role(section: Section) -> Role:
    duties: list[Text] = []
    last = max((line.line for item in items(section) for line in item.lines), default=section.line)
    attributes: list[tuple[str, str]] = []
    for line in (
        said for block in section.blocks if isinstance(block, Paragraph) for said in block.lines
    ):
        label = label_of(line.text)
        if label is not None and label.bold and label.value:
            attributes.append((slug(label.name), label.value))
    for item in items(section):
        label = label_of(item.text)
        if label is not None and label.bold and label.value:
            attributes.append((slug(label.name), label.value))
        else:
            duties.append(Text(plain(item.text), item.line))
    return Role(
        untitled(section.title).rstrip(".。"), section.line, tuple(duties), tuple(attributes), last
    )


def _bold_lines(section: Section) -> Iterator[Role]:
    """`**Scribe**` above its duties, or `**Scribe.** Writes what happened.`"""
    starts = [at for at, block in enumerate(section.blocks) if _is_named(block)]
    if len(starts) < 2:
        return
    for start, end in zip(starts, [*starts[1:], len(section.blocks)], strict=True):
        first = section.blocks[start]
        if isinstance(first, Paragraph):
            label = label_of(first.lines[0].text)
            body = replace(section, title=label.name if label else "", line=first.line)
            yield _role(replace(body, blocks=section.blocks[start + 1 : end]))


def _is_named(block: object) -> bool:
    if not isinstance(block, Paragraph) or block.quote is not None or block.in_item:
        return False
    label = label_of(block.lines[0].text)
    return label is not None and label.bold and len(label.name) <= LONGEST_NAME


def _rows(table: Table, words: Vocabulary) -> Iterator[Role]:
    """One role a row: its name, and the other cells by the heads of their columns."""
    heads = [folded(cell) for cell in table.head.cells]
    if not heads or "who" not in words.columns.phrases.get(heads[0], ()):
        return
    for row in table.rows:
        if row.cells and row.cells[0]:
            pairs = zip(table.head.cells[1:], row.cells[1:], strict=False)
            attributes = tuple((slug(head), cell) for head, cell in pairs if cell)
            yield Role(row.cells[0], row.line, (), attributes)


def _bullets(section: Section) -> Iterator[Role]:
    """`- **Scribe**: keeps the timeline`; where one entry has no name, they are no roles."""
    outer: list[Item] = [item for item in items(section) if item.depth == 1]
    labels = [label_of(item.text) for item in outer]
    if not all(label is not None and label.bold for label in labels):
        return
    for item, label in zip(outer, labels, strict=True):
        if label is not None:
            duty = (Text(label.value, item.line),) if label.value else ()
            yield Role(label.name, item.line, duty)

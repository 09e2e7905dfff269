"""Where a document defines its severities, and what it says beside each of them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from runcard.domain.playbooks.blocks import (
    Block,
    Item,
    Label,
    Outline,
    Paragraph,
    Row,
    Section,
    Table,
    items,
    label_of,
    tables,
)
from runcard.domain.playbooks.levels import LevelHead, level_head, normal_key
from runcard.domain.playbooks.model import SeverityForm
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import plain, untitled

ELSEWHERE = {"escalation", "contacts", "review", "drills", "oncall", "reference", "roles"}
PROMISES = {"definition", "examples", "response", "acknowledge", "resolution", "cadence"}


@dataclass(frozen=True, slots=True)
class LevelEntry:
    """One level as found: its head, where it stands, and the blocks or cells that speak of it."""

    head: LevelHead
    line: int
    text: str = ""
    blocks: tuple[Block, ...] = ()
    row: Row | None = None


@dataclass(frozen=True, slots=True)
class LevelGroup:
    """All levels of one list, table or run of headings. `where` is the section that holds them."""

    form: SeverityForm
    line: int
    entries: tuple[LevelEntry, ...]
    where: Section
    columns: tuple[str, ...] = ()


def level_groups(page: Outline, words: Vocabulary) -> tuple[LevelGroup, ...]:
    """Every place that lists levels, the one that defines them first."""
    found = [
        group
        for section in page.sections
        for group in _groups_in(page, section, words)
        if _is_sound(group, page, words)
    ]
    return tuple(sorted(found, key=lambda group: (not _named_so(group, page, words), group.line)))


def _is_sound(group: LevelGroup, page: Outline, words: Vocabulary) -> bool:
    """Two different levels at least, and for vague words a heading that says severity."""
    keys = [normal_key(entry.head.key) for entry in group.entries]
    if len(keys) < 2 or len(set(keys)) < len(keys):
        return False
    if topics(page, group.where, words) & ELSEWHERE and not _own_topic(group, words):
        return False
    if all(entry.head.sure for entry in group.entries):
        return True
    return _named_so(group, page, words) and not _is_about_people(group, words)


def _own_topic(group: LevelGroup, words: Vocabulary) -> bool:
    return "severity" in words.headings.all(untitled(group.where.title))


def _named_so(group: LevelGroup, page: Outline, words: Vocabulary) -> bool:
    """Whether a heading above, or the head of the table, speaks of severity."""
    if "severity" in topics(page, group.where, words):
        return True
    return bool(group.columns) and words.labels.exactly(group.columns[0]) == "key"


def _is_about_people(group: LevelGroup, words: Vocabulary) -> bool:
    return any(words.columns.exactly(column) == "who" for column in group.columns)


def topics(page: Outline, section: Section, words: Vocabulary) -> frozenset[str]:
    """What the headings above a place are about, the page's title left out."""
    named = [above.title for above in page.path(section) if above.level > 1]
    return frozenset().union(*(words.headings.all(untitled(title)) for title in named))


def _groups_in(page: Outline, section: Section, words: Vocabulary) -> Iterator[LevelGroup]:
    yield from _tables(section, words)
    yield from _headings(page, section, words)
    yield from _bullets(section, words)
    yield from _bold_lines(section, words)


def _tables(section: Section, words: Vocabulary) -> Iterator[LevelGroup]:
    for table in tables(section):
        entries = [_row_entry(row, words) for row in table.rows]
        known = tuple(entry for entry in entries if entry is not None)
        if len(known) >= 2 and 2 * len(known) > len(table.rows) and _promises(table, words):
            form = SeverityForm.HTML_TABLE if table.html else SeverityForm.TABLE
            yield LevelGroup(form, table.head.line, known, section, table.head.cells)


def _promises(table: Table, words: Vocabulary) -> bool:
    """A table of levels says something about them; a bare score table does not."""
    heads = frozenset().union(*(words.labels.all(cell) for cell in table.head.cells[1:]))
    return bool(heads & PROMISES)


def _row_entry(row: Row, words: Vocabulary) -> LevelEntry | None:
    head = level_head(row.cells[0], words) if row.cells else None
    return LevelEntry(head, row.line, row=row) if head else None


def _headings(page: Outline, section: Section, words: Vocabulary) -> Iterator[LevelGroup]:
    entries = [_heading_entry(page, child, words) for child in page.children(section)]
    known = tuple(entry for entry in entries if entry is not None)
    if known:
        line = section.line or known[0].line
        yield LevelGroup(SeverityForm.HEADINGS, line, known, section)


def _heading_entry(page: Outline, section: Section, words: Vocabulary) -> LevelEntry | None:
    head = level_head(untitled(section.title), words)
    if head is None:
        return None
    blocks = tuple(block for part in page.under(section) for block in part.blocks)
    return LevelEntry(head, section.line, blocks=blocks)


def _bullets(section: Section, words: Vocabulary) -> Iterator[LevelGroup]:
    for entries in items_with_bodies(section):
        known = tuple(
            LevelEntry(head, item.line, text, body)
            for item, body in entries
            for head, text in [_item_head(item, words)]
            if head is not None
        )
        if 2 * len(known) > len(entries):
            yield LevelGroup(SeverityForm.BULLETS, section.line, known, section)


def items_with_bodies(section: Section) -> list[list[tuple[Item, tuple[Block, ...]]]]:
    """The outer lists of a section; every entry with what is nested in it."""
    found: list[list[tuple[Item, tuple[Block, ...]]]] = []
    last = -1
    for item in items(section):
        if item.depth != 1:
            if found:
                outer, body = found[-1][-1]
                found[-1][-1] = (outer, (*body, item))
        elif item.list_line == last:
            found[-1].append((item, ()))
        else:
            found.append([(item, ())])
            last = item.list_line
    return found


def _item_head(item: Item, words: Vocabulary) -> tuple[LevelHead | None, str]:
    label = label_of(item.text) or _dashed(item.text)
    if label is None:
        return None, ""
    return level_head(label.name, words), label.value.lstrip("-–—:： ").strip()


def _dashed(text: str) -> Label | None:
    """`P1 – site down` without a colon."""
    for dash in (" – ", " — ", " - "):
        if dash in text[:60]:
            name, _, value = plain(text).partition(dash)
            return Label(name, value, bold=False)
    return None


def _bold_lines(section: Section, words: Vocabulary) -> Iterator[LevelGroup]:
    starts = [(at, _bold_head(block, words)) for at, block in enumerate(section.blocks)]
    known = [(at, head) for at, head in starts if head is not None]
    ends = [at for at, _ in known[1:]] + [len(section.blocks)]
    entries = tuple(
        LevelEntry(head, section.blocks[at].line, text, _rest(section.blocks, at, end))
        for (at, (head, text)), end in zip(known, ends, strict=False)
    )
    if entries:
        yield LevelGroup(SeverityForm.BOLD_LINES, section.line, entries, section)


def _rest(blocks: Sequence[Block], at: int, end: int) -> tuple[Block, ...]:
    """The blocks of a level, the further lines of its own paragraph first."""
    first = blocks[at]
    more = first.lines[1:] if isinstance(first, Paragraph) else ()
    own = (Paragraph(more[0].line, more),) if more else ()
    return (*own, *blocks[at + 1 : end])


def _bold_head(block: Block, words: Vocabulary) -> tuple[LevelHead, str] | None:
    if not isinstance(block, Paragraph) or block.quote is not None or block.in_item:
        return None
    label = label_of(block.lines[0].text)
    head = level_head(label.name, words) if label is not None and label.bold else None
    return (head, label.value) if head is not None and label is not None else None

"""What a document says of itself: its title, and its version, owner and review dates."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from unicodedata import combining, normalize

from runcard.domain.playbooks.document.heading_statements import (
    concept_of,
    told_below,
    told_in_title,
)
from runcard.domain.playbooks.document.listed_statements import in_list
from runcard.domain.playbooks.document.rereading import tells_rereading
from runcard.domain.playbooks.document.self_statements import (
    coming_days,
    statements_in,
)
from runcard.domain.playbooks.document.told_in_sentences import told_in_sentences
from runcard.domain.playbooks.model import Text
from runcard.domain.playbooks.page.blocks import (
    Block,
    Item,
    Outline,
    Paragraph,
    Row,
    Section,
    Table,
    label_of,
)
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import folded, plain

FILE_NAME = re.compile(r"^[\w.-]+\.[A-Za-z]{1,4}$")
PIECES = re.compile(r"\s+[·•|／]\s+|\s*&nbsp;\s*|\s+／\s*|\s*[｜│]\s*")
# `Version: 3　Owner: tea room`: a wide gap before the next label.
GAP = re.compile(r"(?:\u3000|[ \t]{3})[ \t\u3000]*(?=[^\s:：][^:：\u3000\n]{0,24}[:：])")
RULE = re.compile(r"^\s*(?:-{3,}|\*{3,}|_{3,})\s*$")
OF_OTHERS = {"owner", "status"}
STAMPS = {"version", "created", "last_updated"}
DATED = {"version", "status"}
LAST_BLOCKS = 3
FEWEST_OF_A_HISTORY = 3
OF_AN_EDITION = {"version", "last_updated", "status"}
NUMBER = re.compile(r"\d{1,9}")
UMLAUT = re.compile(r"([aou])e")
DASHES = " -–—*"
PAIR = 2
FOOTER = 12
MOST_HEADS = 5


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
    for name, text in page.front:
        key = name.replace("_", " ")
        concept = concept_of(key, words) or concept_of(name, words) or _unaccented(key, words)
        if concept is not None and text.text:
            found.setdefault(concept, text)
    for concept, text in _stated(page, words):
        found.setdefault(concept, text)
    return found


def _stated(page: Outline, words: Vocabulary) -> Iterator[tuple[str, Text]]:
    opening = [section for section in page.sections[:MOST_HEADS] if section.level <= 1]
    for section in opening:
        yield from told_in_title(section, words)
        yield from _in_blocks(section.blocks, words)
        yield from in_list(section.blocks, words)
        for block in section.blocks:
            if isinstance(block, Paragraph):
                yield from told_in_sentences(block.lines, words)
    for section in page.sections[:3]:
        for block in section.blocks:
            if isinstance(block, Table):
                yield from _in_table(block, words)
    yield from _below_a_subtitle(page, words)
    yield from _at_the_end(page, words)
    for section in page.sections:
        yield from told_below(section, words)


def _at_the_end(page: Outline, words: Vocabulary) -> Iterator[tuple[str, Text]]:
    last: Section = page.sections[-1]
    runs = [tuple(run) for _, run in groupby(last.blocks, _first_line)]
    blocks = [block for run in runs[-LAST_BLOCKS:] for block in run]
    stamped = _stamped(blocks, words)
    for concept, text in (*_in_blocks(blocks, words), *_in_last_list(last, words)):
        if concept not in OF_OTHERS or text.line in stamped or _is_footer(page, text.line):
            yield concept, text
    for section in reversed(page.path(last)):
        yield from _in_last_tables(section, words)
    for block in blocks:
        if isinstance(block, Table):
            yield from _of_the_newest(block, words)


def _stamped(blocks: Sequence[Block], words: Vocabulary) -> frozenset[int]:
    """The lines of paragraphs that also tell the version or the day of the document."""
    said = [one for one in blocks if isinstance(one, Paragraph)]
    told = [one for one in said if STAMPS & dict(_in_blocks([one], words)).keys()]
    return frozenset(line.line for one in told for line in one.lines)


def _below_a_subtitle(page: Outline, words: Vocabulary) -> Iterator[tuple[str, Text]]:
    """Where a heading stands directly below the title, what is said with a version or a day first
    of all below it is said of the document."""
    for title, below in pairwise(page.sections[:3]):
        if title.level == 1 and not title.blocks and below.level > 1:
            head = next((tuple(run) for _, run in groupby(below.blocks, _kind_and_list)), ())
            said = [*_in_blocks(head, words), *in_list(head, words)]
            if STAMPS & dict(said).keys() or any(tells_rereading(one, words) for one in head):
                yield from said


def _first_line(block: Block) -> int:
    """That of the whole list for an entry of it."""
    return block.list_line if isinstance(block, Item) else block.line


def _kind_and_list(block: Block) -> tuple[type[Block], int]:
    return type(block), block.list_line if isinstance(block, Item) else 0


def _in_last_list(last: Section, words: Vocabulary) -> Iterator[tuple[str, Text]]:
    """A list of names and values that ends the document and tells its version or its day."""
    entries = [block for block in last.blocks if isinstance(block, Item)]
    listed = [item for item in entries if item.list_line == entries[-1].list_line]
    labels = [label_of(item.text) for item in listed]
    said = [*in_list(listed, words)]
    if all(label is not None and label.value for label in labels) and STAMPS & dict(said).keys():
        yield from said


def _in_last_tables(last: Section, words: Vocabulary) -> Iterator[tuple[str, Text]]:
    """The document control at the end: a table that tells the version, and nothing but what is said
    of a document; beside `Changes` stands who made them."""
    for block in last.blocks:
        if isinstance(block, Table) and _is_of_the_document(block, words):
            yield from _in_table(block, words)


def _is_of_the_document(table: Table, words: Vocabulary) -> bool:
    """Heads that are all known; of names below one another two thirds, with `Field | Value` above
    them or not: who is to approve it or may read it is said there, too."""
    if len(table.head.cells) != PAIR:
        known = _concepts_of(table.head.cells, words)
        return "version" in known and all(known)
    first, *others = _concepts_of([row.cells[0] for row in (table.head, *table.rows)], words)
    known = others if first is None else [first, *others]
    return "version" in known and 3 * sum(map(bool, known)) >= 2 * len(known)


def _is_footer(page: Outline, line: int) -> bool:
    """Below the last rule, or in italics: what belongs to no section."""
    above = page.lines[max(0, line - FOOTER) : line - 1]
    is_ruled = any(RULE.match(text) for text in above)
    return is_ruled or page.lines[line - 1].lstrip()[:1] in {"*", "_", "<"}


def _in_blocks(blocks: Sequence[Block], words: Vocabulary) -> Iterator[tuple[str, Text]]:
    for block in blocks:
        if isinstance(block, Paragraph):
            said = [
                stated
                for line in block.lines
                for part in GAP.split(line.text)
                for piece in PIECES.split(plain(part))
                for stated in statements_in(piece.strip("*_ "), line.line, words)
            ]
            yield from said
            if DATED & dict(said).keys():
                yield from _dates(block, words)


def _dates(block: Paragraph, words: Vocabulary) -> Iterator[tuple[str, Text]]:
    """A bare `Date:` on a line beside that of the version, or of the state the text is in, is the
    day of it."""
    for line in block.lines:
        label = label_of(line.text)
        if label is None or not any(sign.isdigit() for sign in label.value):
            continue
        if "date" in words.columns.phrases.get(folded(label.name), ()):
            yield "last_updated", Text(label.value, line.line)


def _in_table(table: Table, words: Vocabulary) -> Iterator[tuple[str, Text]]:
    """A document-control table: two columns, or one row below heads that are all about it."""
    rows = (table.head, *table.rows)
    known = _concepts_of(table.head.cells, words)
    is_flat = len(table.rows) == 1 and all(known)
    if len(table.head.cells) == PAIR and not is_flat:
        told = [row for row in rows if len(row.cells) == PAIR]
        names = _concepts_of([row.cells[0] for row in told], words)
        for concept, row in zip(names, told, strict=True):
            if concept is not None and row.cells[1]:
                yield concept, Text(row.cells[1], row.line)
        yield from _after_a_cycle(told, words)
    elif sum(1 for concept in known if concept) >= PAIR and len(table.rows) == 1:
        for concept, cell in zip(known, table.rows[0].cells, strict=False):
            if concept is not None and cell:
                yield concept, Text(cell, table.rows[0].line)
    for cell in table.head.cells:
        yield from statements_in(cell, table.head.line, words)


def _after_a_cycle(rows: Sequence[Row], words: Vocabulary) -> Iterator[tuple[str, Text]]:
    """`Review cycle | yearly (next: 4 May 2031)`: the day is that of the next review."""
    for row in rows:
        if words.talk.exactly(plain(row.cells[0]).strip(" :：")) == "read_again":
            for day in coming_days(row.cells[1], words):
                yield "next_review", Text(day, row.line)


def _of_the_newest(table: Table, words: Vocabulary) -> Iterator[tuple[str, Text]]:
    """`| Version | Date | Author | Changes |` at the end of a document: of its editions the one
    with the highest number is what one reads; its author need not own the whole, and an edition
    without its day is none."""
    known = _concepts_of(table.head.cells, words)
    if len(known) < FEWEST_OF_A_HISTORY or set(known[:2]) != {"version", "last_updated"}:
        return
    at = known.index("version")
    told = [row for row in table.rows if all(cell.strip(DASHES) for cell in row.cells[:PAIR])]
    numbered = [row for row in told if at < len(row.cells) and _numbers(row.cells[at])]
    newest = sorted(numbered, key=lambda row: _numbers(row.cells[at]))[-1:]
    for row in newest:
        for concept, cell in zip(known, row.cells, strict=False):
            if concept in OF_AN_EDITION and cell.strip(DASHES):
                yield concept, Text(cell, row.line)


def _numbers(cell: str) -> tuple[int, ...]:
    return tuple(map(int, NUMBER.findall(cell)))


def _concepts_of(names: Sequence[str], words: Vocabulary) -> list[str | None]:
    """A bare `Date` beside a version is the day the version is of."""
    known = [concept_of(name, words) for name in names]
    if "version" in known and "last_updated" not in known:
        dated = [words.columns.phrases.get(folded(name).strip(), ()) for name in names]
        return [
            "last_updated" if one is None and "date" in column else one
            for one, column in zip(known, dated, strict=True)
        ]
    return known


def _unaccented(key: str, words: Vocabulary) -> str | None:
    """`ultima revisao`, `letzte_aenderung`: the keys of front matter are mostly written without
    accents, and those of German with two letters for one."""
    known = {_bare(phrase): names[0] for phrase, names in words.meta.phrases.items()}
    return known.get(_bare(folded(key).strip()))


def _bare(name: str) -> str:
    plain_letters = "".join(one for one in normalize("NFD", name) if not combining(one))
    return UMLAUT.sub(r"\1", plain_letters)

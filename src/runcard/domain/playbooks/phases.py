"""The generic process in order: phases with their time boxes and what each asks for."""

import re
from collections.abc import Iterator

from runcard.domain.playbooks.blocks import (
    Fence,
    Item,
    Outline,
    Section,
    Table,
    label_of,
    tables,
)
from runcard.domain.playbooks.model import Item as PhaseItem
from runcard.domain.playbooks.model import ItemKind, Phase, TimeValue
from runcard.domain.playbooks.phase_of import with_meaning
from runcard.domain.playbooks.severity_groups import items_with_bodies, topics
from runcard.domain.playbooks.times import read_time, spans_in
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import (
    folded,
    plain,
    trailing_parenthesis,
    untitled,
    without_emoji,
)

NUMBERED = re.compile(r"^\s*(?:\d+[.)]|\d+(?:\.\d+)+)\s+\S")
CODED = re.compile(r"^([^\W\d_]+)\s*\d+")
STEP_LINE = re.compile(r"^\s*(\d+[.)]|[-*])\s+(?:\[[ xX]?\]\s+)?(.+)$")
NOT_PHASES = {"severity", "contacts", "templates", "roles", "escalation", "drills"}
PROSE = {None, "text", "txt", "bash", "sh", "plain", "plaintext", "console"}


def phases_of(page: Outline, words: Vocabulary) -> tuple[Phase, ...]:
    """The phases, each with what it is for."""
    return tuple(with_meaning(phase, words) for phase in _first_group(page, words))


def _first_group(page: Outline, words: Vocabulary) -> tuple[Phase, ...]:
    """The first group of phases: headings, else rows of a table, else entries of a list."""
    for section in page.sections:
        steps = _numbered_children(page, section, words)
        if len(steps) >= 2:
            return tuple(_heading_phase(page, step, words) for step in steps)
    for section in page.sections:
        if "process" in topics(page, section, words):
            for phases in (_table_phases(section, words), _list_phases(section, words)):
                if len(phases) >= 2:
                    return phases
    return ()


def _numbered_children(page: Outline, section: Section, words: Vocabulary) -> list[Section]:
    children = list(page.children(section))
    coded = [child for child in children if _is_coded(child.title, words)]
    if len(coded) >= 2:
        return coded
    numbered = [child for child in children if NUMBERED.match(child.title)]
    subjects = [words.headings.all(untitled(child.title)) for child in numbered]
    whole = any(found & NOT_PHASES and "process" not in found for found in subjects)
    own = "process" in words.headings.all(untitled(section.title))
    return numbered if own or (section.level <= 1 and not whole) else []


def _is_coded(title: str, words: Vocabulary) -> bool:
    """`Phase 1: …`, `Step 2`, `步骤 3`."""
    found = CODED.match(without_emoji(title))
    return found is not None and words.process.exactly(found.group(1)) == "numbered"


def _heading_phase(page: Outline, section: Section, words: Vocabulary) -> Phase:
    title, inside = trailing_parenthesis(untitled(section.title))
    timebox = read_timebox(inside, section.line, words) if inside else None
    items = tuple(item for part in page.under(section) for item in _items(part))
    return Phase(title, section.line, timebox, items)


def read_timebox(text: str, line: int, words: Vocabulary) -> TimeValue | None:
    """The time a parenthesis holds, if it is nothing but a time."""
    return read_time(text, line, words)


def _items(section: Section) -> Iterator[PhaseItem]:
    for block in section.blocks:
        if isinstance(block, Item):
            yield PhaseItem(plain(block.text), block.line, _kind(block))
        elif isinstance(block, Fence) and block.lang in PROSE:
            yield from _prose_steps(block)


def _kind(item: Item) -> ItemKind:
    if item.box:
        return ItemKind.CHECKBOX
    return ItemKind.STEP if item.numbered else ItemKind.BULLET


def _prose_steps(fence: Fence) -> Iterator[PhaseItem]:
    """A fence of numbered sentences is a list of steps, whatever its tag says."""
    found = [(STEP_LINE.match(text), line) for line, text in enumerate(fence.lines, fence.line + 1)]
    steps = [(match, line) for match, line in found if match is not None]
    if len(steps) < 2:
        return
    for match, line in steps:
        kind = ItemKind.STEP if match.group(1)[0].isdigit() else ItemKind.BULLET
        yield PhaseItem(plain(match.group(2)), line, kind)


def _table_phases(section: Section, words: Vocabulary) -> tuple[Phase, ...]:
    for table in tables(section):
        name, time = _column(table, "phase", words), _column(table, "timebox", words)
        if name is None:
            continue
        return tuple(
            Phase(row.cells[name], row.line, _cell_time(row.cells, time, (row.line, words)))
            for row in table.rows
            if name < len(row.cells) and row.cells[name]
        )
    return ()


def _column(table: Table, concept: str, words: Vocabulary) -> int | None:
    """The last column of that head: the time of a phase stands on the right."""
    named = [
        at
        for at, cell in enumerate(table.head.cells)
        if concept in words.columns.phrases.get(folded(cell).strip(), ())
    ]
    return named[-1] if named else None


def _cell_time(
    cells: tuple[str, ...], at: int | None, place: tuple[int, Vocabulary]
) -> TimeValue | None:
    if at is None or at >= len(cells):
        return None
    return read_time(cells[at], *place)


def _list_phases(section: Section, words: Vocabulary) -> tuple[Phase, ...]:
    """`1. **Contain** (15 min)`: an ordered list whose entries begin in bold."""
    for entries in items_with_bodies(section):
        outer = [item for item, _ in entries]
        labels = [label_of(item.text) for item in outer]
        if not outer[0].numbered or not all(label and label.bold for label in labels):
            continue
        return tuple(
            _list_phase(item, tuple(part for part in body if isinstance(part, Item)), words)
            for item, body in entries
        )
    return ()


def _list_phase(item: Item, body: tuple[Item, ...], words: Vocabulary) -> Phase:
    label = label_of(item.text)
    name, rest = (label.name, label.value) if label else (plain(item.text), "")
    items = tuple(PhaseItem(plain(part.text), part.line, _kind(part)) for part in body)
    return Phase(name, item.line, _list_time(rest, item.line, words), items)


def _list_time(rest: str, line: int, words: Vocabulary) -> TimeValue | None:
    """Behind the name: a parenthesis, a `Target:` or `by the end of the day`; nothing vaguer."""
    inside = rest.strip()[1:].split(")")[0] if rest.strip()[:1] in "(（" else ""
    if inside:
        return read_time(inside, line, words)
    label = label_of(rest.rsplit(". ", 1)[-1].rstrip("."))
    if label is not None:
        return read_time(label.value, line, words)
    spans = spans_in(rest, words)
    by_the_end = [span for span in spans if span.calendar == "same_business_day"]
    return by_the_end[0].value(rest, line) if by_the_end else None

"""Phases as rows of a table, or as the entries of a list that begin with their windows."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from runcard.domain.playbooks.model import Item as PhaseItem
from runcard.domain.playbooks.model import Phase, TimeValue
from runcard.domain.playbooks.page.blocks import (
    Item,
    Outline,
    Row,
    Section,
    Table,
    label_of,
    tables,
)
from runcard.domain.playbooks.page.bodies import items_with_bodies
from runcard.domain.playbooks.procedures.phase_items import item_kind
from runcard.domain.playbooks.procedures.phase_words import is_phase_word
from runcard.domain.playbooks.procedures.windows import Window, window_of
from runcard.domain.playbooks.times.grammar import read_time
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import folded, plain, untitled

FEWEST = 2
FEWEST_WORDED = 3


def table_phases(section: Section, words: Vocabulary) -> tuple[Phase, ...]:
    """Of the first table with a column of phases; or with one of windows, beside what is done; or
    with what is done in turn, and how long it takes."""
    for table in tables(section):
        time = _time_column(table, words)
        name = _name_column(table, time, words)
        if name is not None:
            return tuple(_rows(table, (name, time), words))
    return ()


def rows_above(page: Outline, steps: Sequence[Section], words: Vocabulary) -> tuple[Phase, ...]:
    """The rows of the table above some headings, if each heading only goes on with one of them."""
    above = steps[0].parent
    rows = table_phases(page.sections[above], words) if above is not None else ()
    names = {folded(row.title) for row in rows}
    return rows if names > {folded(untitled(one.title)) for one in steps} else ()


def begins(phases: Sequence[Phase]) -> bool:
    """Whether the first is a window from the very beginning of the incident."""
    first = phases[0].timebox
    return first is not None and first.min_seconds == 0


def _rows(table: Table, columns: tuple[int, int | None], words: Vocabulary) -> Iterator[Phase]:
    name, time = columns
    for row in table.rows:
        if name < len(row.cells) and row.cells[name]:
            timebox = _cell_time(table, row, time, words)
            yield Phase(untitled(row.cells[name]), row.line, timebox)


def _name_column(table: Table, time: int | None, words: Vocabulary) -> int | None:
    """The column that is called so, unless it only counts what stands beside it."""
    named = _column(table, "phase", words)
    if named is not None and not _is_counted(table, named):
        return named
    if time is None:
        return named
    if _is_window(table, time, words):
        return _beside(table, time)
    return _deeds(table, time) or named


def _deeds(table: Table, time: int) -> int | None:
    """`# | What | Target | Who`: behind a first column that counts, what is done first."""
    is_in_turn = len(table.rows) > FEWEST and _is_counted(table, 0)
    return next((at for at in (1, 2) if at != time and is_in_turn), None)


def _beside(table: Table, time: int) -> int | None:
    """The next column of words."""
    columns = [at for at in range(len(table.head.cells)) if at != time]
    behind = [at for at in columns if at > time] or columns
    return next((at for at in behind if not _is_counted(table, at)), None)


def _is_counted(table: Table, at: int) -> bool:
    return all(row.cells[at].strip(" .)#").isnumeric() for row in table.rows if at < len(row.cells))


def _is_window(table: Table, at: int, words: Vocabulary) -> bool:
    """From the very beginning: `0–5 min`."""
    time = _cell_time(table, table.rows[0], at, words)
    return time is not None and time.min_seconds == 0


def _column(table: Table, concept: str, words: Vocabulary) -> int | None:
    """The last column of that head: the time of a phase stands on the right."""
    named = [
        at
        for at, cell in enumerate(table.head.cells)
        if concept in words.columns.phrases.get(folded(cell).strip(), ())
    ]
    return named[-1] if named else None


def _time_column(table: Table, words: Vocabulary) -> int | None:
    """The column of that head, else the last of times, with none or a few words in some rows."""
    named = _column(table, "timebox", words)
    if named is not None or len(table.rows) < FEWEST:
        return named
    columns = range(len(table.head.cells) - 1, -1, -1)
    return next((at for at in columns if _is_timed(table, at, words)), None)


def _is_timed(table: Table, at: int, words: Vocabulary) -> bool:
    """Two times at least, and no other figures, unless the first begins with the incident."""
    cells = [row.cells[at] for row in table.rows if at < len(row.cells)]
    others = [row.cells[at] for row in table.rows
              if at < len(row.cells) and _cell_time(table, row, at, words) is None]  # fmt: skip
    figures = any(char.isdigit() for cell in others for char in cell)
    is_most = len(cells) - len(others) >= max(FEWEST, len(others))
    return is_most and (not figures or _is_window(table, at, words))


def _cell_time(table: Table, row: Row, at: int | None, words: Vocabulary) -> TimeValue | None:
    """`5–20` below `Minutes` has its unit above it."""
    if at is None or at >= len(row.cells):
        return None
    cell, head = row.cells[at], table.head.cells[at] if at < len(table.head.cells) else ""
    time = read_time(cell, row.line, words)
    if time is None and cell[:1].isdigit() and cell[-1:].isdigit():
        measured = read_time(f"{cell} {head}", row.line, words)
        time = replace(measured, text=cell) if measured is not None else None
    return time


def window_phases(section: Section, words: Vocabulary) -> tuple[Phase, ...]:
    """`- 0–5 min: look`: the first list whose entries all begin with a window."""
    for entries in items_with_bodies(section):
        windows = [window_of(item.text, item.line, words) for item, _ in entries]
        if len(windows) >= FEWEST and all(windows):
            return tuple(
                _entry(item, window, tuple(part for part in body if isinstance(part, Item)))
                for (item, body), window in zip(entries, windows, strict=True)
                if window is not None
            )
    return ()


def _entry(item: Item, window: Window, body: tuple[Item, ...]) -> Phase:
    label = label_of(window.rest)
    items = tuple(PhaseItem(plain(part.text), part.line, item_kind(part)) for part in body)
    return Phase(label.name if label else window.rest, item.line, window.time, items)


def by_the_clock(section: Section, words: Vocabulary) -> tuple[Phase, ...]:
    """Rows or entries from the first minute on."""
    for phases in (table_phases(section, words), window_phases(section, words)):
        if len(phases) >= FEWEST and begins(phases):
            return phases
    return ()


def worded_rows(section: Section, words: Vocabulary) -> tuple[Phase, ...]:
    """Rows that are called phases, most by a word of what phases are for."""
    phases = table_phases(section, words)
    meant = [one for one in phases if is_phase_word(one.title, words)]
    return phases if len(meant) >= FEWEST_WORDED and 2 * len(meant) > len(phases) else ()

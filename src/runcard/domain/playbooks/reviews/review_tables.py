"""Tables in a chapter on reviews: a level in each row or column, or a task and when it is due."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from runcard.domain.playbooks.levels.mentions import keys_in, starts_with_level
from runcard.domain.playbooks.model import Severity
from runcard.domain.playbooks.page.blocks import Row, Table
from runcard.domain.playbooks.reviews.bindings import Remark, is_advice
from runcard.domain.playbooks.reviews.times_by_level import by_level
from runcard.domain.playbooks.times.grammar import spans_in
from runcard.domain.playbooks.times.tokens import Kind
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import trailing_parenthesis

PAIR = 2
STEPS = {"strong", "review", "gathering", "due"}


def table_remarks(
    table: Table, severities: Sequence[Severity], words: Vocabulary
) -> Iterator[Remark]:
    """One row or one column a level, one cell a deadline; else one row a step of the review."""
    heads = [keys_in(cell, severities, words) for cell in table.head.cells]
    due = [words.review.speaks_of(cell, "due") for cell in table.head.cells]
    named = [keys_in(row.cells[0], severities, words) if row.cells else () for row in table.rows]
    are_tasks = 2 * sum(map(bool, named)) < len(named)
    for row, own in zip(table.rows, named, strict=True):
        if own and are_tasks and _is_another_task(row.cells[0], words):
            continue
        if own and _is_left_free(row, words):
            yield Remark("; ".join(row.cells[1:]), row.line, own, True, is_cell=True)
        elif own or any(heads):
            yield from _for_levels(row, own, heads)
        elif row.cells and words.review.all(row.cells[0]) & STEPS:
            yield from _when_due(row, due, (severities, words))
        elif row.cells and _is_until(row.cells[0], words):
            yield from _what_is_due(row, words)


def _for_levels(
    row: Row, own: tuple[str, ...], heads: Sequence[tuple[str, ...]]
) -> Iterator[Remark]:
    """The cells of a row that belong to a level, by their row or by their column."""
    for cell, keys in zip(row.cells[1:], heads[1:], strict=False):
        if own or keys:
            yield Remark(cell, row.line, own or keys, True, is_cell=True)


def _when_due(
    row: Row, due: Sequence[bool], known: tuple[Sequence[Severity], Vocabulary]
) -> Iterator[Remark]:
    """`Draft | 48 hours`, below `Task | Deadline`; `Draft | within 48 hours`, below any heads.
    What may be left, `Draft for the town (optional)`, has no clock; what stands in brackets behind
    a report is in it."""
    severities, words = known
    is_pair = len(row.cells) == PAIR
    task, aside = trailing_parenthesis(row.cells[0])
    if aside is not None and words.talk.speaks_of(aside, "optional"):
        yield Remark(row.cells[0], row.line, (), True, is_cell=True)
        return
    for cell, is_due in zip(row.cells[1:], due[1:], strict=False):
        if is_due or (is_pair and _is_until(cell, words)):
            name = task if words.review.speaks_of(task, "strong") else row.cells[0]
            for part in by_level(f"{name}: {cell}", row.line, (), (severities, words, True)):
                yield replace(part, is_cell=True)


def _is_another_task(cell: str, words: Vocabulary) -> bool:
    """`Letter to the guests (P1)` amid tasks without a level: no level, and no review."""
    return not starts_with_level(cell, words) and not words.review.all(cell) & STEPS


def _is_until(cell: str, words: Vocabulary) -> bool:
    """`Within 3 days`, and no `15 min` of a meeting."""
    spans = spans_in(cell, words)
    return len(spans) == 1 and bool(spans[0].leads & {Kind.UNDER, Kind.AFTER})


def _what_is_due(row: Row, words: Vocabulary) -> Iterator[Remark]:
    """`Within 3 days | Post-mortem is read`, below `By when | What`."""
    for cell in row.cells[1:]:
        if words.review.speaks_of(cell, "strong"):
            yield Remark(f"{row.cells[0]}: {cell}", row.line, (), True, is_cell=True)


def _is_left_free(row: Row, words: Vocabulary) -> bool:
    """`P3 | Recommended | 2 weeks`: the time is that of something that may be left."""
    cells = row.cells[1:]
    free = [is_advice(cell, words) or words.talk.speaks_of(cell, "optional") for cell in cells]
    timed = [bool(spans_in(cell, words)) for cell in cells]
    return any(free) and any(said and not left for said, left in zip(timed, free, strict=True))

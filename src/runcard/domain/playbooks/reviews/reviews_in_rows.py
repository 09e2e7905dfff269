"""Reviews that are one row of a table of steps, duties or targets: by when each is due."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from runcard.domain.playbooks.levels.mentions import keys_in
from runcard.domain.playbooks.model import Severity
from runcard.domain.playbooks.page.blocks import Row, Table
from runcard.domain.playbooks.reviews.bindings import Remark, binds
from runcard.domain.playbooks.times.amounts import SECONDS
from runcard.domain.playbooks.times.clauses import sentences
from runcard.domain.playbooks.times.grammar import spans_in
from runcard.domain.playbooks.times.tokens import Kind
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import folded, plain

PAIR = 2
MOST_BEFORE = 3
DAY = SECONDS["day"]
CLOCKS = {"timebox", "when"}
UNTIL = {Kind.UNDER, Kind.AFTER}
ENDS = " .。~≤<"


def reviews_in_rows(
    table: Table, severities: Sequence[Severity], words: Vocabulary, *, titled: tuple[str, ...]
) -> Iterator[Remark]:
    """`10 | Post-mortem: book it within a day | lead | < 3 days`, for the levels of the heading; a
    row that begins with a level is about that level."""
    timed = [_is_clock(cell, words) for cell in table.head.cells]
    for row in table.rows:
        if not row.cells or keys_in(row.cells[0], severities, words):
            continue
        for at, cell in enumerate(row.cells):
            for said in sentences(plain(cell)):
                if _is_a_review(said, words):
                    told = (*_in_itself(said, row, words), *_beside(said, at, (row, timed), words))
                    yield from (replace(one, keys=titled) for one in told)


def _is_clock(head: str, words: Vocabulary) -> bool:
    """`Due`, `By when`, `Target time`."""
    is_time = bool(CLOCKS & set(words.columns.phrases.get(folded(plain(head)).strip(), ())))
    return is_time or words.review.speaks_of(head, "due")


def _is_a_review(said: str, words: Vocabulary) -> bool:
    """`Hold the post-mortem`: it is named at once; in `Keep the ashes for the post-mortem` other
    work is done for it. A preliminary report is a word on the way."""
    named = [
        found.start()
        for found in words.review.matches(said)
        if "strong" in words.review.phrases[found.group()]
    ]
    if not named or not binds(said, words) or words.review.speaks_of(said, "first_word"):
        return False
    before = said[: named[0]]
    leads = words.particles.all(before) & {"purpose"} or words.talk.all(before) & {"around"}
    return len(before.split()) <= MOST_BEFORE and not leads


def _in_itself(said: str, row: Row, words: Vocabulary) -> Iterator[Remark]:
    if any(span.leads & UNTIL for span in spans_in(said, words)):
        yield Remark(said, row.line, (), False, is_surely=True)


def _beside(
    said: str, at: int, beside: tuple[Row, Sequence[bool]], words: Vocabulary
) -> Iterator[Remark]:
    """The cell of a clock in the same row; of a pair, whichever cell is a time and no more."""
    row, timed = beside
    name = said[: min((span.start for span in spans_in(said, words)), default=len(said))]
    for other, (cell, is_clock) in enumerate(zip(row.cells, timed, strict=False)):
        may_tell = is_clock or len(row.cells) == PAIR
        if other != at and may_tell and _is_due(plain(cell), words):
            yield Remark(f"{name}: {cell}", row.line_of(other), (), False, is_cell=True)


def _is_due(cell: str, words: Vocabulary) -> bool:
    """One time at the front, no period, and long unless something leads to it: no meeting lasts as
    long as that."""
    spans = spans_in(cell, words)
    if len(spans) != 1 or spans[0].is_period or cell[: spans[0].start].strip(ENDS):
        return False
    is_long = (spans[0].seconds or 0) >= DAY or spans[0].calendar is not None
    return is_long or bool(spans[0].leads & UNTIL)

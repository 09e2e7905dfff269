"""A period that is said once above what it counts for: `Each of them yearly:`, `**Monthly:**`."""

from collections.abc import Iterator
from itertools import pairwise

from runcard.domain.playbooks.model import TimeValue
from runcard.domain.playbooks.nouns.appendix import Drill
from runcard.domain.playbooks.page.blocks import Item, Paragraph, Section, Table, label_of
from runcard.domain.playbooks.times.grammar import Span, spans_in
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import plain

PRACTISED = {"practice", "rehearse", "drill"}
DAY = 86400
FEWEST = 2


def drills_below_a_period(section: Section, words: Vocabulary) -> Iterator[Drill]:
    """The rows about practice, two at least, of a table in which no row has a period of its own."""
    for above, table in pairwise(section.blocks):
        if not isinstance(above, Paragraph) or not isinstance(table, Table):
            continue
        every = _only_period(above, words)
        cells = [plain(cell) for row in table.rows for cell in row.cells]
        if every is None or any(_periods(f"every {cell}", words) for cell in cells):
            continue
        said = [plain(row.cells[0]) for row in table.rows if row.cells]
        named = [text for text in said if words.talk.all(text) & PRACTISED]
        yield from (Drill(text, every) for text in named if len(named) >= FEWEST)


def _only_period(block: Paragraph, words: Vocabulary) -> TimeValue | None:
    told = [(one, line) for line in block.lines for one in _periods(plain(line.text), words)]
    if len(told) != 1:
        return None
    (span, line), *_ = told
    return span.value(plain(line.text), line.line)


def _periods(text: str, words: Vocabulary) -> list[Span]:
    return [one for one in spans_in(text, words) if one.is_period and (one.seconds or 0) >= DAY]


def drills_below_a_label(section: Section, words: Vocabulary) -> Iterator[Drill]:
    """`- Fire drill` among other entries below `**Monthly:**`."""
    every: TimeValue | None = None
    for block in section.blocks:
        if isinstance(block, Paragraph):
            label = label_of(block.lines[-1].text)
            every = _only_period(block, words) if label is not None and not label.value else None
        elif isinstance(block, Item) and every is not None:
            said = plain(block.text)
            if words.talk.speaks_of(said, "practice") and not _periods(said, words):
                yield Drill(said, every)

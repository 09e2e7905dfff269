"""Who takes turns: tables of weeks and names, and sentences that tell when duty changes hands."""

import re
from collections.abc import Iterator

from runcard.domain.playbooks.model import Text
from runcard.domain.playbooks.page.blocks import Fence, Item, Paragraph, Section, Table
from runcard.domain.playbooks.people.duty_lines import rows_of
from runcard.domain.playbooks.people.duty_zones import has_clock
from runcard.domain.playbooks.times.clauses import sentences
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import folded, plain

# `2026-03-02`, `2.3.`, `2 March`, `Mar 2`, `KW 12`, `Week 12`, `3月2日`, `W12`, `A`, `January`.
DATE = re.compile(
    r"\d{4}-\d{2}(?:-\d{2})?|\d{1,2}[./]\d{1,2}(?:[./]\d{2,4})?\.?|\d{1,2}\s?月|第\s?\d{1,2}\s?[周週]"
)
COUNTED = re.compile(r"([^\W\d_]{1,16})\.?\s?(?:\d{1,2}|[A-D])\b")
DAY_OF_MONTH = re.compile(
    r"(?:\d{1,2}\.?(?:\s?[-–—]\s?\d{1,2}\.?)?\s+(?:d[eou]\s+)?)?"
    r"([^\W\d_]{3,12})\.?(?:\s+\d{1,2})?\b"
)
PARTED = re.compile(r"\s*(\S.{0,24}?)\s*(?:[:：|]|\s{2,}|\t)\s*\S")
LONGEST = 40
FEWEST = 2


def rows_of_a_rota(section: Section, words: Vocabulary) -> list[Text]:
    """The rows of the first table of weeks, dates or months with whoever has duty in them; or such
    lines in a fence, or of a paragraph that holds nothing else."""
    for block in section.blocks:
        if isinstance(block, Table) and _is_rota(block, words):
            return rows_of(block)
        if isinstance(block, Fence):
            written = [Text(text, at) for at, text in enumerate(block.lines, block.line + 1)]
            dated = [line for line in written if _begins_with_a_date(line.text, words)]
            if len(dated) >= FEWEST:
                return dated
        if isinstance(block, Paragraph) and block.quote is None:
            told = [Text(plain(line.text), line.line) for line in block.lines]
            if len(told) >= FEWEST and all(_begins_with_a_date(one.text, words) for one in told):
                return told
    return []


def _begins_with_a_date(text: str, words: Vocabulary) -> bool:
    """`KW 12   Petra`, `2 Mar: Ines`: a date, and somebody behind it."""
    parted = PARTED.match(text)
    return parted is not None and _is_a_date(parted.group(1), words)


def _is_rota(table: Table, words: Vocabulary) -> bool:
    firsts = [row.cells[0] for row in table.rows if len(row.cells) >= FEWEST and row.cells[1]]
    if words.duty.speaks_of(table.head.cells[0] if table.head.cells else "", "week"):
        return len(firsts) >= FEWEST
    dated = [cell for cell in firsts if _is_a_date(cell, words)]
    return len(dated) >= FEWEST and len(dated) == len(table.rows)


def _is_a_date(cell: str, words: Vocabulary) -> bool:
    said = plain(cell)
    if not said or len(said) > LONGEST:
        return False
    if DATE.match(said) is not None:
        return True
    counted = COUNTED.match(said)
    if counted is not None and _is(counted.group(1), "week", words):
        return True
    named = DAY_OF_MONTH.match(said)
    return named is not None and _is_a_month(named.group(1), words)


def _is_a_month(name: str, words: Vocabulary) -> bool:
    return words.talk.exactly(name) == "month_name" or _is(name, "month", words)


def _is(name: str, concept: str, words: Vocabulary) -> bool:
    return concept in words.duty.phrases.get(folded(name), ())


def hand_overs(section: Section, words: Vocabulary) -> Iterator[Text]:
    """`One week each, hand-over on Tuesday at 10:00`: all that is said of hours where no other
    hours are."""
    for block in section.blocks:
        if isinstance(block, Paragraph) and block.quote is None:
            for line in block.lines:
                for said in sentences(plain(line.text)):
                    if _changes_hands(said, words):
                        yield Text(said, line.line)
        elif isinstance(block, Item) and not block.box:
            said = plain(block.text)
            if _changes_hands(said, words):
                yield Text(said, block.line)


def _changes_hands(said: str, words: Vocabulary) -> bool:
    """A turn or a hand-over, and the day or the hour of it."""
    turns = words.duty.speaks_of(said, "turn") or words.talk.speaks_of(said, "notes")
    return turns and (has_clock(said) or words.people.speaks_of(said, "day"))

"""Days and months of a year, as they are written in running text."""

import re
from collections.abc import Sequence

from runcard.domain.playbooks.vocabulary import Vocabulary

DAY = re.compile(
    r"(?<![\d.])(?:(?:19|20)\d\d[-/.](?:0?[1-9]|1[0-2])(?:[-/.]\d{1,2})?"
    r"|\d{1,2}[./]\d{1,2}[./](?:19|20)\d\d"
    r"|(?:19|20)\d\d\s?年\s?\d{1,2}\s?月(?:\s?\d{1,2}\s?日)?)(?!\d)"
)
DAY_IN_WORDS = re.compile(
    r"(?<![^\W_])(?:\d{1,2}(?:\.|º|er|st|nd|rd|th)?\s(?:de\s|of\s)?)?([^\W\d_]{3,12})\.?\s"
    r"(?:\d{1,2}(?:st|nd|rd|th)?,\s)?(?:de\s)?(?:19|20)\d\d(?!\d)"
)
LONGEST_WAY = 16
MONTHS = {"month", "month_name"}


def days_in(said: str, words: Vocabulary) -> list[tuple[int, str]]:
    """Where days stand, and how they are written; `2 guests 2031` is none."""
    told = [found for found in DAY_IN_WORDS.finditer(said) if _is_month(found.group(1), words)]
    return sorted((found.start(), found.group()) for found in (*DAY.finditer(said), *told))


def bare_day(said: str, words: Vocabulary) -> str:
    """`ist der 4.5.2031`, `2031-05-04, just before the flood`: the day alone, where it is told to
    the day and not far from the start."""
    for at, day in days_in(said, words)[:1]:
        if at <= LONGEST_WAY and day[0].isdigit() and (at or said[len(day) :].startswith(",")):
            return day
    return said


def without_vaguer(
    pieces: Sequence[tuple[str, str, str]], words: Vocabulary
) -> list[tuple[str, str, str]]:
    """Concept, phrase and value of what a line states, but no `Stand: winter season` in front of
    `changed on 4 May 2031`, which tells the day of the same."""
    dated = {concept for concept, _, raw in pieces if days_in(raw, words)}
    named = [concept for concept, _, _ in pieces]
    return [
        (concept, phrase, raw)
        for concept, phrase, raw in pieces
        if named.count(concept) == 1 or concept not in dated or days_in(raw, words)
    ]


def _is_month(name: str, words: Vocabulary) -> bool:
    return bool(MONTHS & {words.talk.exactly(name), words.duty.exactly(name)})

"""The days that phrases of a page can mean."""

import re
from datetime import date

from runcard.domain.playbooks.facts import Facts

# `2024 年第三季`, `2024年第3四半期`.
WIDE_QUARTER = re.compile(r"(20\d\d)\s?年\s?第?\s?([一二三四1-4])\s?(?:季|四半期|四分)")
QUARTERS = "一二三四1234"
ISO = re.compile(r"(?<!\d)(20\d\d)[-/.年]\s?(\d{1,2})[-/.月]\s?(\d{1,2})(?!\d)")
DOTTED = re.compile(r"\b(\d{1,2})[./](\d{1,2})[./](20\d\d)\b")
MONTHLY = (
    re.compile(r"(?<!\d)(20\d\d)\s?[-/.年]\s?(\d{1,2})(?:\s?月|(?![-/.\d]))"),
    re.compile(r"\b()(\d{1,2})[-/.](20\d\d)\b"),
)
QUARTER = re.compile(r"\bQ([1-4])[ /-]?(20\d\d)\b|\b(20\d\d)[ /-]?Q([1-4])\b")
NAMED = re.compile(
    r"(?:\b(\d{1,2})\.?\s+(?:de\s+)?)?\b("
    r"[^\W\d_]{3,10})\.?(?:\s+(\d{1,2}),)?\s+(?:de\s+)?(20\d\d)\b"
)


def last_day_of(text: str, facts: Facts) -> date | None:
    """The last day a phrase such as `Q1 2026`, `May 2026` or `2026-05-20` can mean."""
    for pattern, order in ((ISO, (1, 2, 3)), (DOTTED, (3, 2, 1))):
        found = pattern.search(text)
        if found is not None:
            year, month, day = (int(found.group(at)) for at in order)
            return _day(year, month, day) or _day(year, day, month)
    for pattern in MONTHLY:
        found = pattern.search(text)
        if found is not None:
            return _day(int(found.group(1) or found.group(3)), int(found.group(2)), 28)
    found = QUARTER.search(text)
    if found is not None:
        quarter = int(found.group(1) or found.group(4))
        return _day(int(found.group(2) or found.group(3)), quarter * 3, 30)
    found = WIDE_QUARTER.search(text)
    if found is not None:
        quarter = QUARTERS.index(found.group(2)) % 4 + 1
        return _day(int(found.group(1)), quarter * 3, 30)
    found = NAMED.search(text)
    months = facts.words.lint.get("months")
    number = months.exactly(found.group(2)) if found is not None and months is not None else None
    if found is None or number is None:
        return None
    return _day(int(found.group(4)), int(number), int(found.group(1) or found.group(3) or 28))


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None

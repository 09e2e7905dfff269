"""Short words whose full stop ends no sentence: `max. 5 min`, `5 Std. im Dienst`."""

import re
from collections.abc import Iterator, Sequence

ABBREVIATED = re.compile(r"(?<!\w)(?:m[aáà]x|ca|approx|aprox|env|u)\.$", re.IGNORECASE)
# `4 Std.`, `20 min.`: a number and a unit cut short.
AMOUNT = re.compile(r"\d\s?[^\W\d_]{1,4}\.$")
LONGEST = 8


def rejoined(parts: Sequence[str]) -> Iterator[str]:
    """The pieces of a text, where one that ends in such a word goes on with a number, and one that
    ends in an amount with a small letter."""
    whole = ""
    for part in parts:
        if whole and not _goes_on(whole[-LONGEST:], part):
            yield whole
            whole = ""
        whole = f"{whole} {part}" if whole else part
    if whole:
        yield whole


def _goes_on(end: str, following: str) -> bool:
    if following[0].isdigit():
        return ABBREVIATED.search(end) is not None
    return following[0].islower() and AMOUNT.search(end) is not None

"""Short words whose full stop ends no sentence: `max. 5 min`."""

import re
from collections.abc import Iterator, Sequence

ABBREVIATED = re.compile(r"(?<!\w)(?:m[aáà]x|ca|approx|aprox|env|u)\.$", re.IGNORECASE)
LONGEST = 8


def rejoined(parts: Sequence[str]) -> Iterator[str]:
    """The pieces of a text, where one that ends in such a word goes on with a number."""
    waiting: list[str] = []
    for part in parts:
        if waiting and not part[0].isdigit():
            yield " ".join(waiting)
            waiting = []
        waiting.append(part)
        if ABBREVIATED.search(part[-LONGEST:]) is None:
            yield " ".join(waiting)
            waiting = []
    if waiting:
        yield " ".join(waiting)

"""Gaps that a line break goes through: `[what happened,` and further down `in one word]`."""

import re
from collections.abc import Sequence

OPENED = re.compile(r"\[[^\[\]{}<>]{2,200}$")
CLOSED = re.compile(r"^[^\[\]{}<>]{0,200}\](?!\()")
STARTS_ANEW = re.compile(r"\s*(?:$|[-*+#|]\s|\d{1,2}[.)]\s|```)")
MOST_LINES = 4  # that one gap goes through


def with_whole_gaps(lines: Sequence[str]) -> list[str]:
    """The same number of lines; a broken gap stands whole, with single blanks, where it begins."""
    found = list(lines)
    for at in range(len(found)):
        opened = OPENED.search(found[at]) if "[" in found[at] else None
        end = _closing(found, at) if opened is not None else None
        if opened is None or end is None:
            continue
        closed = CLOSED.match(found[end])
        within = [opened.group(), *found[at + 1 : end], closed.group() if closed else ""]
        found[at] = found[at][: opened.start()] + " ".join(" ".join(within).split())
        found[at + 1 : end] = [""] * (end - at - 1)
        found[end] = found[end][closed.end() if closed else 0 :]
    return found


def _closing(lines: Sequence[str], at: int) -> int | None:
    """The line in which the gap that line `at` has opened is closed; none that begins a paragraph
    or an entry."""
    for end in range(at + 1, min(at + MOST_LINES, len(lines))):
        if STARTS_ANEW.match(lines[end]):
            return None
        if CLOSED.match(lines[end]):
            return end
        if re.search(r"[\[\]{}<>]", lines[end]):
            return None
    return None

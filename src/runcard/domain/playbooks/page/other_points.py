"""Lists with the points of an office program: `• Ring`, `▪ Write`, and `– Ring` above `– Write`.

Markdown knows none of them; whoever pastes such a list means one.
"""

import re
from collections.abc import Iterator, Sequence

from runcard.domain.playbooks.page.nested_fences import MARK
from runcard.domain.playbooks.words import margin_of

POINT = re.compile(r"^([\s>]*)[•◦▪▫‣●○∙·➤►](\s+)(?=\S)")
# One alone may go on with a sentence, or be the signature below a letter.
DASH = re.compile(r"^(\s*)[–—](\s+)(?=\S)")


def with_points(lines: Sequence[str]) -> list[str]:
    """The lines with the point of Markdown in the place of each."""
    meant = list(lines)
    for at in _outside_fences(lines):
        if POINT.match(lines[at]):
            meant[at] = POINT.sub(r"\1-\2", lines[at])
        elif DASH.match(lines[at]) and _stands_in_a_row(lines, at):
            meant[at] = DASH.sub(r"\1-\2", lines[at])
    return meant


def _stands_in_a_row(lines: Sequence[str], at: int) -> bool:
    margin = margin_of(lines[at])
    beside = (lines[near] for near in (at - 1, at + 1) if 0 <= near < len(lines))
    return any(DASH.match(line) is not None and margin_of(line) == margin for line in beside)


def _outside_fences(lines: Sequence[str]) -> Iterator[int]:
    opened: str | None = None
    for at, line in enumerate(lines):
        mark = MARK.match(line)
        if mark is None:
            if opened is None:
                yield at
        elif opened is None:
            opened = mark.group(2)
        elif mark.group(2).startswith(opened) and not mark.group(3):
            opened = None

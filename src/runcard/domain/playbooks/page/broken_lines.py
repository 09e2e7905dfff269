"""On which of the lines that an editor broke the words of a sentence stand."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from runcard.domain.playbooks.page.blocks import Item, Outline, Paragraph
from runcard.domain.playbooks.page.rendered import as_seen
from runcard.domain.playbooks.words import plain


@dataclass(frozen=True, slots=True)
class BrokenLines:
    """By the line where they begin, the last lines of what stands together in spite of a break."""

    lines: tuple[str, ...]
    ends: dict[int, int]

    def span_of(self, said: str, line: int) -> tuple[int, int] | None:
        """The first and the last line of words that were read as if they stood on `line`; None
        where they do, or where they are not found."""
        end = self.ends.get(line)
        words = plain(said)
        if end is None or not words:
            return None
        parts = [plain(as_seen(one)) for one in self.lines[line - 1 : end]]
        at = " ".join(parts).find(words)
        if at < 0:
            return None
        starts = [0, *accumulate(len(one) + 1 for one in parts)]
        first, last = (bisect_right(starts, one) - 1 for one in (at, at + len(words) - 1))
        return line + first, line + last


def broken_lines(page: Outline) -> BrokenLines:
    """Where sentences of a page go on below the line where they begin."""
    return BrokenLines(page.lines, dict(_ends(page)))


def _ends(page: Outline) -> Iterator[tuple[int, int]]:
    """Entries are read as a whole, wherever their lines were broken."""
    for section in page.sections:
        for block in section.blocks:
            if isinstance(block, Paragraph | Item):
                yield from ((one.line, one.end_line) for one in block.lines if one.end_line)
            if isinstance(block, Item) and len(block.lines) > 1:
                last = block.lines[-1]
                yield block.line, last.end_line or last.line

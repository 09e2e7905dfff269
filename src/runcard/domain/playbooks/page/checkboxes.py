"""How many boxes a document asks people to tick, outside and inside its fences."""

import re
from collections.abc import Sequence

from runcard.domain.playbooks.nouns.appendix import FencedBlock

BOX = re.compile(r"^\s*(?:>\s*)*(?:(?:[-*+]|\d{1,4}[.)])\s+)?(?:\[[ xX]?\]|[□☐☑☒])(?=\s)")
CELL = re.compile(r"\|\s*(?:\[[ xX]\]|[□☐☑☒])(?=\s)")


def boxes_of(lines: Sequence[str], fences: Sequence[FencedBlock]) -> tuple[int, int]:
    """Boxes outside fences, and inside them; with or without a list marker, in cells too."""
    inside = {line for one in fences for line in range(one.line + 1, one.end)}
    counted = [0, 0]
    for number, line in enumerate(lines, 1):
        counted[number in inside] += len(BOX.findall(line)) + len(CELL.findall(line))
    return counted[0], counted[1]

"""Reasons to escalate that stand in a fence: a list as it is typed, with a line above it or not."""

import re

from runcard.domain.playbooks.model import Text
from runcard.domain.playbooks.page.blocks import Fence, Section

ENTRY = re.compile(r"^\s*(?:[-*•·▪□☐]|\d{1,2}[.)]|\[[ xX]?\])\s*(?:\[[ xX]?\]\s*)?(\S.*)$")
WRITTEN = {None, "", "text", "txt", "markdown", "md"}
OPEN_ENDS = (":", "：")
FEWEST = 2


def fenced_triggers(section: Section) -> tuple[Text, ...]:
    """The entries of the first such list."""
    fences = (one for one in section.blocks if isinstance(one, Fence) and one.lang in WRITTEN)
    return next((found for one in fences if (found := _entries(one))), ())


def _entries(fence: Fence) -> tuple[Text, ...]:
    lines = [Text(text, at) for at, text in enumerate(fence.lines, fence.line + 1) if text.strip()]
    is_led = bool(lines) and lines[0].text.rstrip().endswith(OPEN_ENDS)
    read = [(line.line, ENTRY.match(line.text)) for line in (lines[1:] if is_led else lines)]
    found = tuple(Text(one.group(1).rstrip(), at) for at, one in read if one is not None)
    return found if len(found) == len(read) >= FEWEST else ()

"""Lists in the fence of a shell: what they tell, and what is typed behind their marks."""

import re
from collections.abc import Sequence

# Entries and names that begin as a sentence does: no program is called so. `- rm -rf /srv` is one
# to judge, whatever stands in front of it.
ENTRY = re.compile(r"^\s*[-*•]\s+(?:[A-Z][A-Za-z]*[a-z](?:-[a-z]+)?|[^\x00-\x7F]\S*)(?:[:,]?\s|$)")
NAMED = re.compile(r"^\s*[A-Z][\w ]{1,40}:\s+\S")
# The mark of an entry, and what begins as a program or a path does: `- rm -rf /srv`, ``2. `df` ``.
TYPED = re.compile(
    r"(?P<indent>\s*)(?:[-*+•–]|\d{1,2}[.)])\s+(?P<tick>`?)(?P<typed>[a-z./~].*?)(?P=tick)\Z"
)
FEWEST = 2


def are_entries(lines: Sequence[str]) -> bool:
    """`- Wake the mate` below `Bridge: by radio`, line for line: told, and nothing to type."""
    listed = sum(1 for line in lines if ENTRY.match(line))
    named = sum(1 for line in lines if NAMED.match(line))
    return listed >= FEWEST and listed + named == len(lines)


def behind_mark(line: str) -> str | None:
    """What is typed of an entry of a list, as far in as the entry; None for a line that is none."""
    found = TYPED.match(line.rstrip())
    return f"{found['indent']}{found['typed']}" if found is not None else None

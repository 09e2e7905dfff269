"""Lists in the fence of a shell: they tell what to do and hold nothing to type."""

import re
from collections.abc import Sequence

# Entries of a list, and lines that begin with a name: no program is called so.
ENTRY = re.compile(r"^\s*[-*•]\s+\S")
NAMED = re.compile(r"^\s*[A-Z][\w ]{1,40}:\s+\S")
FEWEST = 2


def are_entries(lines: Sequence[str]) -> bool:
    """`- Wake the mate` below `Bridge: by radio`, line for line: told, and nothing to type."""
    listed = sum(1 for line in lines if ENTRY.match(line))
    named = sum(1 for line in lines if NAMED.match(line))
    return listed >= FEWEST and listed + named == len(lines)

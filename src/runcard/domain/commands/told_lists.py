"""Lists in the fence of a shell: they tell what to do and hold nothing to type."""

import re
from collections.abc import Sequence

# Entries and names that begin as a sentence does: no program is called so. `- rm -rf /srv` is one
# to judge, whatever stands in front of it.
ENTRY = re.compile(r"^\s*[-*•]\s+(?:[A-Z][a-z]+|[^\x00-\x7F]\S*)(?:[:,]?\s|$)")
NAMED = re.compile(r"^\s*[A-Z][\w ]{1,40}:\s+\S")
FEWEST = 2


def are_entries(lines: Sequence[str]) -> bool:
    """`- Wake the mate` below `Bridge: by radio`, line for line: told, and nothing to type."""
    listed = sum(1 for line in lines if ENTRY.match(line))
    named = sum(1 for line in lines if NAMED.match(line))
    return listed >= FEWEST and listed + named == len(lines)

"""Fences with the tag of a language or a shell in which nothing but words of people stand."""

import re
from collections.abc import Sequence

# Signs that sentences do without, and code does not.
CODE = re.compile(r"[{}();=<>|$\\`\[\]]|=>|//|\"|(?:^|\s)--?\w")
LETTERS = re.compile(r"[^\W\d_]{2,}")
# `📝 Began at: __:__`, `Place: [where]`: a name with a gap behind it.
TO_NOTE = re.compile(
    r"^\s*[^\w\s#$./~-]{0,4}\s*[^\W\d_][^:：\n]{0,40}[:：]\s*"
    r"(?:[\[<{][^\[\]<>{}\n]{1,80}[\]>}]|[_.:\s]*_{2,}[_.:\s]*)\s*$"
)
FEWEST = 2
FEWEST_WORDS = 3


def are_sentences(lines: Sequence[str]) -> bool:
    """`After 5 tries: the gate stays shut for 60 min`, line for line."""
    return bool(lines) and all(
        CODE.search(line) is None and len(LETTERS.findall(line)) >= FEWEST_WORDS for line in lines
    )


def is_form_to_note(lines: Sequence[str]) -> bool:
    """Two names at least with a gap behind each, and nothing else."""
    return len(lines) >= FEWEST and all(TO_NOTE.match(line) for line in lines)

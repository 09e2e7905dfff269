"""What a text that no shell can read seems to ask for: its words, cut at every line and sign."""

import re
from collections.abc import Iterator

from runcard.domain.commands.model import Leaf, Word

CUT = re.compile(r"[\n;|&()`]+|\$\(")
MOST_PARTS = 400
MOST_WORDS = 60


def naive_leaves(text: str) -> Iterator[Leaf]:
    """Words between separators with all quotes gone; enough to see an `rm -rf`, not to run it."""
    for part in CUT.split(text)[:MOST_PARTS]:
        words = [word.strip("'\"\\{}") for word in part.split()[:MOST_WORDS]]
        kept = [Word(word) for word in words if word]
        if kept and not kept[0].text.startswith("#"):
            yield Leaf(tuple(kept))

"""Lists that say everything twice: `Mate after 30 min / second après 30 min`.

Both halves tell the same waits, so one is enough; which two languages they are does not matter.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from runcard.domain.playbooks.model import Text
from runcard.domain.playbooks.times.grammar import spans_in
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import plain

SLASH = re.compile(r"\s+[/|]\s+")
HALVES = 2
MOST = 24
Waits = tuple[tuple[int | None, int | None], ...]


def in_one_language(entries: Sequence[Text], words: Vocabulary) -> list[Text]:
    """The first half of every entry, where all have two that tell the same waits."""
    halves = [SLASH.split(plain(entry.text)) for entry in entries[: MOST + 1]]
    if len(entries) > MOST or any(len(one) != HALVES for one in halves):
        return list(entries)
    waits = [(_waits(first, words), _waits(second, words)) for first, second in halves]
    is_doubled = all(first == second for first, second in waits) and any(one for one, _ in waits)
    if not is_doubled:
        return list(entries)
    told = zip(entries, halves, strict=True)
    return [replace(entry, text=first.strip()) for entry, (first, _) in told]


def _waits(half: str, words: Vocabulary) -> Waits:
    return tuple((span.seconds, span.min_seconds) for span in spans_in(half, words))

"""Lists of what a level promises, `Acknowledge: 5 min`, `Action: …`, `Escalation: …`: the labels
of a level, and nobody's names."""

from collections.abc import Sequence

from runcard.domain.playbooks.page.blocks import Item, label_of
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import trailing_parenthesis

PROMISES = {"response", "acknowledge", "resolution", "cadence"}
BESIDE = {"escalation", "action", "communication"}
FEWEST = 2


def are_promises(entries: Sequence[Item], words: Vocabulary) -> bool:
    """A promise of time at least, and half of all entries with such labels."""
    labels = [label for item in entries if (label := label_of(item.text)) is not None]
    told = [words.labels.exactly(trailing_parenthesis(label.name)[0]) for label in labels]
    known = [one for one in told if one in PROMISES | BESIDE]
    return len(known) >= FEWEST and 2 * len(known) >= len(entries) and bool(PROMISES & set(known))

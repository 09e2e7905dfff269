"""A document in canonical Markdown: the same words, the same meaning, one layout."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from runcard.domain.playbooks.compile import read_document
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.writing.edits import Edit, applied
from runcard.domain.playbooks.writing.layout import layout_edits
from runcard.domain.playbooks.writing.meaning import meaning

MOST_TRIALS = 40
FEWEST_TRIALS = 4
LINES_TO_TRY = 40_000
"""How many lines are compiled again at most before changes in doubt are left out: a long document
must not cost a minute because one line of it is odd."""


@dataclass(frozen=True, slots=True)
class Canonical:
    """The document, and how many changes were left out because they would have changed what it
    means."""

    text: str
    changes: int
    left_out: int


@dataclass(frozen=True, slots=True)
class _Original:
    lines: Sequence[str]
    means: Any
    words: Vocabulary

    def keeps_its_meaning(self, edits: Sequence[Edit]) -> bool:
        read = read_document(applied(self.lines, edits), self.words).playbook
        return bool(meaning(read) == self.means)


def canonical(text: str, words: Vocabulary) -> Canonical:
    """The canonical form. A change is made only where the compiler reads the same afterwards, so
    that compiling the result gives the same playbook up to line numbers."""
    playbook = read_document(text, words).playbook
    original = _Original(playbook.lines, meaning(playbook), words)
    edits = layout_edits(playbook)
    if not original.keeps_its_meaning(()):
        return Canonical(text, 0, len(edits))
    kept = _safe_ones(original, edits)
    return Canonical(applied(playbook.lines, kept), len(kept), len(edits) - len(kept))


def _safe_ones(original: _Original, edits: Sequence[Edit]) -> list[Edit]:
    """All of them, or by halves those that change nothing in the meaning."""
    trials = max(FEWEST_TRIALS, min(MOST_TRIALS, LINES_TO_TRY // (len(original.lines) + 1)))
    kept: list[Edit] = []
    waiting = [list(edits)]
    while waiting and trials:
        group = waiting.pop(0)
        trials -= 1
        if not group:
            continue
        if original.keeps_its_meaning([*kept, *group]):
            kept += group
        elif len(group) > 1:
            half = len(group) // 2
            waiting += [group[:half], group[half:]]
    return kept

"""What the cells of a column have in common: times, periods, or sentences."""

from collections.abc import Sequence

from runcard.domain.playbooks.times.clauses import says_nothing
from runcard.domain.playbooks.times.grammar import read_time, spans_in
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import WIDE

FEWEST_WORDS = 3
SIGNS_OF_A_WORD = 2


def length(cell: str) -> int:
    """Its words; in scripts that put no space between them, two signs are one."""
    return max(len(cell.split()), len(WIDE.findall(cell)) // SIGNS_OF_A_WORD)


def is_column_of_times(cells: Sequence[str], words: Vocabulary) -> bool:
    """Most cells are a time and nothing else."""
    said = [cell for cell in cells if not says_nothing(cell, words)]
    times = [cell for cell in said if read_time(cell, 0, words) is not None]
    return len(times) >= 2 and 4 * len(times) >= 3 * len(said)


def is_column_of_periods(cells: Sequence[str], words: Vocabulary) -> bool:
    """Half of the cells say how often."""
    said = [cell for cell in cells if not says_nothing(cell, words)]
    often = [cell for cell in said if any(span.is_period for span in spans_in(cell, words))]
    return bool(often) and 2 * len(often) >= len(said)


def is_prose(cells: Sequence[str]) -> bool:
    """Some words in each, on average."""
    said = [cell for cell in cells if cell.strip()]
    return len(said) >= 2 and sum(map(length, said)) >= FEWEST_WORDS * len(said)

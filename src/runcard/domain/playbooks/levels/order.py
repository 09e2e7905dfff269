"""Which of a document's levels is the worst: most documents begin with it, some end with it."""

import re
from collections.abc import Sequence
from itertools import pairwise

from runcard.domain.playbooks.levels.names import rank_of
from runcard.domain.playbooks.model import Severity
from runcard.domain.playbooks.vocabulary import Vocabulary

# Of `P1`, `SEV2` everybody knows that the lowest number is the worst.
COUNTED_DOWN = re.compile(r"(?:p|s|sev|prio|priority|severity)[\s._-]*\d", re.IGNORECASE)
FEWEST = 2


def worst_first(levels: Sequence[Severity], words: Vocabulary) -> tuple[Severity, ...]:
    """The levels from the worst to the mildest: turned round where their names rise to the worst,
    or, where names tell nothing, where each is answered sooner than the one before."""
    named = [rank for one in levels if (rank := _rank(one, words)) is not None]
    told = named if len(named) >= FEWEST else _waits(levels)
    is_rising = len(told) >= FEWEST and _falls(told)
    return tuple(reversed(levels)) if is_rising else tuple(levels)


def _waits(levels: Sequence[Severity]) -> list[int]:
    """The seconds in which somebody answers, where each level tells them and none has a number
    that tells its rank."""
    told = [one.response or one.acknowledge for one in levels]
    waits = [one.seconds for one in told if one is not None and one.seconds is not None]
    is_whole = len(waits) == len(levels) and not any(map(_is_counted_down, levels))
    return waits if is_whole else []


def _falls(numbers: Sequence[int]) -> bool:
    return all(one > next_one for one, next_one in pairwise(numbers))


def _rank(level: Severity, words: Vocabulary) -> int | None:
    """Nought for the worst: by the key, the name, or the first word of the name."""
    name = level.name or ""
    places = (rank_of(said, words) for said in (level.key, name, name.partition(" ")[0]))
    return next((place for place in places if place is not None), None)


def _is_counted_down(level: Severity) -> bool:
    return COUNTED_DOWN.match(level.key) is not None

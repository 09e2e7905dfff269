"""`L1: mate (immediate)`, `L2: captain (< 15 min)`, `L3: owner (< 30 min)`: windows that widen from
rung to rung behind one that is called at once are how long each of them is waited for."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from runcard.domain.playbooks.model import ChainStep
from runcard.domain.playbooks.times.waits import delay
from runcard.domain.playbooks.vocabulary import Vocabulary

FEWEST = 2


def with_rising_windows(steps: Sequence[ChainStep], words: Vocabulary) -> tuple[ChainStep, ...]:
    """The steps, with their windows for waits."""
    if len(steps) <= FEWEST or steps[0].after is None or steps[0].after.seconds != 0:
        return tuple(steps)
    waits = [delay(one.condition or "", one.line, words) for one in steps[1:]]
    lengths = [one.seconds or 0 if one is not None else 0 for one in waits]
    is_rising = lengths[0] > 0 and all(one < two for one, two in pairwise(lengths))
    if not is_rising or any(one.after is not None for one in steps[1:]):
        return tuple(steps)
    told = zip(steps[1:], waits, strict=True)
    return (steps[0], *(replace(one, after=wait) for one, wait in told))

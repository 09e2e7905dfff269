"""Who is told when nobody answers."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum

from runcard.domain.playbooks.card import Mark


class EndsWith(Enum):
    """What makes a level needless: an acknowledgement, or only the resolution."""

    ACKNOWLEDGEMENT = "acknowledgement"
    RESOLUTION = "resolution"


@dataclass(frozen=True, slots=True)
class Level:
    """One rung. `after` counts from the opening of the incident."""

    title: str
    after: timedelta
    ends_with: EndsWith
    mark: Mark
    condition: str | None = None


@dataclass(frozen=True, slots=True)
class EscalationPolicy:
    """The rungs in the order of their time, for one severity; `left_to_people` are rungs whose
    condition only a person can judge."""

    levels: tuple[Level, ...]
    left_to_people: tuple[Level, ...] = ()
    first_again_after: timedelta | None = None
    """The first level is called again after this long, where its response is immediate."""
    rounds: int = 3
    wait: timedelta = timedelta(minutes=5)
    """How long one unanswered rung is given; also the pause before the next round."""


@dataclass(frozen=True, slots=True)
class Notify:
    """Tell this level now; `next_step` is due at `next_at`."""

    level: Level
    step: int
    next_step: int | None
    next_at: datetime | None


@dataclass(frozen=True, slots=True)
class Exhausted:
    """Everybody was told, as often as the policy says."""

    rounds: int


@dataclass(frozen=True, slots=True)
class Needless:
    """The level's condition no longer holds; the next one may."""

    why: str
    next_step: int | None
    next_at: datetime | None


@dataclass(frozen=True, slots=True)
class Reached:
    """The people behind a title, and who stands in when it is bound to nobody."""

    people: tuple[str, ...]
    problem: str | None = None

"""By which ways a person is woken, in which order, and until when."""

from dataclasses import dataclass
from datetime import timedelta

from runcard.domain.incidents.model import State
from runcard.domain.paging.model import PageState
from runcard.domain.people.model import Person, Way

AT_ONCE = frozenset({"console", "dev_phone"})
NEXT_WAY_AFTER = timedelta(seconds=60)
"""Long enough to reach for a phone, short enough that three ways fit in a five-minute promise."""


@dataclass(frozen=True, slots=True)
class PlannedTry:
    """One message by one way, this long after the page was asked for."""

    way: Way
    after: timedelta


def plan(person: Person, *, urgent: bool) -> tuple[PlannedTry, ...]:
    """Every way a person has. The console and the dev phone cost nothing and go at once; of the
    others the first goes at once and each next one a minute later. What is not urgent goes once."""
    free = [PlannedTry(way, timedelta(0)) for way in person.ways if way.kind in AT_ONCE]
    paid = [way for way in person.ways if way.kind not in AT_ONCE]
    wanted = paid if urgent else paid[:1]
    return (*free, *(PlannedTry(way, NEXT_WAY_AFTER * n) for n, way in enumerate(wanted)))


def still_needed(page: PageState, incident: State) -> bool:
    """Whether a message about this page should still go out. An acknowledgement withdraws the pages
    that asked for it; a page sent after that asks for help, and only the resolution ends it."""
    return page is PageState.OPEN and incident is not State.RESOLVED

"""Who is on call: the one place that reads a schedule."""

from datetime import datetime

from runcard.domain.people.model import Schedule
from runcard.kernel.ids import PersonId


def who_is_on_call(schedule: Schedule, at: datetime) -> PersonId | None:  # noqa: ARG001
    """The first person of a static list, at any time; nobody where the list is empty."""
    return schedule.people[0] if schedule.people else None

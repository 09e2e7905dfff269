"""Moments as people read them: the team's own clock, beside the distance from now."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from runcard.kernel.spans import spoken

THIS_WEEK = timedelta(days=6)


@dataclass(frozen=True, slots=True)
class Civil:
    """The team's zone, and the moment the page was made."""

    zone: ZoneInfo
    now: datetime

    def at(self, moment: datetime) -> str:
        """`03:25` today, `Wed 09:00` within the week, `Wed 25 Nov 17:00` further away."""
        local, today = moment.astimezone(self.zone), self.now.astimezone(self.zone)
        if local.date() == today.date():
            return f"{local:%H:%M}"
        if abs(moment - self.now) < THIS_WEEK:
            return f"{local:%a %H:%M}"
        return f"{local:%a} {local.day} {local:%b %H:%M}"

    def to_the_second(self, moment: datetime) -> str:
        """`03:01:02`, where the order of things within a minute counts."""
        return f"{moment.astimezone(self.zone):%H:%M:%S}"

    def with_zone(self, moment: datetime) -> str:
        """`03:01 CET (02:01 UTC)`: said once a page."""
        local = moment.astimezone(self.zone)
        here = f"{self.at(moment)} {local:%Z}"
        return here if not local.utcoffset() else f"{here} ({moment.astimezone(UTC):%H:%M} UTC)"

    def until(self, moment: datetime) -> str:
        """`in 2 min 40 s`, `4 min ago`, `now`."""
        distance = moment - self.now
        if abs(distance) < timedelta(seconds=1):
            return "now"
        return f"in {spoken(distance)}" if distance > timedelta() else f"{spoken(distance)} ago"

    def since(self, moment: datetime) -> str:
        """`21 min`: in whole minutes once there is one, since nobody counts seconds of an hour."""
        lasted = max(self.now - moment, timedelta())
        if lasted < timedelta(minutes=1):
            return spoken(lasted)
        return spoken(timedelta(minutes=lasted // timedelta(minutes=1)))

    def iso(self, moment: datetime) -> str:
        """For programs, `time` elements and the counting clocks."""
        return moment.astimezone(self.zone).isoformat(timespec="seconds")

"""Too much comes at once: a source is asked to wait a moment, and after a minute somebody is told.

What is of the worst level, or cannot be judged, is never asked to wait.
"""

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from runcard.domain.alerts.model import Signal
from runcard.flows.about_ourselves import alert_about_ourselves, over
from runcard.kernel.clock import Clock, SystemClock

MOST_WAITING = 1000
"""Posts before the writer; about a second of its work. A sender waits longer than that gladly, but
not for long, and sends again when it is told to."""
TOLD_AFTER = timedelta(seconds=60)
AT_EASE_AFTER = timedelta(seconds=10)
OVER_AFTER = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class Throttled:
    """A source that was asked to wait: since when, when last, how often."""

    since: datetime
    last_at: datetime
    refused: int = 1
    is_told: bool = False


@dataclass(slots=True)
class Crowd:
    """What this process has asked to wait, by source. Used from one thread, the event loop's."""

    most_waiting: int = MOST_WAITING
    clock: Clock = field(default_factory=SystemClock)
    _throttled: dict[str, Throttled] = field(default_factory=dict)

    def is_too_dense(self, waiting: int) -> bool:
        """Whether somebody must wait outside."""
        return waiting >= self.most_waiting

    def turn_away(self, source: str) -> Signal | None:
        """A post of the source is refused. The signal that it has been going on for too long, once
        for as long as it goes on."""
        now = self.clock.now()
        known = self._throttled.get(source)
        if known is None or (now - known.last_at > AT_EASE_AFTER and not known.is_told):
            self._throttled[source] = Throttled(now, now)
            return None
        is_long = now - known.since > TOLD_AFTER
        known = replace(known, last_at=now, refused=known.refused + 1)
        self._throttled[source] = replace(known, is_told=known.is_told or is_long)
        return signal_about(source, known) if is_long and not known.is_told else None

    def let_in(self, source: str) -> Signal | None:
        """A post of the source is taken in. The signal that it is over, if somebody was told."""
        known = self._throttled.get(source)
        if known is None or self.clock.now() - known.last_at <= OVER_AFTER:
            return None
        del self._throttled[source]
        return over(signal_about(source, known)) if known.is_told else None


def signal_about(source: str, known: Throttled) -> Signal:
    """What the incident about ourselves says; each time is an occurrence of its own."""
    alert = alert_about_ourselves(
        f"throttled:{source}",
        f"Source {source} is being throttled, {known.refused} posts refused",
        "More comes than this install can write down. Posts without an alert of the worst level "
        "are answered with 429 and must be sent again; alerts of the worst level are taken in. "
        "Look at what the source sends, and at `runcard doctor`.",
    )
    return replace(alert, starts_at=known.since)

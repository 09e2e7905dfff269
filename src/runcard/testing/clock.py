"""A clock that stands still until it is moved by hand."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta


@dataclass(slots=True)
class FrozenClock:
    """Starts on a Saturday morning in UTC, when nobody is at work."""

    moment: datetime = datetime(2026, 11, 21, 3, 1, tzinfo=UTC)

    def now(self) -> datetime:
        return self.moment

    def forward(self, **span: float) -> None:
        """`forward(minutes=5)`."""
        self.moment += timedelta(**span)

"""What Runcard raises about itself: an alert like any other, that wakes the fallback list."""

from dataclasses import replace

from runcard.domain.alerts.model import BEGINNING, AlertState, Signal
from runcard.domain.incidents.model import OURSELVES


def alert_about_ourselves(
    name: str, title: str, description: str, *, group: str | None = None
) -> Signal:
    """The same alert at every repeat of its `name`; those of one `group` are one incident."""
    return Signal(
        fingerprint=name,
        state=AlertState.FIRING,
        starts_at=BEGINNING,
        title=title,
        group_key=group or name,
        annotations={"description": description},
        source=OURSELVES,
    )


def over(alert: Signal) -> Signal:
    """It is so no more."""
    return replace(alert, state=AlertState.CLEARED)

"""Something kept in the spool cannot be told to the database: it stays on disk, and somebody hears
of it."""

from pathlib import Path

from runcard.domain.alerts.model import BEGINNING, AlertState, Signal
from runcard.domain.incidents.model import OURSELVES
from runcard.flows.house import ENGINE, House


def kept_is_set_aside(house: House, words: bytes, fault: Exception) -> None:
    """Raises Unavailable when the database is away again; then it is tried once more."""
    if house.shelter is not None:
        place = house.shelter.spool.set_aside(words)
        house.take_in_now([signal_about(place, fault)], ENGINE)


def signal_about(place: Path, fault: Exception) -> Signal:
    """One incident for all such records, with an alert for each."""
    return Signal(
        fingerprint=f"kept:{place.name}",
        state=AlertState.FIRING,
        starts_at=BEGINNING,
        title="Runcard could not take in an alert that came while its database was away",
        group_key="kept",
        annotations={"description": f"It is in {place}; {type(fault).__name__}: {fault}"[:2000]},
        source=OURSELVES,
    )

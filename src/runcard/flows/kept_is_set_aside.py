"""Something kept in the spool cannot be told to the database: it stays on disk, and somebody hears
of it."""

from pathlib import Path

from runcard.domain.alerts.model import Signal
from runcard.flows.about_ourselves import alert_about_ourselves
from runcard.flows.house import ENGINE, House


def kept_is_set_aside(house: House, words: bytes, fault: Exception) -> None:
    """Raises Unavailable when the database is away again; then it is tried once more."""
    if house.shelter is not None:
        place = house.shelter.spool.set_aside(words)
        house.take_in_now([signal_about(place, fault)], ENGINE)


def signal_about(place: Path, fault: Exception) -> Signal:
    """One incident for all such records, with an alert for each."""
    return alert_about_ourselves(
        f"kept:{place.name}",
        "Runcard could not take in an alert that came while its database was away",
        f"It is in {place}; {type(fault).__name__}: {fault}"[:2000],
        group="kept",
    )

"""There is no room on the disk under the database: somebody is told while the reserve lasts."""

from pathlib import Path

from runcard.db.room import Room
from runcard.domain.alerts.model import Signal
from runcard.flows.about_ourselves import alert_about_ourselves, over
from runcard.flows.house import ENGINE, House


def disk_is_looked_at(house: House, room: Room, folder: Path) -> None:
    """Opens the incident about it, or says that it is over. Raises Unavailable when not even that
    can be written."""
    house.take_in_now([signal_about(room, folder)], ENGINE)


def signal_about(room: Room, folder: Path) -> Signal:
    """Firing until the reserve is there again."""
    full = alert_about_ourselves(
        "storage",
        "Runcard's disk refuses writes" if room is Room.REFUSED else "Runcard's disk is full",
        f"{room.value}; make room in {folder}. Until then only alerts of the worst level are taken "
        "in, and others are answered with 503.",
    )
    return over(full) if room is Room.ENOUGH else full

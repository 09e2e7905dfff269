"""Looks at the room on the disk, and says when it has gone and when it is back."""

from dataclasses import dataclass, field

import structlog

from runcard.db.room import Room
from runcard.engine.loop import Due, Loop
from runcard.flows.disk_is_full import disk_is_looked_at
from runcard.flows.house import House

log = structlog.get_logger()
EVERY_SECONDS = 5.0


@dataclass(slots=True)
class RoomWatch:
    """What was said is remembered, so that a change is told once; a telling that failed is tried
    again."""

    house: House
    loop: Loop = field(init=False)
    _told: Room = Room.ENOUGH

    def __post_init__(self) -> None:
        self.loop = Loop("room", self.once, lambda: Due(None, EVERY_SECONDS))

    def once(self) -> int:
        """One look; returns 0, since there is never more at once."""
        reserve = self.house.reserve
        if reserve is not None and (room := reserve.hold()) is not self._told:
            log.error("room on the disk", room=room.value, free=reserve.free())
            disk_is_looked_at(self.house, room, reserve.folder)
            self._told = room
        return 0

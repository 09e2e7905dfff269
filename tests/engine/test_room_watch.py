"""Somebody is told when the room on the disk goes, and when it is back."""

from pathlib import Path

import pytest

from runcard.db.room import Reserve
from runcard.engine.room_watch import RoomWatch
from runcard.flows.briefings import board
from runcard.testing.house import HouseForTests

SIZE = 4096


def open_titles(house: HouseForTests) -> list[str]:
    return [row.incident.title for row in house.house.read(lambda w: board(w, house.house)).rows]


def test_the_incident_is_opened_once_and_ends_with_room(
    house: HouseForTests, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    house.house.reserve = reserve = Reserve(tmp_path, SIZE)
    watch = RoomWatch(house.house)
    watch.once()
    assert open_titles(house) == []
    with monkeypatch.context() as patch:
        patch.setattr(Reserve, "free", lambda _: 0)
        reserve.give_up()
        watch.once()
        watch.once()
        house.work()
    assert open_titles(house) == ["Runcard's disk is full"]
    assert len(house.phone.sent) == 1
    watch.once()
    assert [sentence for sentence in about(house) if "clear" in sentence.lower()]


def about(house: HouseForTests) -> list[str]:
    [row] = house.house.read(lambda w: board(w, house.house)).rows
    return house.told(row.incident.id)

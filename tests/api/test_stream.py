"""The timeline of one incident as it grows."""

import asyncio
import json
from collections.abc import AsyncIterator

import pytest
from starlette.testclient import TestClient

from runcard.db.writer import Committed
from runcard.interfaces.api.stream import growing, position_in
from tests.api.fake_house import ADA, INCIDENT_ID, FakeDesk

EVENTS = "/api/v1/incidents/INC-42/events"


async def next_of(events: AsyncIterator[bytes]) -> bytes:
    return await asyncio.wait_for(anext(events), 5)


def test_a_follower_first_gets_what_it_missed(desk: FakeDesk) -> None:
    async def follow() -> list[bytes]:
        events = growing(desk, ADA, INCIDENT_ID, 0)
        return [await next_of(events), await next_of(events)]

    first, second = asyncio.run(follow())
    assert first.startswith(b"id: 1\nevent: opened\ndata: {")
    assert second.endswith(b"\n\n")
    data = json.loads(second.split(b"data: ")[1])
    assert data["sentence"] == "ada: looking"
    assert data["at"] == "2026-11-21T03:04:05.678901Z"


def test_a_follower_that_comes_back_goes_on_where_it_broke_off(desk: FakeDesk) -> None:
    async def follow() -> bytes:
        return await next_of(growing(desk, ADA, INCIDENT_ID, 1))

    assert asyncio.run(follow()).startswith(b"id: 2\n")


@pytest.mark.parametrize("touched", [{INCIDENT_ID}, {"install", INCIDENT_ID}])
def test_a_new_entry_arrives_when_it_is_committed(desk: FakeDesk, touched: set[str]) -> None:
    async def follow() -> bytes:
        events = growing(desk, ADA, INCIDENT_ID, 2)
        waiting = asyncio.ensure_future(next_of(events))
        while not desk.bell._listeners:
            await asyncio.sleep(0)
        desk.bell.ring(Committed(False, frozenset({"inc_other"})))
        await desk.acknowledge(ADA, "INC-42", "api")
        desk.bell.ring(Committed(frozenset(touched)))
        return await waiting

    assert asyncio.run(follow()).startswith(b"id: 3\nevent: acknowledged\n")


def test_news_of_another_node_make_the_follower_look(desk: FakeDesk) -> None:
    async def follow() -> bytes:
        waiting = asyncio.ensure_future(next_of(growing(desk, ADA, INCIDENT_ID, 2)))
        while not desk.bell._listeners:
            await asyncio.sleep(0)
        await desk.acknowledge(ADA, "INC-42", "api")
        desk.bell.ring_for_all()
        return await waiting

    assert asyncio.run(follow()).startswith(b"id: 3\n")


def test_a_follower_that_leaves_is_forgotten(desk: FakeDesk) -> None:
    async def follow() -> None:
        events = growing(desk, ADA, INCIDENT_ID, 0)
        await next_of(events)
        assert len(desk.bell._listeners) == 1
        await events.aclose()

    asyncio.run(follow())
    assert desk.bell._listeners == set()


@pytest.mark.parametrize(
    ("said", "position"),
    [("", 0), ("7", 7), ("-1", 0), ("x", 0), ("9" * 40, 0), ("٣", 0)],
)
def test_an_odd_last_event_id_begins_anew(said: str, position: int) -> None:
    assert position_in(said) == position


def test_nobody_follows_what_is_not_there(client: TestClient) -> None:
    assert client.get(EVENTS.replace("42", "7")).status_code == 404
    denied = client.get(EVENTS, headers={"Authorization": "Bearer rct_cron"})
    assert denied.status_code == 403

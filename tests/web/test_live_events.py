"""Server-sent events: every entry once, in order, also after a break."""

import asyncio
from collections.abc import AsyncIterator

from starlette.testclient import TestClient

from runcard.interfaces.web.incidents import happening, position_in
from runcard.interfaces.web.live import Happening, Watch, follow, print_of
from runcard.kernel.actor import Anonymous
from tests.web.pretend_house import PretendDesk
from tests.web.sample_briefing import INCIDENT

SOMEBODY = Anonymous()


def story_of(desk: PretendDesk) -> Watch:
    async def since(seen: str) -> list[Happening]:
        entries = await desk.entries_after(SOMEBODY, INCIDENT, position_in(seen))
        return [happening(entry) for entry in entries]

    return Watch(since, INCIDENT)


async def take(pieces: AsyncIterator[str], count: int) -> list[str]:
    """The ids of the next events."""
    return [(await anext(pieces)).split("\n")[0] for _ in range(count)]


def test_a_reader_gets_what_it_has_not_seen_and_then_what_comes() -> None:
    async def scene() -> None:
        desk = PretendDesk()
        pieces = follow(desk.listen(), story_of(desk), "2")
        assert await take(pieces, 2) == ["id: 3", "id: 4"]
        await desk.write_note(SOMEBODY, "INC-42", "one")
        await desk.write_note(SOMEBODY, "INC-42", "two")
        assert await take(pieces, 2) == ["id: 5", "id: 6"]

    asyncio.run(scene())


def test_a_note_written_between_page_and_stream_is_not_lost() -> None:
    async def scene() -> None:
        desk = PretendDesk()
        await desk.write_note(SOMEBODY, "INC-42", "while the page was on its way")
        pieces = follow(desk.listen(), story_of(desk), "4")
        assert await take(pieces, 1) == ["id: 5"]

    asyncio.run(scene())


def test_another_incident_does_not_concern_this_page() -> None:
    watch = story_of(PretendDesk())
    assert not watch.concerns(frozenset({"inc_other"}))
    assert watch.concerns(frozenset({INCIDENT}))
    assert watch.concerns(frozenset()), "another node does not say what it changed"


def test_a_place_we_cannot_read_begins_at_the_beginning() -> None:
    assert [position_in(said) for said in ("", "x", "-1", "²", "9" * 40, "17")] == [
        0, 0, 0, 0, 0, 17
    ]  # fmt: skip


def test_a_print_changes_with_what_is_shown() -> None:
    assert print_of("a") == print_of("a")
    assert print_of("a") != print_of("b")


def test_a_page_names_the_stream_and_the_place_it_was_made_from(ada: TestClient) -> None:
    page = ada.get("/incidents/INC-42").text
    assert 'data-events="/incidents/INC-42/events" data-after="4"' in page

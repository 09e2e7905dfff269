"""The timeline of one incident as it grows: server-sent events that resume where they broke off."""

from collections.abc import AsyncGenerator
from typing import Annotated, Any

import msgspec
from fastapi import APIRouter, Header
from starlette.responses import StreamingResponse

from runcard.flows.bell import Listening
from runcard.interfaces.api.auth import Asks, By
from runcard.interfaces.api.desk import Desk
from runcard.interfaces.api.incidents import Ref
from runcard.interfaces.api.wire import entry_shown
from runcard.kernel.actor import Actor
from runcard.ledgers.timeline.model import Entry

# Proxies drop a connection that is silent for half a minute.
HEARTBEAT = 15.0
STILL_HERE = b": still here\n\n"
# No proxy may hold events back or keep them.
HEADERS = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
EVENTS: dict[int | str, dict[str, Any]] = {
    200: {"content": {"text/event-stream": {"schema": {"type": "string"}}}}
}
routes = APIRouter(tags=["incidents"])
LastEventId = Annotated[str, Header(alias="Last-Event-ID", max_length=40)]


@routes.get("/incidents/{ref}/events", response_class=StreamingResponse, responses=EVENTS)
async def follow_incident(
    desk: Asks, by: By, ref: Ref, last_event_id: LastEventId = ""
) -> StreamingResponse:
    """Every entry after `Last-Event-ID`, then each new one as it is committed."""
    subject = (await desk.brief(by, ref)).incident.id
    events = growing(desk, by, subject, position_in(last_event_id))
    return StreamingResponse(events, media_type="text/event-stream", headers=HEADERS)


def position_in(last_event_id: str) -> int:
    """Where the client broke off; from the beginning if it says nothing we can read."""
    plain = last_event_id.isascii() and last_event_id.isdigit() and len(last_event_id) < 10
    return int(last_event_id) if plain else 0


async def growing(desk: Desk, by: Actor, subject: str, seen: int) -> AsyncGenerator[bytes, None]:
    """Entries as they come, and a sign of life while there are none."""
    # Listen before looking, so that nothing falls between the two.
    listening = desk.listen()
    try:
        while True:
            for entry in await desk.entries_after(by, subject, seen):
                seen = entry.position
                yield event_of(entry)
            if await news_of(subject, listening) is None:
                yield STILL_HERE
    finally:
        listening.close()


async def news_of(subject: str, listening: Listening) -> frozenset[str] | None:
    """Wait until the subject may have changed; None when all was quiet for one heartbeat."""
    touched = await listening.wait(HEARTBEAT)
    while touched and subject not in touched:
        touched = await listening.wait(HEARTBEAT)
    return touched


def event_of(entry: Entry) -> bytes:
    """One entry in the form that EventSource reads."""
    data = msgspec.json.encode(entry_shown(entry))
    head = f"id: {entry.position}\nevent: {entry.event.kind}\ndata: ".encode()
    return head + data + b"\n\n"

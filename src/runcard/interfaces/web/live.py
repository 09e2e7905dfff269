"""Server-sent events: a page hears that something changed, and misses nothing it has not seen."""

import hashlib
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta

from starlette.requests import Request
from starlette.responses import StreamingResponse

from runcard.flows.bell import Listening
from runcard.interfaces.web.desk import Desk
from runcard.interfaces.web.errors import status_of
from runcard.kernel.errors import RuncardError

# Proxies cut silent connections after 30 to 60 s; a page doubts its news after three beats.
BEAT = timedelta(seconds=5)
# The bell rings for every commit, other nodes' too; this finds what only time changed.
LOOK_ANYWAY = 6
# After this many beats the stream ends and the browser comes back, so that a token that has ended
# does not go on reading, and a stopping server is not held up.
MOST_BEATS = 120
# A comment keeps proxies awake; the event lets the page notice a silence.
HEARTBEAT = ": beat\nevent: beat\ndata: .\n\n"
OVER = "event: over\ndata: .\n\n"
HEADERS = {
    "Cache-Control": "no-store",
    "X-Accel-Buffering": "no",
    "X-Content-Type-Options": "nosniff",
}
RETRY = "retry: 1000\n\n"


@dataclass(frozen=True, slots=True)
class Happening:
    """One event; its id is where a reader that comes back goes on."""

    id: str
    kind: str
    facts: dict[str, object]

    def __str__(self) -> str:
        return f"id: {self.id}\nevent: {self.kind}\ndata: {json.dumps(self.facts)}\n\n"


# What happened after an id, oldest first.
Since = Callable[[str], Awaitable[list[Happening]]]


@dataclass(frozen=True, slots=True)
class Watch:
    """What one page watches. `subject` None: everything."""

    since: Since
    subject: str | None = None

    def concerns(self, touched: frozenset[str]) -> bool:
        """An empty set came from another node, and may be anything."""
        return not touched or self.subject is None or self.subject in touched


def stream(desk: Desk, watch: Watch, seen: str) -> StreamingResponse:
    """The events after `seen`, then whatever comes."""
    return StreamingResponse(
        tell(desk, watch, seen), media_type="text/event-stream", headers=HEADERS
    )


async def tell(desk: Desk, watch: Watch, seen: str) -> AsyncIterator[str]:
    """The bell only says when to look; what is told is read from the book by position, so nothing
    is told twice and nothing is left out."""
    yield RETRY
    listening = desk.listen()
    try:
        async for piece in follow(listening, watch, seen):
            yield piece
    except RuncardError as fault:
        facts = {"status": status_of(fault).value, "message": fault.message}
        yield f"event: trouble\ndata: {json.dumps(facts)}\n\n"
    finally:
        listening.close()


async def follow(listening: Listening, watch: Watch, seen: str) -> AsyncIterator[str]:
    """Look first, then whenever the bell rings for us."""
    beats, must_look = 0, True
    while beats < MOST_BEATS:
        for happening in await watch.since(seen) if must_look else ():
            seen = happening.id
            yield str(happening)
        touched = await listening.wait(BEAT.total_seconds())
        if touched is None:
            beats += 1
            yield HEARTBEAT
            must_look = beats % LOOK_ANYWAY == 0
        else:
            must_look = watch.concerns(touched)
    yield OVER


def last_seen(request: Request) -> str:
    """Where the reader stands: what the browser remembers, else what the page was made from."""
    return request.headers.get("last-event-id") or request.query_params.get("after", "")


def print_of(*facts: object) -> str:
    """A short print of what a page shows; another print means that it changed."""
    return hashlib.blake2s(repr(facts).encode(), digest_size=8).hexdigest()

"""The door of alerts: plain and quick, and it never answers yes before the commit.

A sender does not repeat what was refused. So what comes with a good key and cannot be read is
answered with a refusal and opens an incident of its own: somebody must hear of it.
"""

import asyncio
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

import structlog
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from runcard.db.database import AWAY, Database
from runcard.db.writer import Committed
from runcard.domain.access.actions import KEYS_CHANGED
from runcard.domain.access.known_sources import KnownSources
from runcard.domain.access.model import Source
from runcard.domain.access.pushes import PUSHED
from runcard.domain.access.queries import source_of
from runcard.domain.access.rules import digest_of
from runcard.domain.alerts.model import Kept, Recorded, Signal
from runcard.domain.alerts.ports import Intake
from runcard.flows.house import PATIENCE_SECONDS
from runcard.interfaces.api.errors import (
    INVALID,
    TOO_LARGE,
    UNAUTHORIZED,
    Fault,
    Refusal,
    encoded,
    guarded,
    problem,
)
from runcard.interfaces.api.payload import read_payload
from runcard.interfaces.api.storable import signal_from
from runcard.kernel.actor import Actor, Anonymous
from runcard.kernel.clock import Clock, SystemClock
from runcard.kernel.errors import Forbidden, Invalid, Unavailable

# Parsing more than this at once would keep other posts waiting.
QUICK_BYTES = 64 * 1024
# What a parser raises on a payload that its author did not foresee.
SURPRISES = (
    ValueError, TypeError, LookupError, AttributeError, ArithmeticError, RecursionError,
)  # fmt: skip
JSON = "application/json"
WRONG_ADDRESS = "nothing is taken in under this address; check the kind and the key in it"
log = structlog.get_logger()


class TakesIn(Protocol):
    """What this door needs of the house."""

    @property
    def db(self) -> Database: ...
    async def take_in(
        self, signals: Sequence[Signal], actor: Actor
    ) -> Sequence[Recorded] | Sequence[Kept]: ...
    async def unreadable(self, source: str, why: str, actor: Actor) -> None: ...


@dataclass(frozen=True, slots=True)
class Limits:
    """What one post may bring, so that a real outage fits and an accident does not."""

    bytes: int = 4 * 1024 * 1024
    alerts: int = 5000


def intake_route(
    house: TakesIn,
    intakes: Mapping[str, Intake],
    limits: Limits | None = None,
    expected: Iterable[tuple[str, Source]] = (),
) -> Route:
    """`POST /in/{kind}/{key}` for every kind we can read. `expected` are known already, for a
    start without a database."""
    door = IntakeDoor(house, intakes, limits or Limits())
    for digest, source in expected:
        door.known.expect(digest, source)
    house.db.listeners.append(door.hear)
    return Route("/in/{kind}/{key}", guarded(door.post), methods=["POST"])


@dataclass(frozen=True, slots=True)
class StormDoor:
    """A post of alerts goes straight to its door; everything else goes through the house. In a
    storm the way through routers and middleware costs as much as reading the post."""

    intake: Route
    house: ASGIApp

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and scope["method"] == "POST":
            place = scope["path"].split("/")
            if len(place) == 4 and place[1] == "in" and place[2] != PUSHED:
                scope["path_params"] = {"kind": place[2], "key": place[3]}
                answer = await self.intake.endpoint(Request(scope, receive))
                await answer(scope, receive, send)
                return
        await self.house(scope, receive, send)


@dataclass(slots=True)
class IntakeDoor:
    """Key, body, signals, commit, answer."""

    house: TakesIn
    intakes: Mapping[str, Intake]
    limits: Limits = field(default_factory=Limits)
    clock: Clock = field(default_factory=SystemClock)
    known: KnownSources = field(default_factory=KnownSources)

    async def post(self, request: Request) -> Response:
        """One post, answered after the commit that holds all of it."""
        try:
            source = await self.source_behind(**request.path_params)
        except Forbidden:
            return problem(UNAUTHORIZED, WRONG_ADDRESS)
        try:
            signals = await self.signals_in(request, source)
            recorded = await self.house.take_in(signals, source.actor)
        except Invalid as fault:
            return await self.refuse(source, refusal_of(fault))
        except Refusal as refusal:
            return await self.refuse(source, refusal)
        return Response(encoded({"alerts": recorded}), 202, media_type=JSON)

    async def source_behind(self, kind: str, key: str) -> Source:
        """Who sends. Raises Forbidden, whichever part of the address is wrong."""
        digest, now = digest_of(key), self.clock.now()
        source = self.known.find(digest, now) or await self.looked_up(key, digest)
        if source.kind != kind or kind not in self.intakes:
            raise Forbidden(WRONG_ADDRESS)
        return source

    async def looked_up(self, key: str, digest: str) -> Source:
        """Asked of the database; while it is away, or says nothing, who was known by this key
        before still is."""
        now, age, read = self.clock.now(), self.known.age, self.house.db.read
        asked = asyncio.to_thread(read, lambda work: source_of(work, key), Anonymous())
        try:
            source = await asyncio.wait_for(asked, PATIENCE_SECONDS)
        except (Unavailable, TimeoutError):
            before = self.known.last(digest)
            if before is None:
                raise Unavailable(AWAY) from None
            return before
        self.known.keep(digest, source, now, age=age)
        return source

    async def signals_in(self, request: Request, source: Source) -> list[Signal]:
        """What the source says. Raises Invalid or Refusal when it cannot be read."""
        payload = await read_payload(request, self.limits.bytes)
        if len(payload) > QUICK_BYTES:
            return await run_in_threadpool(self.parsed, payload, request.headers, source)
        return self.parsed(payload, request.headers, source)

    def parsed(self, payload: bytes, headers: Mapping[str, str], source: Source) -> list[Signal]:
        """The signals of a payload. A parser that meets what its author did not foresee has not
        read it: failing instead would make the sender repeat it for ever, and wake nobody."""
        try:
            said = self.intakes[source.kind].parse(payload, headers)
            self.count(said)
            return [signal_from(source.name, signal) for signal in said]
        except SURPRISES as surprise:
            log.warning("intake surprised", kind=source.kind, why=repr(surprise)[:200])
            raise Refusal(
                INVALID, f"this is not what {source.kind} sends; check the source's settings",
                [Fault("", f"{type(surprise).__name__} while it was read")],
            ) from None  # fmt: skip

    def count(self, said: Sequence[Signal]) -> None:
        """Raises Refusal for more alerts than one post may bring."""
        if len(said) > self.limits.alerts:
            raise Refusal(
                TOO_LARGE,
                f"a post may bring {self.limits.alerts} alerts, and this brings {len(said)}; "
                "send them in parts",
            )

    async def refuse(self, source: Source, refusal: Refusal) -> Response:
        """Say no, and wake somebody: the sender will not say it again."""
        log.warning("intake refused", source=source.name, why=refusal.why)
        await self.house.unreadable(source.name, refusal.why, source.actor)
        return problem(refusal.case, refusal.why, refusal.faults)

    def hear(self, news: Committed) -> None:
        """Called after every commit; a key may have been issued or revoked in it."""
        if KEYS_CHANGED in news.touched:
            self.known.forget()


def refusal_of(fault: Invalid) -> Refusal:
    """The reader named the field; so do we."""
    return Refusal(INVALID, fault.message, [Fault(fault.where or "", fault.message)])

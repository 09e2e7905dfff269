"""Whether this process lives, whether it can take alerts in, and how all nodes are."""

from dataclasses import dataclass
from datetime import datetime

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from runcard import __version__
from runcard.flows.pulse import Pulse
from runcard.interfaces.api.auth import Asks, By
from runcard.interfaces.api.desk import Desk
from runcard.interfaces.api.errors import broken_promise
from runcard.kernel.errors import Unavailable
from runcard.ledgers.agenda.model import Quarantined
from runcard.ledgers.agenda.nodes import Node, lives, silent_for

FINE = {"status": "ok"}
# Alerts are taken in and wake people; only what was planned before the copy was made waits.
QUARANTINE = {"status": "quarantine", "next": "runcard db release"}
routes = APIRouter(tags=["health"])


@dataclass(frozen=True, slots=True)
class NodeShown:
    """One process on this database."""

    id: str
    name: str
    version: str
    runs: tuple[str, ...]
    started_at: datetime
    lives: bool
    silent_seconds: float


@dataclass(frozen=True, slots=True)
class Health:
    """Said to somebody who may read. The lag is the age of the oldest thing that is due."""

    status: str
    version: str
    now: datetime
    lag_seconds: float
    timers_due: int
    pages_due: int
    nodes: tuple[NodeShown, ...]
    quarantine: Quarantined | None = None
    """Of a copy whose plans wait for a person."""


@routes.get("/health")
async def show_health(desk: Asks, by: By) -> Health:
    """The version, the time by which clocks are counted, the nodes, and how late the engine is."""
    return health_of(await desk.pulse(by))


def health_of(pulse: Pulse) -> Health:
    """The pulse as this door shows it."""
    load = pulse.load
    return Health(
        pulse.condition.value,
        __version__,
        pulse.now,
        load.lag.total_seconds(),
        load.timers_due,
        load.jobs_due,
        tuple(shown(node, pulse.now) for node in pulse.nodes),
        pulse.quarantine,
    )


def shown(node: Node, now: datetime) -> NodeShown:
    """A node, and whether it was heard of lately."""
    return NodeShown(
        node.id,
        node.name,
        node.version,
        tuple(half.value for half in node.runs),
        node.started_at,
        lives(node, now),
        silent_for(node, now).total_seconds(),
    )


def health_routes(desk: Desk) -> list[Route]:
    """For load balancers and init systems; open to everyone, and they say nothing else."""

    async def is_alive(_: Request) -> Response:
        return JSONResponse(FINE)

    async def is_ready(_: Request) -> Response:
        try:
            await desk.is_ready()
        except Unavailable as fault:
            return broken_promise(fault)
        return JSONResponse(FINE if desk.quarantine is None else QUARANTINE)

    return [Route("/livez", is_alive), Route("/readyz", is_ready)]

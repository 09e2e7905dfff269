"""Whether this process lives, whether it can take alerts in, and what time it is there."""

from dataclasses import dataclass
from datetime import datetime

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from runcard import __version__
from runcard.interfaces.api.auth import Asks, By
from runcard.interfaces.api.desk import Desk
from runcard.interfaces.api.errors import broken_promise
from runcard.kernel.errors import Unavailable

FINE = {"status": "ok"}
routes = APIRouter(tags=["health"])


@dataclass(frozen=True, slots=True)
class Health:
    """Said to somebody who may read."""

    status: str
    version: str
    now: datetime


@routes.get("/health")
async def show_health(desk: Asks, by: By) -> Health:
    """The version, and the time by which clocks are counted."""
    return Health(FINE["status"], __version__, await desk.time_of_day(by))


def health_routes(desk: Desk) -> list[Route]:
    """For load balancers and init systems; open to everyone, and they say nothing else."""

    async def is_alive(_: Request) -> Response:
        return JSONResponse(FINE)

    async def is_ready(_: Request) -> Response:
        try:
            await desk.is_ready()
        except Unavailable as fault:
            return broken_promise(fault)
        return JSONResponse(FINE)

    return [Route("/livez", is_alive), Route("/readyz", is_ready)]

"""The API under /api/v1: its routes, its errors, its description."""

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import PlainTextResponse, Response

from runcard import __version__
from runcard.interfaces.api import (
    health,
    incidents,
    library,
    oncall,
    playbooks,
    quarantine,
    stream,
    timeline,
)
from runcard.interfaces.api.body_limit import BodyLimit
from runcard.interfaces.api.desk import Desk
from runcard.interfaces.api.errors import (
    BY_CODE,
    on_anything_else,
    on_broken_promise,
    on_http_error,
    on_wrong_request,
)
from runcard.interfaces.api.openapi import EVERY_ERROR, name_of
from runcard.kernel.errors import NotFound, RuncardError

PREFIX = "/api/v1"
ROOMS = (incidents, stream, oncall, playbooks, library, timeline, health, quarantine)


def api(desk: Desk) -> FastAPI:
    """To be mounted under PREFIX."""
    door = FastAPI(
        title="Runcard",
        version=__version__,
        docs_url=None,
        redoc_url=None,
        servers=[{"url": PREFIX}],
        responses=EVERY_ERROR,
        generate_unique_id_function=name_of,
    )
    door.state.desk = desk
    for room in ROOMS:
        door.include_router(room.routes)
    door.add_api_route(
        "/problems/{code}", explain_problem, response_class=PlainTextResponse, tags=["problems"]
    )
    door.add_exception_handler(RuncardError, on_broken_promise)
    door.add_exception_handler(RequestValidationError, on_wrong_request)
    door.add_exception_handler(HTTPException, on_http_error)
    door.add_exception_handler(Exception, on_anything_else)
    door.add_middleware(BodyLimit)
    return door


async def explain_problem(code: str, _: Request) -> Response:
    """The page behind the `type` of a problem."""
    if code not in BY_CODE:
        raise NotFound(f"there is no problem {code[:80]!r}; there are: {', '.join(BY_CODE)}")
    case = BY_CODE[code]
    return PlainTextResponse(f"{case.status} {case.title}\n\n{case.next_step}\n")

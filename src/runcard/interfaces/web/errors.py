"""One table from the family of an error to the answer of a page, and the last net under all."""

from collections.abc import Awaitable, Callable
from http import HTTPStatus
from traceback import format_exception

import structlog
from starlette.requests import Request
from starlette.responses import Response

from runcard.interfaces.web.paper import Paper
from runcard.kernel.errors import (
    Conflict,
    Forbidden,
    Invalid,
    NotFound,
    RuncardError,
    Unavailable,
)

STATUS: dict[type[RuncardError], HTTPStatus] = {
    NotFound: HTTPStatus.NOT_FOUND,
    Forbidden: HTTPStatus.FORBIDDEN,
    Invalid: HTTPStatus.UNPROCESSABLE_ENTITY,
    Conflict: HTTPStatus.CONFLICT,
    Unavailable: HTTPStatus.SERVICE_UNAVAILABLE,
}
HEADINGS = {
    HTTPStatus.NOT_FOUND: "It is not here",
    HTTPStatus.FORBIDDEN: "You may not do this",
    HTTPStatus.UNPROCESSABLE_ENTITY: "This could not be read",
    HTTPStatus.CONFLICT: "It does not fit what is already so",
    HTTPStatus.SERVICE_UNAVAILABLE: "Something we need is away",
    HTTPStatus.INTERNAL_SERVER_ERROR: "The page broke, and it is our fault",
}
OURS = "Nothing was lost: alerts come in and people are paged without this page. The log says more."

log = structlog.get_logger()


async def answer_or_explain(
    paper: Paper, request: Request, handler: Callable[[], Awaitable[Response]]
) -> Response:
    """The handler's answer, or a page that says what went wrong and what to do."""
    try:
        return await handler()
    except RuncardError as fault:
        return error_page(paper, request, status_of(fault), fault.message)
    except Exception as fault:  # the outermost handler of this door
        # Written out here: a log that prints the variables of each frame would print tokens too.
        log.error("a page broke", path=request.url.path, trace=format_exception(fault))
        return error_page(paper, request, HTTPStatus.INTERNAL_SERVER_ERROR, OURS)


def status_of(fault: RuncardError) -> HTTPStatus:
    """The HTTP status of a family of errors."""
    families = (family for family in STATUS if isinstance(fault, family))
    return STATUS.get(next(families, RuncardError), HTTPStatus.INTERNAL_SERVER_ERROR)


def error_page(paper: Paper, request: Request, status: HTTPStatus, message: str) -> Response:
    """A page with one sentence, and the way back."""
    said = {"heading": HEADINGS[status], "message": message, "path": request.url.path}
    page = paper.page("error.html", said, status)
    if status is HTTPStatus.SERVICE_UNAVAILABLE:
        page.headers["Retry-After"] = "5"
    return page

"""One table from what went wrong to a status, a code and what to do next; RFC 9457 bodies."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from traceback import format_exception

import msgspec
import structlog
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response

from runcard.kernel.errors import (
    Conflict,
    Forbidden,
    Invalid,
    NotFound,
    Overloaded,
    RuncardError,
    Unavailable,
)

MEDIA_TYPE = "application/problem+json"
PAGES = "/api/v1/problems/"
# In seconds: a crowd is gone sooner than something is back that was away.
RETRY_AFTER = {429: {"Retry-After": "2"}, 503: {"Retry-After": "5"}}
Endpoint = Callable[[Request], Awaitable[Response]]
log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Case:
    """One way to fail, as a program and a person see it."""

    status: int
    code: str
    title: str
    next_step: str


MALFORMED = Case(400, "malformed", "This is not JSON", "Send one JSON object in UTF-8.")
UNAUTHORIZED = Case(
    401, "unauthorized", "We do not know who you are",
    "Send the header `Authorization: Bearer rct_…` with a token that is in force.",
)  # fmt: skip
FORBIDDEN = Case(
    403, "forbidden", "This token may not do that",
    "Use a token with the permission that the sentence names.",
)  # fmt: skip
NOT_FOUND = Case(
    404, "not_found", "It is not here", "Look up what there is with GET /api/v1/incidents."
)
WRONG_METHOD = Case(
    405, "method_not_allowed", "This address does something else",
    "Read GET /api/v1/openapi.json for what each address takes.",
)  # fmt: skip
CONFLICT = Case(
    409, "conflict", "It does not fit what is already so",
    "Read the incident again, then decide anew.",
)  # fmt: skip
TOO_LARGE = Case(
    413, "too_large", "That is more than one request may bring",
    "Send it in several requests, or raise the limit in the settings.",
)  # fmt: skip
UNSUPPORTED = Case(
    415, "unsupported_media", "We cannot read this kind of body",
    "Send JSON; compress with gzip or not at all.",
)  # fmt: skip
INVALID = Case(
    422, "invalid", "It cannot be read as what it should be",
    "Mend the fields that `errors` names, and send it again.",
)  # fmt: skip
INTERNAL = Case(
    500, "internal", "Runcard failed at this",
    "Send it again; if it fails again, look into the log of the server.",
)  # fmt: skip
UNAVAILABLE = Case(
    503, "unavailable", "Something we need is away", "Send it again after a few seconds."
)
OVERLOADED = Case(
    429, "overloaded", "Too much comes at once", "Send it again after the seconds of Retry-After."
)
CASES = (
    MALFORMED, UNAUTHORIZED, FORBIDDEN, NOT_FOUND, WRONG_METHOD, CONFLICT, TOO_LARGE, UNSUPPORTED,
    INVALID, OVERLOADED, INTERNAL, UNAVAILABLE,
)  # fmt: skip
FAMILIES: Mapping[type[RuncardError], Case] = {
    NotFound: NOT_FOUND, Forbidden: FORBIDDEN, Invalid: INVALID, Conflict: CONFLICT,
    Unavailable: UNAVAILABLE, Overloaded: OVERLOADED,
}  # fmt: skip
BY_STATUS = {case.status: case for case in CASES}
BY_CODE = {case.code: case for case in CASES}


@dataclass(frozen=True, slots=True)
class Fault:
    """One field and what is wrong with it; `pointer` is empty for the whole."""

    pointer: str
    message: str


class Refusal(Exception):
    """What was sent cannot be taken, and how that is answered."""

    def __init__(self, case: Case, why: str, faults: Sequence[Fault] = ()) -> None:
        super().__init__(why)
        self.case = case
        self.why = why
        self.faults = faults


def case_of(error: RuncardError) -> Case:
    """The row of the table for an error, or for the family it belongs to."""
    return next((FAMILIES[kind] for kind in type(error).__mro__ if kind in FAMILIES), INTERNAL)


def problem(case: Case, detail: str, faults: Sequence[Fault] = ()) -> Response:
    """An answer that says what happened, to what, and what to do."""
    body = {
        "type": PAGES + case.code, "title": case.title, "status": case.status, "detail": detail,
        "code": case.code, "errors": faults, "try": case.next_step,
    }  # fmt: skip
    headers = RETRY_AFTER.get(case.status, {})
    if case is UNAUTHORIZED:
        headers = {"WWW-Authenticate": "Bearer"}
    return Response(encoded(body), case.status, headers, media_type=MEDIA_TYPE)


def encoded(body: object) -> bytes:
    """JSON that no lone surrogate in a quoted word can break."""
    try:
        return msgspec.json.encode(body)
    except UnicodeEncodeError:
        plain = repr(msgspec.to_builtins(body)).encode("utf-8", "replace").decode()
        return msgspec.json.encode({"title": "The answer cannot be written", "detail": plain})


def broken_promise(error: RuncardError) -> Response:
    """The answer to an error of the five families."""
    faults = [] if error.where is None else [Fault(error.where, error.message)]
    return problem(case_of(error), error.message, faults)


def guarded(endpoint: Endpoint) -> Endpoint:
    """The outermost handler of a route that stands outside the API."""

    async def answer(request: Request) -> Response:
        try:
            return await endpoint(request)
        except ClientDisconnect:
            return problem(MALFORMED, "the sender left before the body was whole")
        except RuncardError as error:
            return broken_promise(error)
        except Exception as error:
            return await on_anything_else(request, error)

    return answer


async def on_broken_promise(_: Request, error: Exception) -> Response:
    """A story said no."""
    assert isinstance(error, RuncardError)
    return broken_promise(error)


async def on_wrong_request(_: Request, error: Exception) -> Response:
    """The request does not have the shape that the address takes."""
    assert isinstance(error, RequestValidationError)
    said = error.errors()
    faults = [Fault(pointer_to(fault["loc"]), fault["msg"]) for fault in said]
    if any(fault["type"] == "json_invalid" for fault in said):
        return problem(MALFORMED, "the body is not JSON", faults)
    named = ", ".join(sorted({fault.pointer or "the body" for fault in faults}))
    return problem(INVALID, f"this request cannot be taken; look at {named}", faults)


async def on_http_error(_: Request, error: Exception) -> Response:
    """What the framework itself says: no such address, wrong method, too large."""
    assert isinstance(error, HTTPException)
    case = BY_STATUS.get(error.status_code, INTERNAL)
    answer = problem(case, str(error.detail))
    answer.status_code = error.status_code
    answer.headers.update(error.headers or {})
    return answer


async def on_anything_else(request: Request, error: Exception) -> Response:
    """Our own fault: the log has the whole of it, the caller one sentence."""
    # As text: a renderer that prints local variables would print tokens, and take seconds.
    trace = "".join(format_exception(error))
    log.error("request failed", method=request.method, kind=type(error).__name__, trace=trace)
    return problem(INTERNAL, "this failed for a reason of ours; nothing was half done")


def pointer_to(place: Sequence[str | int]) -> str:
    """A JSON pointer into the body; `?limit` for a parameter."""
    if not place:
        return ""
    where, *rest = (str(step) for step in place)
    if where == "body":
        return "".join(f"/{step.replace('~', '~0').replace('/', '~1')}" for step in rest)
    return "?" + ".".join(rest)

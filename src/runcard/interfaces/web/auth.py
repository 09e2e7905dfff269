"""Who is at the door: a token in a cookie, and forms that only our own pages may send."""

from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from runcard.interfaces.web.desk import Desk
from runcard.kernel.actor import Actor
from runcard.kernel.errors import Forbidden

COOKIE = "runcard_token"
# A night on call and the day after; the token itself may end sooner.
LASTS = 30 * 24 * 3600
ELSEWHERE = (
    "This form came from another site, so nothing was done. Open the page here and press again"
)


async def whoever(desk: Desk, request: Request) -> Actor | None:
    """The actor of the cookie's token; None without a cookie or with one that is no longer good."""
    token = request.cookies.get(COOKIE)
    if not token:
        return None
    try:
        return await desk.actor_of(token)
    except Forbidden:
        return None


def must_be_ours(request: Request) -> None:
    """Raise Forbidden unless the form was sent by a page of this server.

    Browsers say so themselves: Sec-Fetch-Site on secure and loopback addresses, Origin on all."""
    said = request.headers.get("sec-fetch-site")
    if said is not None:
        is_ours = said == "same-origin"
    else:
        origin = urlsplit(request.headers.get("origin", ""))
        is_ours = origin.netloc != "" and origin.netloc == request.headers.get("host")
    if not is_ours:
        raise Forbidden(ELSEWHERE)


def welcome(request: Request, token: str) -> Response:
    """The board, with the token kept in a cookie that no script and no other site can use."""
    answer = RedirectResponse("/", status_code=303, headers={"Cache-Control": "no-store"})
    answer.set_cookie(
        COOKIE,
        token,
        max_age=LASTS,
        httponly=True,
        samesite="strict",
        path="/",
        secure=request.url.scheme == "https",
    )
    return answer


def goodbye() -> Response:
    """Forget the token on this machine."""
    answer = RedirectResponse("/", status_code=303)
    answer.delete_cookie(COOKIE, httponly=True, samesite="strict", path="/")
    return answer

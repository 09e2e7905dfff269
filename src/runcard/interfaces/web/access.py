"""Come in and go out."""

from http import HTTPStatus

from starlette.responses import Response
from starlette.routing import BaseRoute

from runcard.interfaces.web import auth
from runcard.interfaces.web.door import Door, Visit
from runcard.kernel.errors import Forbidden


def routes(door: Door) -> list[BaseRoute]:
    """The link that `runcard token` prints, and the way out."""
    return [door.open_page("/enter", enter), door.form("/leave", leave)]


async def enter(visit: Visit) -> Response:
    """Keep the token of the link in a cookie, if it is one of ours."""
    token = visit.request.query_params.get("token", "")
    try:
        await visit.desk.actor_of(token)
    except Forbidden:
        facts = {"path": "/", "had_cookie": True}
        return visit.paper.page("access/sign_in.html", facts, HTTPStatus.UNAUTHORIZED)
    return auth.welcome(visit.request, token)


async def leave(_visit: Visit) -> Response:
    """Forget the token on this machine."""
    return auth.goodbye()

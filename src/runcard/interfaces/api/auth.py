"""From the bearer token of a request to the actor who does the work."""

from typing import Annotated

from fastapi import Depends, Request
from starlette.exceptions import HTTPException

from runcard.interfaces.api.desk import Desk
from runcard.kernel.actor import Actor
from runcard.kernel.errors import Forbidden

SCHEME = "bearer "


def desk_of(request: Request) -> Desk:
    """What this door asks of the house; set when the door was built."""
    desk: Desk = request.app.state.desk
    return desk


async def actor_behind(request: Request) -> Actor:
    """Raises 401 when nobody we know asks."""
    shown = request.headers.get("authorization", "")
    if not shown.lower().startswith(SCHEME):
        raise not_signed_in("this address needs a token, and none was sent")
    try:
        return await desk_of(request).actor_of(shown[len(SCHEME) :].strip())
    except Forbidden as refusal:
        raise not_signed_in(refusal.message) from None


def not_signed_in(why: str) -> HTTPException:
    """401 with its sentence."""
    return HTTPException(401, why, {"WWW-Authenticate": "Bearer"})


Asks = Annotated[Desk, Depends(desk_of)]
By = Annotated[Actor, Depends(actor_behind)]

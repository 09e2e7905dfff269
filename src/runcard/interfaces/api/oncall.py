"""Who is on call, over HTTP."""

from fastapi import APIRouter

from runcard.interfaces.api.auth import Asks, By
from runcard.interfaces.api.desk import OnCall
from runcard.interfaces.api.wire import Listing

routes = APIRouter(tags=["on-call"])


@routes.get("/oncall/now")
async def show_on_call(desk: Asks, by: By) -> Listing[OnCall]:
    """Who has each schedule at this moment."""
    return Listing(tuple(await desk.on_call(by)))

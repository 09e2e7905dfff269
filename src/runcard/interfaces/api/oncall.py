"""Who is on call, over HTTP."""

from fastapi import APIRouter

from runcard.flows.oncall_is_asked import OnCallNow
from runcard.interfaces.api.auth import Asks, By
from runcard.interfaces.api.wire import Listing

routes = APIRouter(tags=["on-call"])


@routes.get("/oncall/now")
async def show_on_call(desk: Asks, by: By) -> Listing[OnCallNow]:
    """Who has each schedule at this moment."""
    return Listing(tuple(await desk.on_call(by)))

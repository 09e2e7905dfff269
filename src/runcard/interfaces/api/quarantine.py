"""A copy of the database waits for a person, who may say so over HTTP."""

from fastapi import APIRouter

from runcard.interfaces.api.auth import Asks, By
from runcard.ledgers.agenda.model import KeptBack

routes = APIRouter(tags=["quarantine"])


@routes.post("/quarantine/release")
async def release_quarantine(desk: Asks, by: By) -> KeptBack:
    """What was planned before the database was copied is carried out; says how much that is."""
    return await desk.lift_quarantine(by)

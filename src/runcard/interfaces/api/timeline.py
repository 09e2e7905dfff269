"""Whether the timeline still says what was written, over HTTP."""

from dataclasses import dataclass

from fastapi import APIRouter

from runcard.interfaces.api.auth import Asks, By
from runcard.ledgers.timeline.chain import Broken

routes = APIRouter(tags=["timeline"])


@dataclass(frozen=True, slots=True)
class Verification:
    """How many entries were read, and every place where a chain does not hold."""

    entries: int
    holds: bool
    breaks: tuple[Broken, ...]


@routes.get("/verify")
async def verify_timeline(desk: Asks, by: By) -> Verification:
    """Walk over every chain from its beginning."""
    found = await desk.verify(by)
    return Verification(found.entries, not found.breaks, found.breaks)

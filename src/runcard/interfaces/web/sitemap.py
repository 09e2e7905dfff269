"""Every page of the web door, gathered over any desk."""

from pathlib import Path

from starlette.responses import Response
from starlette.routing import BaseRoute, Mount
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from runcard.interfaces.web import access, board, incident_acts, incidents, paging, playbooks
from runcard.interfaces.web.desk import Desk
from runcard.interfaces.web.door import Door
from runcard.interfaces.web.paper import HEADERS, make_paper

STATIC = Path(__file__).parent / "static"


class OurFiles(StaticFiles):
    """The stylesheet and scripts: asked for again each time, and sent only when they changed."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        answer = await super().get_response(path, scope)
        answer.headers.update({**HEADERS, "Cache-Control": "no-cache"})
        return answer


def pages_over(desk: Desk) -> list[BaseRoute]:
    """The routes of all rooms, and our own files."""
    door = Door(desk, make_paper(lambda: desk.quarantine))
    return [
        Mount("/static", OurFiles(directory=STATIC)),
        *access.routes(door),
        *board.routes(door),
        *incidents.routes(door),
        *incident_acts.routes(door),
        *paging.routes(door),
        *playbooks.routes(door),
    ]

"""What is open now, who has not answered, and the form that declares something new."""

from dataclasses import dataclass
from datetime import datetime
from http import HTTPStatus

from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute

from runcard.domain.people.zones import zone_named
from runcard.flows.briefing import Board, BoardRow
from runcard.flows.incident_is_declared import Declaration
from runcard.interfaces.web.civil_time import Civil
from runcard.interfaces.web.clock_faces import Face, face
from runcard.interfaces.web.door import Door, Visit
from runcard.interfaces.web.errors import status_of
from runcard.interfaces.web.forms import Form, Refused, read_form, refusal
from runcard.interfaces.web.incident_acts import MENDABLE
from runcard.interfaces.web.incident_view import named
from runcard.interfaces.web.incidents import position_in
from runcard.interfaces.web.live import Happening, Watch, last_seen, print_of, stream
from runcard.interfaces.web.people_named import names_for
from runcard.interfaces.web.wording import Chip, board_says, chip
from runcard.kernel.errors import Invalid

# As many as are read on one screen without losing the place.
A_SCREENFUL = 50


@dataclass(frozen=True, slots=True)
class RowView:
    """One incident of a list."""

    row: BoardRow
    chip: Chip
    face: Face | None


def routes(door: Door) -> list[BaseRoute]:
    """The board, its stream, all incidents, and declaring one."""
    return [
        door.page("/", board),
        door.page("/events", events),
        door.page("/incidents", all_incidents),
        door.form("/incidents", declare),
    ]


async def board(visit: Visit) -> Response:
    """The first page."""
    return await board_page(visit, None)


async def board_page(
    visit: Visit, refused: Refused | None, status: HTTPStatus = HTTPStatus.OK
) -> Response:
    """The board, with a declaration that was refused."""
    shown = await visit.desk.board(visit.actor)
    team = visit.desk.team()
    facts = {
        "says": board_says(shown),
        "board": shown,
        "rows": [row_view(row, shown.now) for row in shown.rows],
        "civil": Civil(zone_named(team.hours.zone), shown.now),
        "names": names_for(team, visit.actor),
        "choices": [
            (card, [(each.key, named(each), each) for each in card.playbook.severities])
            for card in await visit.desk.cards(visit.actor)
        ],
        "on_call": await visit.desk.on_call(visit.actor),
        "print": print_of_board(shown),
        "refused": refused,
        "me": visit.actor.label,
        "here": "/",
    }
    return visit.paper.page("incidents/board.html", facts, status)


def row_view(row: BoardRow, now: datetime) -> RowView:
    """A row with its chip and the face of its clock."""
    drawn = chip(row.severity_name, row.rank, row.levels, provisional=row.incident.provisional)
    clock = row.next_clock
    return RowView(
        row, drawn, face(clock, now, row.incident.opened_at) if clock is not None else None
    )


def print_of_board(shown: Board) -> str:
    """What the board shows, but for the passing of time."""
    return print_of(shown.rows, shown.waiting, shown.mend)


async def events(visit: Visit) -> Response:
    """An event each time the board shows something else."""

    async def since(seen: str) -> list[Happening]:
        now_shown = print_of_board(await visit.desk.board(visit.actor))
        return [] if now_shown == seen else [Happening(now_shown, "board", {})]

    return stream(visit.desk, Watch(since), last_seen(visit.request))


async def all_incidents(visit: Visit) -> Response:
    """Every incident, the newest first."""
    before = visit.request.query_params.get("before", "")
    found = await visit.desk.recent(visit.actor, A_SCREENFUL, position_in(before) or None)
    team = visit.desk.team()
    facts = {
        "rows": [row_view(row, found.now) for row in found.rows],
        "is_first": not before,
        "civil": Civil(zone_named(team.hours.zone), found.now),
        "names": names_for(team, visit.actor),
        "me": visit.actor.label,
        "here": "/incidents",
    }
    return visit.paper.page("incidents/incidents.html", facts)


async def declare(visit: Visit) -> Response:
    """Open an incident by hand, and go to it."""
    form = Form()
    try:
        form = await read_form(visit.request)
        opened = await visit.desk.declare(visit.actor, declared_in(form))
    except MENDABLE as fault:
        refused = refusal("declare", fault, form)
        return await board_page(visit, refused, status_of(fault))
    return RedirectResponse(f"/incidents/{opened.name}", status_code=303)


def declared_in(form: Form) -> Declaration:
    """The title, and the level as `playbook|key`: a key holds no bar, since a table cell cannot."""
    title = form.required("title", "Say what is wrong, such as: the tills cannot look up stock")
    level = form.text("level")
    if level and "|" not in level:
        raise Invalid("Choose one of the levels of the list", where="level")
    playbook, _, key = level.rpartition("|")
    return Declaration(title, key or None, playbook or None)

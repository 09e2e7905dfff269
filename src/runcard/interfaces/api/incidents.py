"""Incidents over HTTP: look, declare, answer, say, resolve."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Request, Response

from runcard.domain.comms.model import Update
from runcard.domain.incidents.refs import known_form
from runcard.flows.incident_is_acknowledged import AcknowledgementKept
from runcard.flows.incident_is_declared import Declaration
from runcard.flows.update_is_posted import Posting
from runcard.interfaces.api import asked
from runcard.interfaces.api.auth import Asks, By
from runcard.interfaces.api.briefing import BriefingShown, briefing_shown
from runcard.interfaces.api.cursor import cursor_before, number_in
from runcard.interfaces.api.errors import encoded
from runcard.interfaces.api.wire import (
    BoardShown,
    EntryShown,
    IncidentShown,
    KeptShown,
    Listing,
    RowShown,
    board_shown,
    entry_shown,
    incident_shown,
    kept_shown,
    row_shown,
)

routes = APIRouter(tags=["incidents"])


Ref = Annotated[str, Depends(known_form)]
Limit = Annotated[int, Query(ge=1, le=200)]
Cursor = Annotated[str | None, Query(max_length=100)]
Position = Annotated[int, Query(ge=0, le=2**31)]
JSON = "application/json"
KEPT: dict[str, Any] = {
    "model": KeptShown,
    "description": "The database is away: it is on disk, and told to the incident afterwards",
}


@routes.get("/board")
async def show_board(desk: Asks, by: By) -> BoardShown:
    """What is open now, the next clock first."""
    return board_shown(await desk.board(by))


@routes.get("/incidents")
async def list_incidents(
    desk: Asks, by: By, limit: Limit = 50, cursor: Cursor = None
) -> Listing[RowShown]:
    """The newest first, resolved ones too."""
    before = None if cursor is None else number_in(cursor)
    # One more than asked for tells whether there is more.
    recent = await desk.recent(by, limit + 1, before)
    rows = recent.rows[:limit]
    more = len(recent.rows) > limit
    shown = tuple(row_shown(row, recent.now) for row in rows)
    return Listing(shown, cursor_before(rows[-1].incident.number) if more else None)


@routes.post("/incidents", status_code=201)
async def declare_incident(
    desk: Asks, by: By, body: asked.Declare, request: Request, response: Response
) -> IncidentShown:
    """A person says that something is wrong; somebody is paged by the playbook."""
    incident = await desk.declare(by, Declaration(body.title, body.severity, body.playbook))
    response.headers["Location"] = f"{request.scope.get('root_path', '')}/incidents/{incident.name}"
    return incident_shown(incident)


@routes.get("/incidents/{ref}")
async def show_incident(desk: Asks, by: By, ref: Ref) -> BriefingShown:
    """All of one incident: clocks, next step, alerts, pages, drafts, timeline."""
    return briefing_shown(await desk.brief(by, ref))


@routes.post("/incidents/{ref}/ack", response_model=IncidentShown, responses={202: KEPT})
async def acknowledge_incident(
    desk: Asks, by: By, ref: Ref, body: asked.Acknowledge | None = None
) -> IncidentShown | Response:
    """Somebody has it: paging stops. Counts even while the database is away."""
    through = (body or asked.Acknowledge()).through
    taken = await desk.acknowledge(by, ref, through.value)
    if isinstance(taken, AcknowledgementKept):
        return Response(encoded(kept_shown(taken)), 202, media_type=JSON)
    return incident_shown(taken)


@routes.post("/incidents/{ref}/updates", status_code=201)
async def post_update(desk: Asks, by: By, ref: Ref, body: asked.PostUpdate) -> Update:
    """Tell people outside how it goes; the next update's clock starts."""
    return await desk.post_update(by, ref, Posting(body.template, body.text))


@routes.post("/incidents/{ref}/status")
async def change_status(desk: Asks, by: By, ref: Ref, body: asked.ChangeStatus) -> IncidentShown:
    """Change what is said about it."""
    return incident_shown(await desk.set_status(by, ref, body.status, body.why))


@routes.post("/incidents/{ref}/severity")
async def set_severity(desk: Asks, by: By, ref: Ref, body: asked.SetSeverity) -> IncidentShown:
    """Choose a severity of the document, or confirm the provisional one."""
    return incident_shown(await desk.set_severity(by, ref, body.severity))


@routes.post("/incidents/{ref}/resolve")
async def resolve_incident(
    desk: Asks, by: By, ref: Ref, body: asked.Resolve | None = None
) -> IncidentShown:
    """It is over; a review is owed if the playbook says so."""
    return incident_shown(await desk.resolve(by, ref, (body or asked.Resolve()).why))


@routes.post("/incidents/{ref}/notes", status_code=204)
async def write_note(desk: Asks, by: By, ref: Ref, body: asked.WriteNote) -> None:
    """Write down what was seen or done."""
    await desk.write_note(by, ref, body.text)


@routes.post("/incidents/{ref}/commander")
async def take_command(desk: Asks, by: By, ref: Ref, body: asked.TakeCommand) -> IncidentShown:
    """Say who commands."""
    return incident_shown(await desk.take_command(by, ref, body.person))


@routes.get("/incidents/{ref}/timeline")
async def show_timeline(desk: Asks, by: By, ref: Ref, after: Position = 0) -> Listing[EntryShown]:
    """What happened, the oldest first; `after` skips what is known already."""
    told = await desk.brief(by, ref)
    entries = (entry for entry in told.timeline if entry.position > after)
    return Listing(tuple(map(entry_shown, entries)))

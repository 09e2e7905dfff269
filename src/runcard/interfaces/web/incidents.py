"""One incident: its page, its live stream, its review as Markdown."""

from http import HTTPStatus

from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import BaseRoute

from runcard.domain.incidents.refs import known_form, shown
from runcard.interfaces.web.door import Door, Visit
from runcard.interfaces.web.forms import Refused
from runcard.interfaces.web.incident_view import view_of
from runcard.interfaces.web.live import Happening, Watch, last_seen, stream
from runcard.kernel.errors import NotFound, Unavailable
from runcard.ledgers.timeline.model import Entry
from runcard.ledgers.timeline.render import sentence, word

LONGEST_POSITION = 12


def routes(door: Door) -> list[BaseRoute]:
    """What is looked at; what is done is in incident_acts."""
    return [
        door.page("/incidents/{ref}", incident),
        door.page("/incidents/{ref}/events", events),
        door.page("/incidents/{ref}/review.md", review_as_markdown),
        door.page("/i/{ref}", short_address),
    ]


async def incident(visit: Visit) -> Response:
    """The page of one incident; while the database is away, the one button that counts."""
    try:
        return await incident_page(visit, None)
    except Unavailable:
        return away(visit)


def away(visit: Visit) -> Response:
    """Nothing can be looked up. A page that is open already stays as it is: this is no success."""
    facts = {"ref": shown(known_form(visit.part("ref"))), "me": visit.actor.label}
    page = visit.paper.page("incidents/away.html", facts, HTTPStatus.SERVICE_UNAVAILABLE)
    page.headers["Retry-After"] = "5"
    return page


async def incident_page(
    visit: Visit, refused: Refused | None, status: HTTPStatus = HTTPStatus.OK
) -> Response:
    """The page, with the form that was refused and the words that were typed in it."""
    briefing = await visit.desk.brief(visit.actor, visit.part("ref"))
    view = view_of(briefing, visit.actor.label)
    facts = {
        "view": view,
        "b": briefing,
        "draft": view.draft(visit.request.query_params.get("draft")),
        "refused": refused,
        "me": visit.actor.label,
        "here": "/incidents",
    }
    return visit.paper.page("incidents/incident.html", facts, status)


async def events(visit: Visit) -> Response:
    """Each entry of the timeline once, by position."""
    briefing = await visit.desk.brief(visit.actor, visit.part("ref"))
    incident_id = briefing.incident.id

    async def since(seen: str) -> list[Happening]:
        entries = await visit.desk.entries_after(visit.actor, incident_id, position_in(seen))
        return [happening(entry) for entry in entries]

    return stream(visit.desk, Watch(since, incident_id), last_seen(visit.request))


def position_in(seen: str) -> int:
    """Where the reader stands; the beginning for what we cannot read."""
    is_plain = seen.isascii() and seen.isdecimal() and len(seen) < LONGEST_POSITION
    return int(seen) if is_plain else 0


def happening(entry: Entry) -> Happening:
    """An entry on its way to a page."""
    facts: dict[str, object] = {
        "position": entry.position,
        "at": entry.at.isoformat(),
        "kind": word(entry),
        "sentence": sentence(entry),
    }
    return Happening(str(entry.position), "entry", facts)


async def review_as_markdown(visit: Visit) -> Response:
    """The review as the team will keep it."""
    briefing = await visit.desk.brief(visit.actor, visit.part("ref"))
    if briefing.review is None:
        raise NotFound(f"{briefing.incident.name} has no review yet; it is drafted when resolved")
    name = f"{briefing.incident.name}-review.md"
    headers = {"Content-Disposition": f'inline; filename="{name}"', "Cache-Control": "no-store"}
    return PlainTextResponse(briefing.review.text, headers=headers)


async def short_address(visit: Visit) -> Response:
    """The address that fits a text message."""
    return RedirectResponse(f"/incidents/{visit.part('ref')}", status_code=303)

"""What is done to an incident from its page: each form does one thing and comes back."""

from collections.abc import Awaitable, Callable

from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute

from runcard.domain.incidents.model import Status
from runcard.flows.incident_is_acknowledged import AcknowledgementKept
from runcard.flows.update_is_posted import Posting
from runcard.interfaces.web.door import Door, Handler, Visit
from runcard.interfaces.web.errors import status_of
from runcard.interfaces.web.forms import Form, read_form, refusal
from runcard.interfaces.web.incidents import incident_page
from runcard.kernel.errors import Conflict, Forbidden, Invalid, RuncardError, Unavailable

Act = Callable[[Visit, str, Form], Awaitable[Response | None]]
"""What it answers, if not the page it comes back to."""
# A form that is refused for these comes back as it was typed; anything else is a page of its own.
MENDABLE = (Invalid, Conflict, Forbidden, Unavailable)


def routes(door: Door) -> list[BaseRoute]:
    """One form, one verb; the second name is the place of the page it comes back to."""
    acts = (
        ("acknowledge", "next", acknowledge),
        ("status", "state", set_status),
        ("severity", "severity", set_severity),
        ("updates", "update", post_update),
        ("notes", "timeline", write_note),
        ("commander", "people", take_command),
    )
    return [door.form(f"/incidents/{{ref}}/{verb}", doing(place, act)) for verb, place, act in acts]


def doing(place: str, act: Act) -> Handler:
    """Read the form, act, and come back to the page; a refusal keeps what was typed."""

    async def handler(visit: Visit) -> Response:
        form = Form()
        try:
            form = await read_form(visit.request)
            answer = await act(visit, visit.part("ref"), form)
        except MENDABLE as fault:
            return await refused_page(visit, place, fault, form)
        if answer is not None:
            return answer
        return RedirectResponse(f"/incidents/{visit.part('ref')}#{place}", status_code=303)

    return handler


async def refused_page(visit: Visit, place: str, fault: RuncardError, form: Form) -> Response:
    """The page with the form as it was typed. Where nothing can be looked up, raises the refusal
    itself."""
    try:
        return await incident_page(visit, refusal(place, fault, form), status_of(fault))
    except Unavailable:
        raise fault from None


async def acknowledge(visit: Visit, ref: str, _form: Form) -> Response | None:
    """You have it, even while the database is away."""
    taken = await visit.desk.acknowledge(visit.actor, ref, "web")
    if isinstance(taken, AcknowledgementKept):
        return visit.paper.page("incidents/kept.html", {"kept": taken, "me": visit.actor.label})
    return None


async def set_status(visit: Visit, ref: str, form: Form) -> None:
    """Say how far it is; resolving has a story of its own."""
    said = form.required("status", "Choose how far it is: identified, mitigating or monitoring")
    if said not in {status.value for status in Status}:
        raise Invalid(f"{said} is no status; choose one of the buttons", where="status")
    if Status(said) is Status.RESOLVED:
        await visit.desk.resolve(visit.actor, ref, form.text("why"))
    else:
        await visit.desk.set_status(visit.actor, ref, Status(said), form.text("why"))


async def set_severity(visit: Visit, ref: str, form: Form) -> None:
    """Choose or confirm a level of the document."""
    key = form.required("key", "Choose one of the document’s levels")
    await visit.desk.set_severity(visit.actor, ref, key)


async def post_update(visit: Visit, ref: str, form: Form) -> None:
    """Tell people."""
    text = form.required("text", "Write what people will read, then post it")
    await visit.desk.post_update(visit.actor, ref, Posting(form.text("template"), text))


async def write_note(visit: Visit, ref: str, form: Form) -> None:
    """Write down what was seen."""
    await visit.desk.write_note(visit.actor, ref, form.required("text", "Write the note first"))


async def take_command(visit: Visit, ref: str, form: Form) -> None:
    """Say who commands; you, unless the form names somebody."""
    person = form.text("person") or visit.actor.label
    await visit.desk.take_command(visit.actor, ref, person)

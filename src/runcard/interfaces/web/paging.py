"""The dev phone, and the page behind an acknowledge link."""

from dataclasses import dataclass
from http import HTTPStatus
from urllib.parse import urlsplit

from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute

from runcard.domain.paging.model import PageState
from runcard.domain.people.zones import zone_named
from runcard.flows.page_is_answered import AnswerKept, PageBehind
from runcard.flows.phone_is_shown import PhoneMessage
from runcard.interfaces.web.civil_time import Civil
from runcard.interfaces.web.door import Door, Visit
from runcard.interfaces.web.incident_view import view_of
from runcard.interfaces.web.live import Happening, Watch, last_seen, print_of, stream
from runcard.interfaces.web.people_named import names_for
from runcard.kernel.errors import NotFound, Unavailable

SPENT = (
    "This link is not one of ours, or it is too old. "
    "Open the incident from the board, or take the link of the newest message"
)


@dataclass(frozen=True, slots=True)
class Ring:
    """A message on the phone, and the address its button posts to."""

    message: PhoneMessage
    answer_path: str

    @property
    def body(self) -> tuple[str, str, str]:
        """The words before the link, the link, and the words after it; it may not be in there."""
        sent = self.message.attempt.message
        return sent.body.partition(sent.ack_link)

    @property
    def is_ringing(self) -> bool:
        """Still somebody's to answer."""
        return self.message.page.state is PageState.OPEN

    @property
    def anchor(self) -> str:
        """Its place on the page."""
        return f"{self.message.page.id}-{self.message.attempt.number}"


def routes(door: Door) -> list[BaseRoute]:
    """The phone asks for a sign-in; the link behind a message is its own permission."""
    return [
        door.page("/phone", phone),
        door.page("/phone/events", phone_events),
        door.open_page("/k/{token}", behind_the_link),
        door.open_form("/k/{token}", acknowledge),
    ]


async def phone(visit: Visit) -> Response:
    """Each message exactly as it was sent, the newest first."""
    shown = await visit.desk.phone(visit.actor)
    team = visit.desk.team()
    facts = {
        "rings": [Ring(message, path_of(message)) for message in shown.messages],
        "civil": Civil(zone_named(team.hours.zone), shown.now),
        "names": names_for(team, visit.actor),
        "print": print_of(shown.messages),
        "me": visit.actor.label,
        "here": "/phone",
    }
    return visit.paper.page("paging/phone.html", facts)


def path_of(message: PhoneMessage) -> str:
    """The way of the link without its host, so that the button works behind any address."""
    return urlsplit(message.attempt.message.ack_link).path


async def phone_events(visit: Visit) -> Response:
    """An event each time a message comes or a page is answered."""

    async def since(seen: str) -> list[Happening]:
        now_shown = print_of((await visit.desk.phone(visit.actor)).messages)
        return [] if now_shown == seen else [Happening(now_shown, "phone", {})]

    return stream(visit.desk, Watch(since), last_seen(visit.request))


async def behind_the_link(visit: Visit) -> Response:
    """A button. Opening it changes nothing: mail scanners open every link."""
    token = visit.part("token")
    try:
        found = await visit.desk.behind(token)
    except NotFound:
        return no_such_link(visit)
    except Unavailable:
        return visit.paper.page("paging/away.html", {"token": token})
    return visit.paper.page("paging/link.html", facts_behind(found, token))


def facts_behind(found: PageBehind, token: str) -> dict[str, object]:
    """What somebody who was just woken needs."""
    view = view_of(found.briefing, found.person.id)
    return {"why": found.why, "person": found.person, "view": view, "b": found.briefing,
            "beside": found.beside, "waiting": found.waiting, "token": token}  # fmt: skip


async def acknowledge(visit: Visit) -> Response:
    """The token is the permission, wherever the press came from and whatever else it sends:
    answering must not fail."""
    try:
        answered = await visit.desk.answer(visit.part("token"))
    except NotFound:
        return no_such_link(visit)
    if isinstance(answered, AnswerKept):
        return visit.paper.page("paging/kept.html", {"kept": answered})
    if visit.request.query_params.get("back") == "phone":
        return RedirectResponse("/phone", status_code=303)
    return visit.paper.page("paging/answered.html", {"answered": answered})


def no_such_link(visit: Visit) -> Response:
    """The link leads nowhere."""
    facts = {"heading": "This link leads nowhere", "message": SPENT, "path": "/"}
    return visit.paper.page("error.html", facts, HTTPStatus.NOT_FOUND)

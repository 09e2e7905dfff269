"""A desk without a house: it holds one incident, and does to it what the stories would."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from runcard.db.writer import Committed
from runcard.domain.incidents.model import Incident, State, Status
from runcard.domain.paging.model import PageState
from runcard.domain.people.model import TeamFile
from runcard.domain.playbooks.card import Card
from runcard.flows.bell import Bell, Listening
from runcard.flows.briefing import Board, Briefing
from runcard.flows.front_desk import Phone, Recent
from runcard.flows.incident_is_acknowledged import AcknowledgementKept
from runcard.flows.incident_is_declared import Declaration
from runcard.flows.oncall_is_asked import OnCallNow
from runcard.flows.page_is_answered import Answered, PageBehind
from runcard.flows.phone_is_shown import PhoneMessage
from runcard.flows.update_is_posted import Posting
from runcard.kernel.actor import EVERYTHING, Actor
from runcard.kernel.actor import Person as Somebody
from runcard.kernel.errors import Conflict, Forbidden, Invalid, NotFound, Unavailable
from runcard.ledgers.agenda.model import Quarantined
from runcard.ledgers.timeline.model import Acknowledged, Entry, Event, NoteWritten, StatusChanged
from tests.web.sample_briefing import (
    INCIDENT,
    NOW,
    a_board,
    a_briefing,
    a_page,
    a_review,
    an_attempt,
    an_incident,
)
from tests.web.sample_card import ADA, a_card, a_team

TOKEN = "a-good-token"
LINK = "tok-ada"


@dataclass(slots=True)
class PretendDesk:
    """Keeps one briefing, and remembers what was done."""

    briefing: Briefing = field(default_factory=a_briefing)
    shown: Board = field(default_factory=a_board)
    sent: list[PhoneMessage] = field(default_factory=list)
    done: list[tuple[str, ...]] = field(default_factory=list)
    bell: Bell = field(default_factory=Bell)
    quarantine: Quarantined | None = None
    is_away: bool = False
    """Its database; what is pressed is kept."""

    def __post_init__(self) -> None:
        if not self.sent:
            self.send(1)

    def send(self, number: int) -> None:
        """A message arrives on the phone."""
        page = a_page(PageState.OPEN)
        self.sent.insert(
            0, PhoneMessage(an_attempt(number, "dev_phone", "delivered"), page, ADA, self.it)
        )
        self.ring()

    def somebody_acknowledges(self) -> None:
        """Somebody else was quicker."""
        self._acknowledge("link")

    def somebody_writes(self, text: str) -> None:
        """Somebody else writes."""
        self.tell(NoteWritten(text))

    def empty_the_board(self) -> None:
        """Everything is over."""
        self.shown = replace(self.shown, rows=(), waiting=())
        self.ring()

    @property
    def it(self) -> Incident:
        return self.briefing.incident

    def ring(self) -> None:
        self.bell.ring(Committed(touched=frozenset({INCIDENT})))

    def tell(self, event: Event, **changes: Any) -> Incident:
        """Change the incident and add one entry to its story."""
        changed = replace(self.it, **changes)
        position = len(self.briefing.timeline) + 1
        entry = Entry(INCIDENT, position, NOW, "ada", event, "d")
        story = (*self.briefing.timeline, entry)
        ahead = None if changed.state is not State.OPEN else self.briefing.ahead
        self.briefing = replace(a_briefing(changed), timeline=story, ahead=ahead)
        self.ring()
        return changed

    async def actor_of(self, token: str) -> Actor:
        if token != TOKEN:
            raise Forbidden("This token is not one of ours")
        return Somebody("ada", EVERYTHING)

    def team(self) -> TeamFile:
        return a_team()

    async def board(self, by: Actor) -> Board:
        return self.shown

    async def recent(self, by: Actor, limit: int, before: int | None) -> Recent:
        rows = [row for row in self.shown.rows if not before or row.incident.number < before]
        return Recent(rows, NOW)

    async def brief(self, by: Actor, ref: str) -> Briefing:
        if self.is_away:
            raise Unavailable("The database is away")
        if ref not in {"INC-42", "42", INCIDENT}:
            raise NotFound(f"There is no incident {ref}; the board lists those that are open")
        return self.briefing

    async def entries_after(self, by: Actor, subject: str, position: int) -> Sequence[Entry]:
        return [entry for entry in self.briefing.timeline if entry.position > position]

    async def on_call(self, by: Actor) -> Sequence[OnCallNow]:
        return [OnCallNow("On-call", ADA.id, ADA.name, None)]

    async def cards(self, by: Actor) -> Sequence[Card]:
        return [a_card()]

    async def judged_cards(self, by: Actor) -> Sequence[Card]:
        return await self.cards(by)

    async def judged_card(self, by: Actor, name: str) -> Card:
        if name not in {a_card().id, a_card().name}:
            raise NotFound(f"There is no playbook {name}; see the list of playbooks")
        return a_card()

    async def phone(self, by: Actor) -> Phone:
        return Phone(tuple(self.sent), NOW)

    async def behind(self, token: str) -> PageBehind:
        if token != LINK:
            raise NotFound("This link is not one of ours")
        return PageBehind(self.sent[0].page.why, ADA, self.briefing)

    async def answer(self, token: str) -> Answered:
        await self.behind(token)
        if self.it.acknowledged_by:
            return Answered(self.it, ADA, "Ada K.")
        changed = self._acknowledge("link")
        return Answered(changed, ADA, None)

    async def acknowledge(
        self, by: Actor, ref: str, through: str
    ) -> Incident | AcknowledgementKept:
        if self.is_away:
            return AcknowledgementKept(ref, by.label)
        if self.it.state is not State.OPEN:
            raise Conflict("INC-42 is acknowledged already, by Ada K.")
        return self._acknowledge(through)

    def _acknowledge(self, through: str) -> Incident:
        self.sent = [
            replace(each, page=replace(each.page, state=PageState.ANSWERED, answered_at=NOW))
            for each in self.sent
        ]
        taken = an_incident(state=State.ACKNOWLEDGED, severity=self.it.severity)
        return self.tell(
            Acknowledged("Ada K.", through), state=State.ACKNOWLEDGED,
            acknowledged_at=taken.acknowledged_at, acknowledged_by="ada",
        )  # fmt: skip

    async def declare(self, by: Actor, what: Declaration) -> Incident:
        self.done.append(("declare", what.title, what.severity or "", what.playbook or ""))
        return self.it

    async def resolve(self, by: Actor, ref: str, why: str) -> Incident:
        done = an_incident(state=State.RESOLVED)
        resolved = self.tell(
            StatusChanged("resolved", self.it.status.value, why), state=State.RESOLVED,
            status=Status.RESOLVED, resolved_at=done.resolved_at,
        )  # fmt: skip
        self.briefing = replace(self.briefing, review=a_review())
        return resolved

    async def set_status(self, by: Actor, ref: str, status: Status, why: str) -> Incident:
        if status is self.it.status:
            raise Conflict(f"INC-42 is {status.value} already")
        return self.tell(StatusChanged(status.value, self.it.status.value, why), status=status)

    async def set_severity(self, by: Actor, ref: str, key: str) -> Incident:
        return self.tell(NoteWritten(f"severity {key}"), severity=key, provisional=False)

    async def post_update(self, by: Actor, ref: str, posting: Posting) -> None:
        if "{" in posting.text:
            raise Invalid("The update still has a gap, {who}; fill it in", where="/text")
        self.done.append(("update", posting.template, posting.text))
        self.tell(NoteWritten(posting.text))

    async def write_note(self, by: Actor, ref: str, text: str) -> None:
        self.tell(NoteWritten(text))

    async def take_command(self, by: Actor, ref: str, person: str) -> Incident:
        return self.tell(NoteWritten("took command"), commander=person)

    def listen(self) -> Listening:
        return self.bell.subscribe()

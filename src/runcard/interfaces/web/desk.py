"""What the pages ask of the house: one method for each thing a page shows or a button does."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from runcard.domain.incidents.model import Incident, Status
from runcard.domain.people.model import TeamFile
from runcard.domain.playbooks.card import Card
from runcard.flows.bell import Listening
from runcard.flows.briefing import Board, BoardRow, Briefing
from runcard.flows.incident_is_declared import Declaration
from runcard.flows.oncall_is_asked import OnCallNow
from runcard.flows.page_is_answered import Answered, PageBehind
from runcard.flows.phone_is_shown import PhoneMessage
from runcard.flows.update_is_posted import Posting
from runcard.kernel.actor import Actor
from runcard.ledgers.timeline.model import Entry


@dataclass(frozen=True, slots=True)
class Recent:
    """Incidents, the newest first, as they stood at a moment."""

    rows: Sequence[BoardRow]
    now: datetime


@dataclass(frozen=True, slots=True)
class Phone:
    """What is on the dev phone, the newest first."""

    messages: Sequence[PhoneMessage]
    now: datetime


class Looking(Protocol):
    """What is shown."""

    async def actor_of(self, token: str) -> Actor: ...
    def team(self) -> TeamFile: ...
    async def board(self, by: Actor) -> Board: ...
    async def recent(self, by: Actor, before: int | None) -> Recent: ...
    async def brief(self, by: Actor, ref: str) -> Briefing: ...
    async def entries_after(self, by: Actor, subject: str, position: int) -> Sequence[Entry]: ...
    async def on_call(self, by: Actor) -> Sequence[OnCallNow]: ...
    async def cards(self, by: Actor) -> Sequence[Card]: ...
    async def card(self, by: Actor, name: str) -> Card:
        """By name, or by the id of a version."""
        ...

    async def phone(self, by: Actor) -> Phone: ...
    async def behind(self, token: str) -> PageBehind: ...
    def listen(self) -> Listening: ...


class Responding(Protocol):
    """What is done."""

    async def answer(self, token: str) -> Answered: ...
    async def declare(self, by: Actor, what: Declaration) -> Incident: ...
    async def acknowledge(self, by: Actor, ref: str) -> Incident: ...
    async def resolve(self, by: Actor, ref: str, why: str) -> Incident: ...
    async def set_status(self, by: Actor, ref: str, status: Status, why: str) -> Incident: ...
    async def set_severity(self, by: Actor, ref: str, key: str) -> Incident: ...
    async def post_update(self, by: Actor, ref: str, posting: Posting) -> None: ...
    async def write_note(self, by: Actor, ref: str, text: str) -> None: ...
    async def take_command(self, by: Actor, ref: str, person: str) -> Incident: ...


class Desk(Looking, Responding, Protocol):
    """All of it."""

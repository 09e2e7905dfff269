"""What this door asks of the house: one method a story, so that a test can stand in for it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from runcard.domain.comms.model import Update
from runcard.domain.incidents.model import Incident, Status
from runcard.domain.playbooks.card import Card
from runcard.flows.bell import Listening
from runcard.flows.briefing import Board, BoardRow, Briefing
from runcard.kernel.actor import Actor
from runcard.ledgers.timeline.model import Entry
from runcard.ledgers.timeline.queries import Verified


@dataclass(frozen=True, slots=True)
class OnCall:
    """Who has a schedule now; `note` says what is odd about it."""

    schedule: str
    person: str | None
    person_name: str
    note: str | None


@dataclass(frozen=True, slots=True)
class Recent:
    """The newest incidents before a number, as they stood at a moment."""

    rows: tuple[BoardRow, ...]
    now: datetime


class Responding(Protocol):
    """What a responder does to an incident."""

    async def declare(
        self, by: Actor, title: str, severity: str | None, playbook: str | None
    ) -> Incident: ...
    async def acknowledge(self, by: Actor, ref: str, through: str) -> Incident: ...
    async def resolve(self, by: Actor, ref: str, why: str) -> Incident: ...
    async def set_status(self, by: Actor, ref: str, status: Status, why: str) -> Incident: ...
    async def set_severity(self, by: Actor, ref: str, key: str) -> Incident: ...
    async def post_update(self, by: Actor, ref: str, template: str, text: str) -> Update: ...
    async def write_note(self, by: Actor, ref: str, text: str) -> None: ...
    async def take_command(self, by: Actor, ref: str, person: str) -> Incident: ...


class Looking(Protocol):
    """What anybody who may read is shown."""

    async def actor_of(self, token: str) -> Actor: ...
    async def board(self, by: Actor) -> Board: ...
    async def recent(self, by: Actor, limit: int, before: int | None) -> Recent: ...
    async def brief(self, by: Actor, ref: str) -> Briefing: ...
    async def entries_after(self, by: Actor, subject: str, position: int) -> Sequence[Entry]: ...
    async def cards(self, by: Actor) -> Sequence[Card]: ...
    async def on_call(self, by: Actor) -> Sequence[OnCall]: ...
    async def verify(self, by: Actor) -> Verified: ...
    async def time_of_day(self, by: Actor) -> datetime: ...
    async def is_ready(self) -> None:
        """Raises Unavailable while alerts cannot be taken in."""
        ...

    def listen(self) -> Listening: ...


class Desk(Responding, Looking, Protocol):
    """All of it."""

"""What every door asks of the house: each method is one story or one look, in one unit of work."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import TypeVar

import structlog

from runcard.db.room import Room
from runcard.db.work import Unit, Work
from runcard.domain.comms.model import Update
from runcard.domain.incidents.model import Incident, Status
from runcard.domain.people.model import TeamFile
from runcard.domain.playbooks.card import Card
from runcard.flows import playbook_is_published as library
from runcard.flows.bell import Listening
from runcard.flows.briefing import Board, BoardRow, Briefing
from runcard.flows.briefings import board, brief, recent
from runcard.flows.command_is_taken import command_is_taken
from runcard.flows.house import PATIENCE_SECONDS, House
from runcard.flows.incident_is_acknowledged import (
    AcknowledgementKept,
    acknowledgement_is_kept,
    incident_is_acknowledged,
)
from runcard.flows.incident_is_declared import Declaration, incident_is_declared
from runcard.flows.incident_is_resolved import incident_is_resolved
from runcard.flows.note_is_written import note_is_written
from runcard.flows.oncall_is_asked import OnCallNow, oncall_now
from runcard.flows.page_is_answered import (
    Answered,
    AnswerKept,
    PageBehind,
    answer_is_kept,
    page_behind_link,
    page_is_answered,
)
from runcard.flows.phone_is_shown import PhoneMessage, messages_on_phone
from runcard.flows.playbook_is_published import Asked, Difference, Outcome, Volume
from runcard.flows.pulse import Pulse, take_pulse
from runcard.flows.quarantine_is_lifted import quarantine_is_lifted
from runcard.flows.severity_is_set import severity_is_set
from runcard.flows.status_is_changed import status_is_changed
from runcard.flows.timeline_is_verified import verify
from runcard.flows.update_is_posted import Posting, update_is_posted
from runcard.flows.visitor_is_known import visitor_from_memory, visitor_is_known
from runcard.kernel.actor import Actor, Anonymous
from runcard.kernel.errors import Unavailable
from runcard.kernel.ids import PlaybookId
from runcard.kernel.permission import Permission, require
from runcard.ledgers.agenda.model import KeptBack, Quarantined
from runcard.ledgers.timeline.model import Entry
from runcard.ledgers.timeline.queries import Verified, story_since

T = TypeVar("T")
Kept = TypeVar("Kept")
log = structlog.get_logger()
Story = Callable[[Work, House], T]
NOBODY = Anonymous()
# As many as are looked through while the phone rings.
MESSAGES = 30


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


@dataclass(frozen=True, slots=True)
class FrontDesk:
    """Looks run in a thread; stories wait for their commit without one."""

    house: House

    async def declare(self, by: Actor, what: Declaration) -> Incident:
        return await self._tell(by, lambda work, house: incident_is_declared(work, house, what))

    async def acknowledge(
        self, by: Actor, ref: str, through: str
    ) -> Incident | AcknowledgementKept:
        """Counts even while the database is away."""
        told = self._tell(
            by, lambda work, house: incident_is_acknowledged(work, house, ref, through)
        )
        return await self._in_time(
            told, partial(acknowledgement_is_kept, self.house, by, ref, through)
        )

    async def answer(self, token: str) -> Answered | AnswerKept:
        """An answer counts even while the database is away."""
        told = self._tell(NOBODY, lambda work, house: page_is_answered(work, house, token))
        return await self._in_time(told, partial(answer_is_kept, self.house, token))

    async def _in_time(self, told: Awaitable[T], keep: Callable[[], Kept]) -> T | Kept:
        """What the database says; where it takes too long or is away, what the spool does."""
        try:
            return await asyncio.wait_for(told, PATIENCE_SECONDS)
        except (Unavailable, TimeoutError) as fault:
            log.error("the database is away; an answer goes to the spool", why=str(fault))
        return await self.house.into_spool(keep)

    async def resolve(self, by: Actor, ref: str, why: str) -> Incident:
        return await self._tell(by, lambda work, house: incident_is_resolved(work, house, ref, why))

    async def set_status(self, by: Actor, ref: str, status: Status, why: str) -> Incident:
        return await self._tell(
            by, lambda work, house: status_is_changed(work, house, ref, status, why)
        )

    async def set_severity(self, by: Actor, ref: str, key: str) -> Incident:
        return await self._tell(by, lambda work, house: severity_is_set(work, house, ref, key))

    async def post_update(self, by: Actor, ref: str, posting: Posting) -> Update:
        return await self._tell(by, lambda work, house: update_is_posted(work, house, ref, posting))

    async def write_note(self, by: Actor, ref: str, text: str) -> None:
        await self._tell(by, lambda work, house: note_is_written(work, house, ref, text))

    async def take_command(self, by: Actor, ref: str, person: str) -> Incident:
        return await self._tell(by, lambda work, house: command_is_taken(work, house, ref, person))

    async def actor_of(self, token: str) -> Actor:
        """While the database is away, whoever came in by the same token before is known still."""
        looked_up = asyncio.to_thread(visitor_is_known, self.house, token)
        try:
            return await asyncio.wait_for(looked_up, PATIENCE_SECONDS)
        except TimeoutError:
            return visitor_from_memory(self.house, token)

    async def board(self, by: Actor) -> Board:
        return await self._look(by, lambda work: board(work, self.house))

    async def recent(self, by: Actor, limit: int, before: int | None) -> Recent:
        return await self._look(
            by, lambda work: Recent(recent(work, self.house, limit, before), work.now)
        )

    async def brief(self, by: Actor, ref: str) -> Briefing:
        return await self._look(by, lambda work: brief(work, self.house, ref))

    async def entries_after(self, by: Actor, subject: str, position: int) -> Sequence[Entry]:
        return await self._look(by, lambda work: story_since(work, subject, position))

    async def on_call(self, by: Actor) -> Sequence[OnCallNow]:
        return await self._look(by, lambda work: oncall_now(work, self.house))

    async def cards(self, by: Actor) -> Sequence[Card]:
        require(by, Permission.READ)
        return self.house.deck.in_force

    async def card(self, by: Actor, name: str) -> Card:
        """By name, or by the id of a version."""
        in_force = next((card for card in await self.cards(by) if card.name == name), None)
        if in_force is not None:
            return in_force
        return await self._look(by, lambda work: self.house.deck.card(work, PlaybookId(name)))

    async def judged_cards(self, by: Actor) -> Sequence[Card]:
        """Those in force, with all that is wrong with them today."""
        return [await self._judged(by, card) for card in await self.cards(by)]

    async def judged_card(self, by: Actor, name: str) -> Card:
        """By name, or by the id of a version; with all that is wrong with it today."""
        return await self._judged(by, await self.card(by, name))

    async def _judged(self, by: Actor, card: Card) -> Card:
        today = await self._look(by, lambda work: work.now.date())
        return await asyncio.to_thread(self.house.deck.judged, card, today)

    async def publish(self, by: Actor, name: str, asked: Asked) -> Outcome:
        return await asyncio.to_thread(library.publish, self.house, by, name, asked)

    async def roll_back(self, by: Actor, name: str, ref: str, *, confirmed: bool) -> Outcome:
        return await asyncio.to_thread(
            library.roll_back, self.house, by, name, ref, confirmed=confirmed
        )

    async def retire(self, by: Actor, name: str) -> None:
        await asyncio.to_thread(library.retire, self.house, by, name)

    async def volumes(self, by: Actor, name: str) -> Sequence[Volume]:
        return await asyncio.to_thread(library.volumes, self.house, by, name)

    async def difference(self, by: Actor, name: str, old: str, new: str) -> Difference:
        return await asyncio.to_thread(library.difference, self.house, by, name, (old, new))

    async def compare(self, by: Actor, name: str, source: str) -> Difference:
        return await asyncio.to_thread(library.compare, self.house, by, name, source)

    async def phone(self, by: Actor) -> Phone:
        return await self._look(
            by, lambda work: Phone(messages_on_phone(work, self.house, MESSAGES), work.now)
        )

    async def behind(self, token: str) -> PageBehind:
        """Raises NotFound for a link we did not sign, Unavailable while nothing can be looked
        up."""
        self.house.links.page_of(token)
        return await self._look(NOBODY, lambda work: page_behind_link(work, self.house, token))

    async def verify(self, by: Actor) -> Verified:
        return await self._look(by, lambda work: verify(work, self.house))

    async def pulse(self, by: Actor) -> Pulse:
        return await self._look(by, lambda work: take_pulse(work, self.room))

    async def lift_quarantine(self, by: Actor) -> KeptBack:
        """What was planned before this database was copied is carried out."""
        kept = await self._tell(by, lambda work, _: quarantine_is_lifted(work))
        await self._look(by, self.house.quarantine.look_again)
        return kept

    @property
    def quarantine(self) -> Quarantined | None:
        """Whether this is a copy whose plans wait for a person."""
        return self.house.quarantine.now

    async def is_ready(self) -> None:
        """Raises Unavailable while alerts cannot be taken in."""
        if self.room in {Room.NONE, Room.REFUSED}:
            raise Unavailable(f"Nothing can be written: {self.room.value}")
        if self.house.shelter is None:
            await self._look(NOBODY, lambda work: work.now)

    @property
    def room(self) -> Room:
        """On the disk of this node."""
        return Room.ENOUGH if self.house.reserve is None else self.house.reserve.room

    def team(self) -> TeamFile:
        return self.house.deck.default().team

    def listen(self) -> Listening:
        return self.house.bell.subscribe()

    async def _tell(self, by: Actor, story: Story[T]) -> T:
        return await self.house.db.answer(lambda work: story(work, self.house), by)

    async def _look(self, by: Actor, look: Unit[T]) -> T:
        return await asyncio.to_thread(self.house.db.read, look, by)

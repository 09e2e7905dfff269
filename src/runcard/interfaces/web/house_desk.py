"""The real desk: each method tells its story in one unit of work."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from starlette.concurrency import run_in_threadpool

from runcard.db.work import Unit, Work
from runcard.domain.access.queries import actor_of
from runcard.domain.incidents.model import Incident, Status
from runcard.domain.people.model import TeamFile
from runcard.domain.playbooks.card import Card
from runcard.flows.bell import Listening
from runcard.flows.briefing import Board, Briefing
from runcard.flows.briefings import board, brief, recent
from runcard.flows.command_is_taken import command_is_taken
from runcard.flows.house import House
from runcard.flows.incident_is_acknowledged import incident_is_acknowledged
from runcard.flows.incident_is_declared import Declaration, incident_is_declared
from runcard.flows.incident_is_resolved import incident_is_resolved
from runcard.flows.note_is_written import note_is_written
from runcard.flows.oncall_is_asked import OnCallNow, oncall_now
from runcard.flows.page_is_answered import (
    Answered,
    PageBehind,
    page_behind_link,
    page_is_answered,
)
from runcard.flows.phone_is_shown import messages_on_phone
from runcard.flows.severity_is_set import severity_is_set
from runcard.flows.status_is_changed import status_is_changed
from runcard.flows.update_is_posted import Posting, update_is_posted
from runcard.interfaces.web.desk import Phone, Recent
from runcard.kernel.actor import Actor, Anonymous
from runcard.kernel.ids import PlaybookId
from runcard.kernel.permission import Permission, require
from runcard.ledgers.timeline.model import Entry
from runcard.ledgers.timeline.queries import story_since

T = TypeVar("T")
Story = Callable[[Work, House], T]
NOBODY = Anonymous()
# As many as are read on one screen without losing the place.
A_SCREENFUL = 50
MESSAGES = 30


@dataclass(frozen=True, slots=True)
class HouseDesk:
    """Reads run in a thread; writes wait for their commit without one."""

    house: House

    async def actor_of(self, token: str) -> Actor:
        return await self._read(NOBODY, lambda work: actor_of(work, token))

    def team(self) -> TeamFile:
        return self.house.deck.default().team

    async def board(self, by: Actor) -> Board:
        return await self._read(by, lambda work: board(work, self.house))

    async def recent(self, by: Actor, before: int | None) -> Recent:
        return await self._read(
            by, lambda work: Recent(recent(work, self.house, A_SCREENFUL, before), work.now)
        )

    async def brief(self, by: Actor, ref: str) -> Briefing:
        return await self._read(by, lambda work: brief(work, self.house, ref))

    async def entries_after(self, by: Actor, subject: str, position: int) -> Sequence[Entry]:
        return await self._read(by, lambda work: story_since(work, subject, position))

    async def on_call(self, by: Actor) -> Sequence[OnCallNow]:
        return await self._read(by, lambda work: oncall_now(work, self.house))

    async def cards(self, by: Actor) -> Sequence[Card]:
        require(by, Permission.READ)
        return self.house.deck.in_force

    async def card(self, by: Actor, name: str) -> Card:
        in_force = next((card for card in await self.cards(by) if card.name == name), None)
        if in_force is not None:
            return in_force
        return await self._read(by, lambda work: self.house.deck.card(work, PlaybookId(name)))

    async def phone(self, by: Actor) -> Phone:
        return await self._read(
            by, lambda work: Phone(messages_on_phone(work, self.house, MESSAGES), work.now)
        )

    async def behind(self, token: str) -> PageBehind:
        return await self._read(NOBODY, lambda work: page_behind_link(work, self.house, token))

    def listen(self) -> Listening:
        return self.house.bell.subscribe()

    async def answer(self, token: str) -> Answered:
        return await self._write(NOBODY, lambda work, house: page_is_answered(work, house, token))

    async def declare(self, by: Actor, what: Declaration) -> Incident:
        return await self._write(by, lambda work, house: incident_is_declared(work, house, what))

    async def acknowledge(self, by: Actor, ref: str) -> Incident:
        return await self._write(
            by, lambda work, house: incident_is_acknowledged(work, house, ref, "web")
        )

    async def resolve(self, by: Actor, ref: str, why: str) -> Incident:
        return await self._write(
            by, lambda work, house: incident_is_resolved(work, house, ref, why)
        )

    async def set_status(self, by: Actor, ref: str, status: Status, why: str) -> Incident:
        return await self._write(
            by, lambda work, house: status_is_changed(work, house, ref, status, why)
        )

    async def set_severity(self, by: Actor, ref: str, key: str) -> Incident:
        return await self._write(by, lambda work, house: severity_is_set(work, house, ref, key))

    async def post_update(self, by: Actor, ref: str, posting: Posting) -> None:
        await self._write(by, lambda work, house: update_is_posted(work, house, ref, posting))

    async def write_note(self, by: Actor, ref: str, text: str) -> None:
        await self._write(by, lambda work, house: note_is_written(work, house, ref, text))

    async def take_command(self, by: Actor, ref: str, person: str) -> Incident:
        return await self._write(by, lambda work, house: command_is_taken(work, house, ref, person))

    async def _write(self, by: Actor, story: Story[T]) -> T:
        return await self.house.db.answer(lambda work: story(work, self.house), by)

    async def _read(self, by: Actor, look: Unit[T]) -> T:
        return await run_in_threadpool(self.house.db.read, look, by)

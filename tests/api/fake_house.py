"""A small house for the door: one incident, one playbook, everything in memory; keys are real."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any, ClassVar

import msgspec

from runcard.db.database import Database
from runcard.domain.alerts.model import Alert, AlertState, Fold, Recorded, Signal
from runcard.domain.comms.model import Draft, Gap, Update
from runcard.domain.incidents.clocks import Clock, ClockKind
from runcard.domain.incidents.model import Incident, State, Status
from runcard.domain.incidents.refs import shown
from runcard.domain.paging.model import Attempt, Message, Page, PageState
from runcard.domain.people.model import TeamFile, Way
from runcard.domain.playbooks.card import Card, Mark, Promises, Within
from runcard.domain.playbooks.model import Finding, Flaw, Grade, Playbook, Severity, Text, TimeValue
from runcard.domain.reviews.model import Review
from runcard.flows.bell import Bell, Listening
from runcard.flows.briefing import (
    Ahead,
    Board,
    BoardRow,
    Briefing,
    NextStep,
    PageShown,
    Waiting,
)
from runcard.flows.front_desk import Recent
from runcard.flows.incident_is_acknowledged import AcknowledgementKept
from runcard.flows.incident_is_declared import Declaration
from runcard.flows.oncall_is_asked import OnCallNow
from runcard.flows.pulse import Pulse
from runcard.flows.update_is_posted import Posting
from runcard.kernel.actor import Actor, Person
from runcard.kernel.errors import Conflict, Forbidden, Invalid, NotFound, RuncardError
from runcard.kernel.ids import AlertId, IncidentId, PageId, PersonId, PlaybookId, ReviewId, UpdateId
from runcard.kernel.permission import Permission, require
from runcard.ledgers.agenda.model import KeptBack, Quarantined
from runcard.ledgers.agenda.nodes import Half, Node
from runcard.ledgers.agenda.queries import Load
from runcard.ledgers.timeline.chain import Broken
from runcard.ledgers.timeline.model import Acknowledged, Entry, NoteWritten, Opened
from runcard.ledgers.timeline.queries import Verified

NOW = datetime(2026, 11, 21, 3, 4, 5, 678901, tzinfo=UTC)
ROOT = Person("root", frozenset({Permission.ADMINISTER}))
ADA = Person("ada", frozenset({Permission.READ, Permission.RESPOND}))
EVE = Person("eve", frozenset({Permission.READ}))
CRON = Person("cron", frozenset({Permission.INGEST}))
TOKENS: Mapping[str, Actor] = {"rct_ada": ADA, "rct_eve": EVE, "rct_cron": CRON, "rct_root": ROOT}
FROM_DOCUMENT = Mark(12)
OURS = Mark()
INCIDENT_ID = IncidentId("inc_" + "0" * 32)
SECRET_LINK = "https://pager.example/k/secret"
PLAYBOOK = Playbook(
    "When things break", 1, ("# When things break",),
    severities=(
        Severity("SEV1", "Critical", 3, response=TimeValue("15 min", 3, 900)),
        Severity("SEV2", None, 4, definition=Text("slow", 4)),
    ),
    findings=(Finding("RC001", 3, 3, Grade.WARNING, Flaw.MISSING, "no cadence", "write one"),),
)  # fmt: skip
CARD = Card(PlaybookId("pb_1"), "main", PLAYBOOK, TeamFile())
INCIDENT = Incident(
    INCIDENT_ID, 42, "Checkout fails", "SEV1", False, "the label says so", 3, CARD.id, "prom", "g1",
    State.OPEN, Status.INVESTIGATING, 1, NOW - timedelta(minutes=3), NOW - timedelta(minutes=3),
)  # fmt: skip
BOTH = (Half.ENGINE, Half.DOORS)
PULSE = Pulse(
    NOW,
    (
        Node("node-1", "north:8420", "1.0", BOTH, NOW - timedelta(hours=1), NOW),
        Node("node-2", "south:8420", "0.9", (Half.DOORS,), NOW, NOW - timedelta(minutes=1)),
    ),
    Load(1, 2, 3, timedelta(seconds=4), timedelta(seconds=1.5)),
    open_incidents=5,
)
ENTRIES = (
    Entry(INCIDENT_ID, 1, NOW, "prom", Opened("Checkout fails", "SEV1", False, "x", "main"), "a"),
    Entry(INCIDENT_ID, 2, NOW, "ada", NoteWritten("looking"), "b"),
)


def a_briefing(incident: Incident, entries: Sequence[Entry]) -> Briefing:
    """Everything a briefing can hold, once."""
    within = Within(timedelta(minutes=15), None, "15 min", FROM_DOCUMENT)
    later = Within(None, "next_business_day", "next business day", OURS)
    said = Signal("f", AlertState.FIRING, NOW, "Checkout fails", "g1", {"a": "b"}, source="prom")
    message = Message("k", "+100", "t", "b", "https://pager.example/i", SECRET_LINK, True)
    page = Page(PageId("pg_1"), INCIDENT_ID, PersonId("ada"), 1, "first", PageState.OPEN, NOW)
    return Briefing(
        incident, CARD, Promises(CARD.playbook.severities[0], 0, True, None, within, within, None,
                                 later, within),
        "SEV1 Critical",
        (Clock(ClockKind.ACKNOWLEDGE, NOW - timedelta(seconds=1), None, "15 min", FROM_DOCUMENT),),
        NextStep("Acknowledge", OURS), Ahead("Bo is paged", NOW + timedelta(minutes=2)),
        (Alert(AlertId("alr_1"), said, AlertState.FIRING, INCIDENT_ID, NOW, NOW, 3),),
        (PageShown(page, "Ada", (Attempt(page.id, 1, Way("sms", "+100"), message, NOW),)),),
        (Draft("First update", "customers", "We see [X]", (Gap("[X]", 7, 10, 5),), FROM_DOCUMENT),),
        (an_update("First update", "We see it"),),
        Review(ReviewId("rev_1"), INCIDENT_ID, "# Review", OURS, None, NOW),
        tuple(entries), NOW,
    )  # fmt: skip


def an_update(template: str, text: str) -> Update:
    return Update(UpdateId("upd_1"), INCIDENT_ID, template, text, "ada", NOW)


@dataclass
class FakeDesk:
    """Asks permission as the stories do, and remembers one incident."""

    incident: Incident = INCIDENT
    entries: list[Entry] = field(default_factory=lambda: list(ENTRIES))
    numbers: int = 5
    fails: Exception | None = None
    keeps: bool = False
    """The database is away, and the spool is not."""
    asked: list[tuple[Any, ...]] = field(default_factory=list)
    bell: Bell = field(default_factory=Bell)
    quarantine: Quarantined | None = None

    def _seen(self, by: Actor, permission: Permission, *words: Any) -> None:
        require(by, permission)
        if self.fails is not None:
            raise self.fails
        self.asked.append(words)

    def _held(self, ref: str) -> Incident:
        if ref.upper().removeprefix("INC-") not in {"42", INCIDENT_ID.upper()}:
            raise NotFound(f"there is no incident {ref}")
        return self.incident

    async def actor_of(self, token: str) -> Actor:
        if token not in TOKENS:
            raise Forbidden("this token lets nobody in")
        return TOKENS[token]

    async def declare(self, by: Actor, what: Declaration) -> Incident:
        asked = ("declare", what.title, what.severity, what.playbook)
        self._seen(by, Permission.RESPOND, *asked)
        if what.severity == "SEV9":
            raise Invalid("SEV9 is not a severity of main", where="/severity")
        self.incident = replace(self.incident, title=what.title)
        return self.incident

    async def acknowledge(
        self, by: Actor, ref: str, through: str
    ) -> Incident | AcknowledgementKept:
        self._seen(by, Permission.RESPOND, "acknowledge", ref, through)
        if self.keeps:
            return AcknowledgementKept(shown(ref), by.label)
        if self._held(ref).state is not State.OPEN:
            raise Conflict(f"{self.incident.name} is already acknowledged by ada")
        self.incident = replace(
            self.incident, state=State.ACKNOWLEDGED, acknowledged_at=NOW, acknowledged_by=by.label
        )
        position = len(self.entries) + 1
        event = Acknowledged(by.label, through)
        self.entries.append(Entry(INCIDENT_ID, position, NOW, by.label, event, "c"))
        return self.incident

    async def resolve(self, by: Actor, ref: str, why: str) -> Incident:
        self._seen(by, Permission.RESPOND, "resolve", ref, why)
        self.incident = replace(self._held(ref), state=State.RESOLVED, status=Status.RESOLVED)
        return self.incident

    async def set_status(self, by: Actor, ref: str, status: Status, why: str) -> Incident:
        self._seen(by, Permission.RESPOND, "status", ref, status, why)
        return replace(self._held(ref), status=status)

    async def set_severity(self, by: Actor, ref: str, key: str) -> Incident:
        self._seen(by, Permission.RESPOND, "severity", ref, key)
        return replace(self._held(ref), severity=key)

    async def post_update(self, by: Actor, ref: str, posting: Posting) -> Update:
        self._seen(by, Permission.RESPOND, "update", ref, posting.template, posting.text)
        self._held(ref)
        return an_update(posting.template, posting.text)

    async def write_note(self, by: Actor, ref: str, text: str) -> None:
        self._seen(by, Permission.RESPOND, "note", ref, text)
        self._held(ref)

    async def take_command(self, by: Actor, ref: str, person: str) -> Incident:
        self._seen(by, Permission.RESPOND, "command", ref, person)
        return replace(self._held(ref), commander=person)

    async def board(self, by: Actor) -> Board:
        self._seen(by, Permission.READ, "board")
        waiting = Waiting("Ada", self.incident, NOW, ("sms",), Ahead("Bo is paged", NOW))
        return Board((self._row(42),), (waiting,), ("bind On-Call",), NOW)

    async def recent(self, by: Actor, limit: int, before: int | None) -> Recent:
        self._seen(by, Permission.READ, "recent", limit, before)
        newest = self.numbers if before is None else before - 1
        numbers = range(newest, max(newest - limit, 0), -1)
        return Recent(tuple(self._row(number) for number in numbers), NOW)

    def _row(self, number: int) -> BoardRow:
        clock = Clock(ClockKind.UPDATE, NOW + timedelta(minutes=9), None, "every 30 min", OURS)
        incident = replace(self.incident, number=number)
        return BoardRow(incident, "SEV1 Critical", 0, 2, clock, NextStep("Look", Mark(9), "Triage"))

    async def brief(self, by: Actor, ref: str) -> Briefing:
        self._seen(by, Permission.READ, "brief", ref)
        return a_briefing(self._held(ref), self.entries)

    async def entries_after(self, by: Actor, subject: str, position: int) -> Sequence[Entry]:
        self._seen(by, Permission.READ, "entries", subject, position)
        return self.entries[position:]

    async def judged_cards(self, by: Actor) -> Sequence[Card]:
        self._seen(by, Permission.READ, "cards")
        return [CARD]

    async def on_call(self, by: Actor) -> Sequence[OnCallNow]:
        self._seen(by, Permission.READ, "on call")
        return [OnCallNow("primary", "ada", "Ada", None)]

    async def verify(self, by: Actor) -> Verified:
        self._seen(by, Permission.READ, "verify")
        return Verified(7, (Broken("install", 3, "entry 3 was changed"),))

    async def pulse(self, by: Actor) -> Pulse:
        self._seen(by, Permission.READ, "pulse")
        return PULSE

    async def lift_quarantine(self, by: Actor) -> KeptBack:
        self._seen(by, Permission.ADMINISTER, "lift_quarantine")
        return KeptBack(3, 2)

    async def is_ready(self) -> None:
        if self.fails is not None:
            raise self.fails

    def listen(self) -> Listening:
        return self.bell.subscribe()


@dataclass
class FakeHouse:
    """Takes signals in, or fails in the way it is told."""

    db: Database
    fails: Exception | None = None
    cannot_tell: RuncardError | None = None
    taken: list[Signal] = field(default_factory=list)
    told: list[tuple[str, str]] = field(default_factory=list)

    async def take_in(self, signals: Sequence[Signal], actor: Actor) -> Sequence[Recorded]:
        require(actor, Permission.INGEST)
        if self.fails is not None:
            raise self.fails
        self.taken += signals
        return [Recorded(AlertId(f"alr_{s.fingerprint}"), Fold.NEW, INCIDENT_ID) for s in signals]

    async def unreadable(self, source: str, why: str, actor: Actor) -> None:
        require(actor, Permission.INGEST)
        if self.cannot_tell is not None:
            raise self.cannot_tell
        self.told.append((source, why))


@dataclass(frozen=True)
class ListIntake:
    """Reads `[{"name": "…"}]`; naive on purpose, so that anything else surprises it."""

    kind: ClassVar[str] = "list"

    def parse(self, payload: bytes, headers: Mapping[str, str]) -> Sequence[Signal]:
        try:
            told = msgspec.json.decode(payload)
        except msgspec.DecodeError as fault:
            raise Invalid(f"this is not JSON: {fault}", where="") from None
        if told and not isinstance(told[0]["name"], str):
            raise Invalid("the name must be a string", where="/0/name")
        return [
            Signal(one["name"], AlertState.FIRING, NOW, one["name"], one.get("group", "g"))
            for one in told
        ]

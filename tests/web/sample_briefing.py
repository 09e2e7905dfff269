"""One invented incident of the Fernway stores, as nouns: what the pages are tried with."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from runcard.domain.alerts.model import Alert, AlertState, Signal
from runcard.domain.comms.model import Draft, Gap, Update
from runcard.domain.incidents.clocks import Clock, ClockKind
from runcard.domain.incidents.model import Incident, State, Status
from runcard.domain.paging.model import Attempt, Message, Page, PageState
from runcard.domain.people.model import Person, Way
from runcard.domain.playbooks.card import Card, Mark
from runcard.domain.reviews.model import Review
from runcard.flows.briefing import Ahead, Board, BoardRow, Briefing, NextStep, PageShown, Waiting
from runcard.kernel.ids import AlertId, IncidentId, PageId, PersonId, ReviewId, UpdateId
from runcard.ledgers.timeline.model import (
    Acknowledged,
    AlertJoined,
    Entry,
    Escalated,
    Event,
    NoteWritten,
    Opened,
    PageSent,
    Resolved,
    RoleTaken,
    StatusChanged,
)
from tests.web.sample_card import ADA, BRAM, a_card, promises_of

NOW = datetime(2026, 11, 21, 2, 22, 20, tzinfo=UTC)
OPENED = datetime(2026, 11, 21, 2, 1, 2, tzinfo=UTC)
INCIDENT = IncidentId("inc_42")
PAGE = PageId("pg_1")
TITLE = "Stock lookups time out at every till"
EVERY_20 = "every 20 min"
MARK_13 = Mark(line=13)


def an_incident(*, state: State = State.OPEN, severity: str | None = "SEV1") -> Incident:
    incident = Incident(
        INCIDENT, 42, TITLE, severity, severity is None,
        "the label severity=sev1 names it" if severity else "nothing in the document fits",
        13 if severity else None, a_card().id, "prometheus", "stock-db", state,
        Status.INVESTIGATING, 1, OPENED, OPENED,
    )  # fmt: skip
    if state is State.OPEN:
        return incident
    taken = replace(
        incident, acknowledged_at=OPENED + timedelta(seconds=48), acknowledged_by=ADA.id,
        commander=ADA.id, responded_at=OPENED + timedelta(minutes=3),
    )  # fmt: skip
    if state is State.ACKNOWLEDGED:
        return taken
    return replace(taken, status=Status.RESOLVED, resolved_at=NOW - timedelta(minutes=1))


def clocks_of(incident: Incident, now: datetime) -> tuple[Clock, ...]:
    acknowledge = Clock(
        ClockKind.ACKNOWLEDGE, OPENED + timedelta(minutes=5), incident.acknowledged_at,
        "within 5 min", MARK_13,
    )  # fmt: skip
    update = Clock(
        ClockKind.UPDATE, now + timedelta(minutes=2, seconds=40), None, EVERY_20, MARK_13
    )
    review = Clock(
        ClockKind.REVIEW, now + timedelta(days=4, hours=13), None, "within 5 business days", Mark()
    )
    if incident.state is State.OPEN:
        return acknowledge, update
    if incident.state is State.RESOLVED:
        return review, acknowledge
    return update, acknowledge


def an_alert(number: int = 1, state: AlertState = AlertState.FIRING) -> Alert:
    signal = Signal(
        f"print-{number}", state, OPENED, "StockDbConnectionsHigh", "stock-db",
        {"severity": "sev1", "service": "stock-db"},
        {"summary": "100 of 100 connections, since 03:00"}, None, "https://prom.fernway.example/g",
        "prometheus",
    )  # fmt: skip
    return Alert(AlertId(f"al_{number}"), signal, state, INCIDENT, OPENED, OPENED, 2)


def an_attempt(number: int, kind: str, outcome: str | None) -> Attempt:
    message = Message(
        f"{PAGE}-{number}", "ada", f"SEV1 INC-42 {TITLE}",
        "Tills cannot look up stock since 03:01 CET.\n2 alerts from stock-db, in one group.\n\n"
        "Why you\n  You are first on call.\n  If nobody acknowledges by 03:06, Bram O. is paged.",
        "https://rc.fernway.example/incidents/INC-42", "https://rc.fernway.example/k/tok-ada",
        True,
    )  # fmt: skip
    started = OPENED + timedelta(seconds=number)
    return Attempt(PAGE, number, Way(kind, "ada"), message, started, started, outcome)


def a_page(state: PageState = PageState.OPEN, incident: IncidentId = INCIDENT) -> Page:
    return Page(PAGE, incident, ADA.id, 0, "You are first on call.", state, OPENED)


def told(incident: Incident) -> tuple[Entry, ...]:
    events: list[tuple[int, str, Event]] = [
        (0, "runcard", Opened(TITLE, "SEV1", False, incident.why, "stock")),
        (0, "runcard", AlertJoined("al_1", "StockDbConnectionsHigh", "prometheus")),
        (1, "runcard", Escalated(0, "On-call", ("Ada K.",), "level 1 of 2, L23")),
        (2, "runcard", PageSent("pg_1", "Ada K.", "dev_phone", 1)),
    ]
    if incident.state is not State.OPEN:
        events += [
            (50, "ada", Acknowledged("Ada K.", "link")),
            (180, "ada", RoleTaken("Commander", "Ada K.")),
            (780, "ada", NoteWritten("all 212 stores, tills cannot look up stock <b>at all</b>")),
        ]
    if incident.state is State.RESOLVED:
        events += [
            (1000, "ada", StatusChanged("monitoring", "mitigating", "lookups answer again")),
            (1200, "ada", Resolved("the pool was recycled")),
        ]
    return tuple(
        Entry(INCIDENT, position, OPENED + timedelta(seconds=after), by, event, "d")
        for position, (after, by, event) in enumerate(events, start=1)
    )


def a_draft() -> Draft:
    text = (
        "Since 03:01 CET tills in all stores cannot look up stock. Payments work. "
        "Impact: {who}. Cause: {cause}. Next news by 03:45 CET."
    )
    gaps = tuple(
        Gap(token, text.index(token), text.index(token) + len(token), 97)
        for token in ("{who}", "{cause}")
    )
    return Draft("Investigating", "#incidents and the status page", text, gaps, Mark(line=97))


def drafts() -> tuple[Draft, ...]:
    other = Draft("Resolved", "the status page", "All tills work again.", (), Mark(line=104))
    return a_draft(), other


def a_review() -> Review:
    text = (
        "# Review of INC-42\n\n## What happened\n\nA release left **sessions** open. "
        "<script>alert(1)</script> [bad](javascript:alert(1))\n\n## Timeline\n\n"
        "| Time | What |\n|---|---|\n| 03:01 | StockDbConnectionsHigh |\n\n"
        "## Lessons\n\n- [ ] write them\n"
    )
    due = NOW + timedelta(days=4, hours=13)
    return Review(ReviewId("rv_1"), INCIDENT, text, Mark(), due, NOW)


def a_briefing(incident: Incident | None = None, card: Card | None = None) -> Briefing:
    it, on = incident or an_incident(), card or a_card()
    is_over = it.state is State.RESOLVED
    outcomes = [an_attempt(1, "email", "the mail server answered 421"),
                an_attempt(2, "dev_phone", "delivered")]  # fmt: skip
    return Briefing(
        incident=it, card=on, promises=promises_of(on), severity_name="SEV1 Critical",
        clocks=clocks_of(it, NOW),
        next_step=None if is_over else NextStep(
            "Ask the network desk whether stores report line trouble", Mark(line=34),
            "First ten minutes",
        ),
        ahead=None if is_over else Ahead("Bram O. is paged", OPENED + timedelta(minutes=25)),
        alerts=(an_alert(1), an_alert(2, AlertState.CLEARED)),
        pages=(PageShown(a_page(), ADA.name, tuple(outcomes)),),
        drafts=() if is_over else drafts(),
        updates=(Update(UpdateId("up_1"), INCIDENT, "Initial", "We are looking into it.", "ada",
                        OPENED + timedelta(minutes=4)),),
        review=a_review() if is_over else None, timeline=told(it), now=NOW,
    )  # fmt: skip


def a_board() -> Board:
    late = replace(
        an_incident(state=State.ACKNOWLEDGED, severity="SEV2"), id=IncidentId("inc_41"), number=41,
        title="Click and collect slots missing in the north", status=Status.IDENTIFIED,
        opened_at=NOW - timedelta(minutes=72), commander=BRAM.id,
    )  # fmt: skip
    overdue = Clock(ClockKind.UPDATE, NOW - timedelta(minutes=4), None, "every 45 min", MARK_13)
    calm = replace(late, id=IncidentId("inc_40"), number=40, title="Label printers slow in Leith",
                   status=Status.MONITORING)  # fmt: skip
    ends = Clock(ClockKind.MONITORING, NOW + timedelta(minutes=14), None, "20 min", Mark())
    it = an_incident()
    step = NextStep("Say in the channel that you have it", Mark(line=32), "First ten minutes")
    rows = (
        BoardRow(late, "SEV2 High", 1, 4, overdue, None),
        BoardRow(it, "SEV1 Critical", 0, 4, clocks_of(it, NOW)[1], step),
        BoardRow(calm, "SEV4 Low", 3, 4, ends, step),
    )
    silent = Waiting(
        ADA.name, it, OPENED, ("dev phone", "e-mail"),
        Ahead("Bram O. is paged", NOW + timedelta(minutes=3)),
    )  # fmt: skip
    return Board(rows, (silent,), ("Head of operations is bound to nobody",), NOW)


def people() -> dict[str, Person]:
    return {ADA.id: ADA, BRAM.id: BRAM, "ada": replace(ADA, id=PersonId("ada"))}

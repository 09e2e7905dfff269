"""What the doors show: one incident whole, the board, what came before."""

import re
from collections.abc import Sequence

from runcard.db.work import Work
from runcard.domain.alerts.queries import alerts_of
from runcard.domain.comms.fill import drafts_for
from runcard.domain.comms.queries import updates_of
from runcard.domain.escalation.model import Notify
from runcard.domain.escalation.queries import next_rungs
from runcard.domain.escalation.rules import next_step
from runcard.domain.incidents.clocks import Clock, clocks
from runcard.domain.incidents.model import Incident, State, Status
from runcard.domain.incidents.queries import incident as incident_named
from runcard.domain.incidents.queries import incidents_before, incidents_by_id, open_incidents
from runcard.domain.paging.model import Attempt
from runcard.domain.paging.queries import attempts_of, pages_of, turns_of, waiting_pages
from runcard.domain.playbooks.card import Card, Mark
from runcard.domain.playbooks.model import Meaning
from runcard.domain.playbooks.procedures.phase_of import Moment, first_step, phase_of
from runcard.domain.playbooks.promises import severity_display
from runcard.domain.reviews.queries import review_of
from runcard.flows.briefing import Ahead, Board, BoardRow, Briefing, NextStep, PageShown, Waiting
from runcard.flows.deck import Deck
from runcard.flows.facts_of import facts_of
from runcard.flows.house import House
from runcard.flows.rungs import known, policy_of, standing_of
from runcard.ledgers.agenda.model import Timer
from runcard.ledgers.timeline.queries import story

# `What is broken? (symptoms)`: to be found out, and no order.
QUESTION = re.compile(r"[?？]\s*(?:[(（][^()（）]*[)）])?\s*\Z")
MOMENT_OF = {
    Status.INVESTIGATING: Moment((Meaning.INVESTIGATE,), 0),
    Status.IDENTIFIED: Moment((Meaning.MITIGATE, Meaning.RECOVER), 1),
    Status.MITIGATING: Moment((Meaning.MITIGATE, Meaning.RECOVER), 1),
    Status.MONITORING: Moment((Meaning.RESOLVE, Meaning.RECOVER), 2),
    Status.RESOLVED: Moment((Meaning.AFTER,), 3),
}


def brief(work: Work, house: House, ref: str) -> Briefing:
    """All of one incident. Raises NotFound."""
    incident = incident_named(work, ref)
    card = house.deck.card(work, incident.playbook_id)
    promised = house.deck.promises(card, incident.severity)
    ticking = clocks_of(work, house, incident)
    alerts = tuple(alerts_of(work, incident.id))
    updates = tuple(updates_of(work, incident.id))
    timeline = tuple(story(work, incident.id))
    rung = next_rungs(work, [(incident.id, incident.generation)]).get(incident.id)
    facts = facts_of(work, incident, card, ticking, alerts)
    return Briefing(
        incident=incident,
        card=card,
        promises=promised,
        severity_name=severity_display(card, incident.severity),
        clocks=ticking,
        next_step=step_of(incident, card),
        ahead=ahead_of(house.deck, incident, card, rung),
        alerts=alerts,
        pages=pages_shown(work, incident, card),
        drafts=drafts_for(card, facts),
        updates=updates,
        review=review_of(work, incident.id),
        timeline=timeline,
        now=work.now,
    )


def board(work: Work, house: House) -> Board:
    """What is open, the next clock first, and who was paged and has not answered."""
    rows = sorted((row_of(work, house, incident) for incident in open_incidents(work)), key=urgency)
    return Board(tuple(rows), waiting(work, house), house.deck.to_mend(work.now), work.now)


def recent(
    work: Work, house: House, limit: int, before_number: int | None = None
) -> tuple[BoardRow, ...]:
    """Whatever their state, newest first, below a number."""
    found = incidents_before(work, before_number, limit)
    return tuple(row_of(work, house, incident) for incident in found)


def row_of(work: Work, house: House, incident: Incident) -> BoardRow:
    """One line of the board."""
    card = house.deck.card(work, incident.playbook_id)
    promised = house.deck.promises(card, incident.severity)
    running = [clock for clock in clocks_of(work, house, incident) if clock.met_at is None]
    return BoardRow(
        incident,
        severity_display(card, incident.severity),
        promised.rank,
        len(card.playbook.severities),
        running[0] if running else None,
        step_of(incident, card),
    )


def urgency(row: BoardRow) -> tuple[bool, float, int]:
    """The next clock first; what owes nothing last, newest first."""
    clock = row.next_clock
    due = 0.0 if clock is None else clock.due_at.timestamp()
    return clock is None, due, -row.incident.number


def clocks_of(work: Work, house: House, incident: Incident) -> tuple[Clock, ...]:
    """The clocks of an incident, the most pressing first."""
    card = house.deck.card(work, incident.playbook_id)
    promised = house.deck.promises(card, incident.severity)
    return clocks(incident, promised, card.team.hours, work.now)


def step_of(incident: Incident, card: Card) -> NextStep | None:
    """What to do now: answer the page, then what the document says at this point."""
    if incident.state is State.OPEN:
        return NextStep("Acknowledge, so that nobody else is woken", Mark())
    if incident.state is State.RESOLVED:
        return NextStep("Go through the review and close its gaps", Mark())
    return step_after_answer(incident, card)


def step_after_answer(incident: Incident, card: Card) -> NextStep | None:
    """What the document says at this point, once somebody has it."""
    phase = phase_of(card.playbook.phases, MOMENT_OF[incident.status])
    if phase is None:
        return None
    step = first_step(phase)
    order = f"Find out: {step.text}" if QUESTION.search(step.text) else step.text
    return NextStep(order, Mark(step.line), phase.title if phase.items else None)


def ahead_of(deck: Deck, incident: Incident, card: Card, timer: Timer | None) -> Ahead | None:
    """Who is told next, and when, if nobody acts."""
    if timer is None or incident.state is State.RESOLVED:
        return None
    policy = policy_of(deck, incident, card)
    decision = next_step(policy, timer.step, standing_of(incident, timer.due_at))
    if not isinstance(decision, Notify):
        return None
    level = decision.level
    people = [
        known(card, person).name for person in deck.reach(card, level.title, timer.due_at).people
    ]
    who = " and ".join(people) if people else "nobody"
    verb = "are paged" if len(people) > 1 else "is paged"
    return Ahead(f"{who} {verb} ({level.title})", timer.due_at)


def pages_shown(work: Work, incident: Incident, card: Card) -> tuple[PageShown, ...]:
    """Who was paged and whether it reached them."""
    pages = pages_of(work, incident.id)
    attempts = attempts_of(work, [page.id for page in pages])
    turns = turns_of(work, [page.id for page in pages if page.id not in attempts])
    return tuple(
        PageShown(
            page,
            known(card, page.person_id).name,
            tuple(attempts.get(page.id, ())),
            turns.get(page.id),
        )
        for page in pages
    )


def waiting(work: Work, house: House) -> tuple[Waiting, ...]:
    """Pages nobody has answered, oldest first."""
    pages = waiting_pages(work)
    about = incidents_by_id(work, sorted({page.incident_id for page in pages}))
    attempts = attempts_of(work, [page.id for page in pages])
    rungs = next_rungs(work, [(one.id, one.generation) for one in about.values()])
    rows = []
    for page in pages:
        incident = about[page.incident_id]
        card = house.deck.card(work, incident.playbook_id)
        ahead = ahead_of(house.deck, incident, card, rungs.get(incident.id))
        ways = ways_of(attempts.get(page.id, ()))
        person = known(card, page.person_id).name
        rows.append(Waiting(person, incident, page.asked_at, ways, ahead))
    return tuple(rows)


def ways_of(attempts: Sequence[Attempt]) -> tuple[str, ...]:
    """The ways that were tried, each once."""
    return tuple(dict.fromkeys(attempt.way.kind for attempt in attempts))

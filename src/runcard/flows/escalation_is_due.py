"""A level is due: does its condition hold, who stands behind it, wake them, arm the next."""

from datetime import datetime, timedelta

from runcard.db.work import Work
from runcard.domain.escalation import actions as escalation
from runcard.domain.escalation.model import (
    EndsWith,
    EscalationPolicy,
    Exhausted,
    Level,
    Needless,
    Notify,
    Reached,
)
from runcard.domain.escalation.rules import Standing, next_step, policy_for, reach
from runcard.domain.incidents import actions as incidents
from runcard.domain.incidents.model import Incident, State, Status
from runcard.domain.paging import actions as paging
from runcard.domain.paging.actions import Calling
from runcard.domain.people.model import Person
from runcard.domain.playbooks import defaults
from runcard.domain.playbooks.card import Card, Mark
from runcard.flows.alerts_arrive import OURSELVES
from runcard.flows.house import House
from runcard.kernel.errors import NotFound
from runcard.kernel.ids import PersonId
from runcard.ledgers.agenda.model import Timer
from runcard.ledgers.timeline import store as timeline
from runcard.ledgers.timeline.model import Escalated, EscalationExhausted, NobodyFound

ABOUT_OURSELVES = EscalationPolicy(
    (Level(defaults.FALLBACK, timedelta(0), EndsWith.ACKNOWLEDGEMENT, Mark()),),
    rounds=defaults.ROUNDS,
)


def escalation_is_due(work: Work, house: House, timer: Timer) -> None:
    """One rung. A timer of an older generation does nothing."""
    try:
        incident = incidents.held(work, timer.subject)
    except NotFound:
        return
    if incident.generation != timer.generation:
        return
    card = house.deck.card(work, incident.playbook_id)
    policy = policy_of(incident, card)
    decision = next_step(policy, timer.step, standing_of(incident, work.now))
    match decision:
        case Exhausted(rounds=rounds):
            timeline.write(work, incident.id, EscalationExhausted(rounds))
        case Needless(next_step=step, next_at=at):
            escalation.advance(work, timer, next_step=step, next_at=at)
        case Notify(next_step=step, next_at=at):
            tell(work, incident, card, decision)
            escalation.advance(work, timer, next_step=step, next_at=at)


def standing_of(incident: Incident, at: datetime) -> Standing:
    """How the incident stands when a rung is due; while it is watched, nobody is woken."""
    return Standing(
        incident.escalating_since, at,
        is_acknowledged=incident.state is not State.OPEN,
        is_resolved=incident.state is State.RESOLVED or incident.status is Status.MONITORING,
    )


def policy_of(incident: Incident, card: Card) -> EscalationPolicy:
    """The chain of the incident's severity; what we raise about ourselves goes to the fallback."""
    if incident.source == OURSELVES:
        return ABOUT_OURSELVES
    return policy_for(card, incident.severity)


def tell(work: Work, incident: Incident, card: Card, decision: Notify) -> None:
    """Wake the people behind the level, or those who stand in for nobody, and say so."""
    level = decision.level
    reached = reach(card, level.title, work.now)
    people = tuple(known(card, person) for person in reached.people)
    names = tuple(person.name for person in people)
    if reached.problem is not None:
        timeline.write(work, incident.id, NobodyFound(level.title, reached.problem, names))
    else:
        why = "at once" if decision.step == 0 else level.condition or "nobody acknowledged"
        told = Escalated(decision.step + 1, level.title, names, f"{why} ({level.mark})")
        timeline.write(work, incident.id, told)
    paging.ask(work, Calling(incident, people, decision.step, why_you(level.title, reached)))


def why_you(title: str, reached: Reached) -> str:
    """What the person reads under `Why you`."""
    if reached.problem is not None:
        return f"{title}: {reached.problem}. You are on the fallback list."
    return f"You are {title}."


def known(card: Card, person_id: str) -> Person:
    """The person by the id the team file gives."""
    return card.team.people.get(person_id, Person(PersonId(person_id), person_id))

"""The rungs of an escalation: what each one that is due means, for whom, and what comes next."""

from collections.abc import Iterable
from dataclasses import dataclass, field
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
from runcard.domain.escalation.rules import Standing, next_step
from runcard.domain.incidents.model import OURSELVES, Incident, Opening, State, Status
from runcard.domain.paging import actions as paging
from runcard.domain.paging.actions import Calling
from runcard.domain.people.model import Person
from runcard.domain.playbooks import defaults
from runcard.domain.playbooks.card import Card, Mark
from runcard.flows.deck import Deck
from runcard.kernel.ids import IncidentId, PersonId
from runcard.ledgers.agenda.model import Timer
from runcard.ledgers.timeline import store as timeline
from runcard.ledgers.timeline.model import Escalated, EscalationExhausted, Event, NobodyFound

ABOUT_OURSELVES = EscalationPolicy(
    (Level(defaults.FALLBACK, timedelta(0), EndsWith.ACKNOWLEDGEMENT, Mark()),),
    rounds=defaults.ROUNDS,
)


@dataclass(frozen=True, slots=True)
class Rung:
    """One level that is due, with the incident it belongs to."""

    incident: Incident
    card: Card
    timer: Timer


@dataclass(slots=True)
class Decided:
    """What a set of due levels brings, gathered before any of it is written."""

    told: list[tuple[str, Event]] = field(default_factory=list)
    callings: list[Calling] = field(default_factory=list)
    ahead: list[Timer] = field(default_factory=list)

    def decide(self, deck: Deck, rung: Rung, now: datetime) -> None:
        """What this rung means for this incident now."""
        policy = policy_of(deck, rung.incident, rung.card)
        decision = next_step(policy, rung.timer.step, standing_of(rung.incident, now))
        match decision:
            case Exhausted(rounds=rounds):
                self.told.append((rung.incident.id, EscalationExhausted(rounds)))
            case Needless(next_step=step, next_at=at):
                self.go_on(rung.timer, step, at)
            case Notify(next_step=step, next_at=at):
                self.wake(rung, decision, deck.reach(rung.card, decision.level.title, now))
                self.go_on(rung.timer, step, at)

    def write(self, work: Work) -> None:
        """On the timelines, as pages, and as the timers of the next levels."""
        timeline.write_all(work, self.told)
        paging.ask(work, self.callings)
        escalation.arm(work, self.ahead)

    def go_on(self, timer: Timer, step: int | None, at: datetime | None) -> None:
        """The next level is told in its turn, if there is one."""
        if step is not None and at is not None:
            incident_id = IncidentId(timer.subject)
            self.ahead.append(escalation.rung(incident_id, timer.generation, step, at))

    def wake(self, rung: Rung, decision: Notify, reached: Reached) -> None:
        """The people behind the level, or those who stand in for nobody, which is said."""
        level, incident = decision.level, rung.incident
        people = tuple(known(rung.card, person) for person in reached.people)
        names = tuple(person.name for person in people)
        if reached.problem is not None:
            self.told.append((incident.id, NobodyFound(level.title, reached.problem, names)))
        else:
            why = "at once" if decision.step == 0 else level.condition or "nobody acknowledged"
            told = Escalated(decision.step + 1, level.title, names, f"{why} ({level.mark})")
            self.told.append((incident.id, told))
        why_you = why_this_person(level.title, reached)
        self.callings.append(Calling(incident, people, decision.step, why_you))


def escalations_begin(work: Work, deck: Deck, incidents: Iterable[Incident]) -> None:
    """The first level of each is told in this commit: a page is on disk with its alert. Where it
    was called a moment ago, it is called again in its turn."""
    decided = Decided()
    for incident in incidents:
        first = escalation.rung(incident.id, incident.generation, 0, incident.escalating_since)
        if first.due_at > work.now:
            decided.ahead.append(first)
            continue
        card = deck.card(work, incident.playbook_id)
        decided.decide(deck, Rung(incident, card, first), work.now)
    decided.write(work)


def escalation_goes_on(work: Work, deck: Deck, incident: Incident) -> None:
    """The first level is being called already; only the one after it is armed."""
    policy = policy_of(deck, incident, deck.card(work, incident.playbook_id))
    decision = next_step(policy, 0, standing_of(incident, work.now))
    if isinstance(decision, Notify | Needless):
        decided = Decided()
        first = escalation.rung(incident.id, incident.generation, 0, work.now)
        decided.go_on(first, decision.next_step, decision.next_at)
        decided.write(work)


def policy_of(deck: Deck, incident: Incident | Opening, card: Card) -> EscalationPolicy:
    """The chain of the incident's severity; what we raise about ourselves goes to the fallback."""
    if incident.source == OURSELVES:
        return ABOUT_OURSELVES
    return deck.policy(card, incident.severity)


def standing_of(incident: Incident, at: datetime) -> Standing:
    """How the incident stands when a rung is due; while it is watched, nobody is woken."""
    return Standing(
        incident.escalating_since,
        at,
        is_acknowledged=incident.state is not State.OPEN,
        is_resolved=incident.state is State.RESOLVED or incident.status is Status.MONITORING,
    )


def why_this_person(title: str, reached: Reached) -> str:
    """What the person reads under `Why you`."""
    if reached.problem is not None:
        return f"{title}: {reached.problem}. You are on the fallback list."
    return f"You are {title}."


def known(card: Card, person_id: str) -> Person:
    """The person by the id the team file gives."""
    return card.team.people.get(person_id, Person(PersonId(person_id), person_id))

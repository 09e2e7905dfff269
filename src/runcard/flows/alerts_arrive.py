"""Signals arrive: record, open or join, begin escalation; a whole set in one transaction."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import structlog

from runcard.db.work import Work
from runcard.domain.alerts import actions as alerts
from runcard.domain.alerts.model import Fold, Recorded, Signal
from runcard.domain.alerts.rules import LATE, route
from runcard.domain.incidents import actions as incidents
from runcard.domain.incidents.model import OURSELVES, Incident, Opening, State, Status
from runcard.domain.incidents.rules import WORST, called_again_at, is_raised, rank_of
from runcard.domain.playbooks.card import Card
from runcard.flows.about_ourselves import alert_about_ourselves
from runcard.flows.alert_clears import alerts_clear
from runcard.flows.ceiling import Ceiling
from runcard.flows.deck import Deck
from runcard.flows.quarantine import Quarantine
from runcard.flows.rungs import escalations_begin
from runcard.kernel.actor import Engine
from runcard.ledgers.timeline import store as timeline
from runcard.ledgers.timeline.model import AlertCleared, AlertJoined, Event, Opened

UNJUDGED = "Runcard failed at judging this alert; the log of the server says why"
log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Placed:
    """Where the fresh occurrences of a set belong."""

    groups: Mapping[str, str]
    """By the occurrence's identity."""
    openings: Mapping[str, Opening]
    found: incidents.Opened

    def incident_of(self, identity: str) -> Incident:
        return self.found.incidents[self.groups[identity]]


Judging = Callable[[Signal, Deck], Opening]


def alerts_arrive(
    work: Work,
    signals: Sequence[Signal],
    *,
    deck: Deck,
    ceiling: Ceiling | None = None,
    quarantine: Quarantine | None = None,
) -> Sequence[Recorded]:
    """What became of each signal, in their order."""
    recorded = taken_in(work, folded_in(work, signals, ceiling), deck, judged)
    quarantine_is_left(work, recorded, deck, quarantine)
    return recorded


def alerts_arrive_unjudged(
    work: Work,
    signals: Sequence[Signal],
    *,
    deck: Deck,
    ceiling: Ceiling | None = None,
    quarantine: Quarantine | None = None,
) -> Sequence[Recorded]:
    """The same where a rule failed on one of them: nothing is asked of any document, the fallback
    list is paged, and a person decides."""
    recorded = taken_in(work, folded_in(work, signals, ceiling), deck, unjudged)
    quarantine_is_left(work, recorded, deck, quarantine)
    return recorded


def folded_in(work: Work, signals: Sequence[Signal], ceiling: Ceiling | None) -> alerts.Folded:
    """What each signal does to what is remembered; those over the ceiling are told as one."""
    folded = alerts.fold_in(work, signals)
    below = None if ceiling is None else ceiling.below(work, signals, folded)
    return folded if below is None else alerts.fold_in(work, below)


def taken_in(work: Work, folded: alerts.Folded, deck: Deck, judge: Judging) -> Sequence[Recorded]:
    """Record, place, tell, wake."""
    if told_again := folded.incidents_told_again():
        folded = folded.with_new_alarms(incidents.over_before(work, told_again, work.now - LATE))
    placed = place(work, folded.fresh, deck, judge)
    ids = {name: placed.incident_of(name).id for name in folded.fresh}
    recorded = alerts.keep(work, folded, ids)
    tell(work, folded, recorded, placed, deck)
    with work.acting(Engine()):
        begin_escalations(work, placed, deck)
        over = {one.incident_id for one in recorded if one.fold is Fold.CLEARED}
        alerts_clear(work, sorted(each for each in over if each is not None), deck)
    return recorded


def place(work: Work, fresh: Mapping[str, Signal], deck: Deck, judge: Judging) -> Placed:
    """Judge each fresh occurrence and find or open the incident of its group."""
    groups: dict[str, str] = {}
    openings: dict[str, Opening] = {}
    for name, signal in fresh.items():
        opening = judge(signal, deck)
        group = opening.group_key
        groups[name] = group
        if group not in openings or is_worse(opening, openings[group]):
            openings[group] = opening
    found = incidents.open_or_join(work, openings)
    return Placed(groups, openings, found)


def is_worse(one: Opening, other: Opening) -> bool:
    """Within one post a severity that is known beats one that is not, then the worse one."""
    return (one.provisional, one.rank) < (other.provisional, other.rank)


def judged(signal: Signal, deck: Deck) -> Opening:
    """The incident this signal would open: its playbook, its severity, and why."""
    card, why_card = route(signal, deck.in_force)
    says = deck.judge(card).judge(signal)
    why = f"{says.why}; {why_card}" if len(deck.in_force) > 1 else says.why
    return Opening(
        signal.title,
        says.key,
        why,
        says.line,
        card.id,
        signal.source,
        f"{signal.source}/{card.name}/{signal.group_key}",
        rank_of(card, says.key),
    )


def opening_of(signal: Signal, deck: Deck) -> Opening:
    """The incident this signal would open, whatever its rules make of it."""
    try:
        return judged(signal, deck)
    except (ValueError, TypeError, LookupError, AttributeError, ArithmeticError) as surprise:
        log.error("an alert could not be judged", why=repr(surprise))
        return unjudged(signal, deck)


def is_urgent(signal: Signal, deck: Deck) -> bool:
    """Of the worst level, or one that nobody can judge."""
    return opening_of(signal, deck).rank <= WORST


def unjudged(signal: Signal, deck: Deck) -> Opening:
    """An incident for a signal that no rule could be asked about."""
    card = deck.default()
    group = f"unjudged/{signal.source}/{signal.group_key}"
    return Opening(signal.title, None, UNJUDGED, None, card.id, OURSELVES, group, rank=0)


def tell(
    work: Work, folded: alerts.Folded, recorded: Sequence[Recorded], placed: Placed, deck: Deck
) -> None:
    """The timeline: what was opened, what joined, what cleared."""
    told: list[tuple[str, Event]] = []
    timeline.begin(work, (placed.found.incidents[group].id for group in placed.found.fresh))
    for group in placed.found.fresh:
        opening, incident = placed.openings[group], placed.found.incidents[group]
        name = deck.card(work, opening.playbook_id).name
        event = Opened(opening.title, opening.severity, opening.provisional, opening.why, name)
        told.append((incident.id, event))
    seen: set[tuple[str, Fold]] = set()
    for identity, one in zip(folded.identities, recorded, strict=True):
        if one.incident_id is None or (identity, one.fold) in seen:
            continue
        seen.add((identity, one.fold))
        signal = folded.after[identity].signal
        if one.fold is Fold.NEW:
            joined = AlertJoined(one.alert_id, signal.title, signal.source)
            told.append((one.incident_id, joined))
        elif one.fold is Fold.CLEARED:
            cleared = AlertCleared(one.alert_id, signal.title, signal.source)
            told.append((one.incident_id, cleared))
    timeline.write_all(work, told)


def begin_escalations(work: Work, placed: Placed, deck: Deck) -> None:
    """Wake people for what is new, what got worse, and what came back during monitoring."""
    begun: list[Incident] = []
    for group, opening in placed.openings.items():
        incident = placed.found.incidents[group]
        if group not in placed.found.fresh:
            card = deck.card(work, incident.playbook_id)
            again = begin_again(work, incident, opening, card)
            if again is None:
                continue
            incident = again
        if is_paged(work, incident, deck):
            begun.append(incident)
    escalations_begin(work, deck, begun)


def quarantine_is_left(
    work: Work, recorded: Sequence[Recorded], deck: Deck, quarantine: Quarantine | None
) -> None:
    """In a copy, what fires here is called here."""
    if quarantine is None or quarantine.now is None:
        return
    with work.acting(Engine()):
        left = quarantine.left_after(work, recorded)
        escalations_begin(work, deck, [one for one in left if is_paged(work, one, deck)])


def is_paged(work: Work, incident: Incident, deck: Deck) -> bool:
    """Whether somebody is woken about it. What we raise about ourselves is for a person, whatever
    the document makes of its words."""
    card = deck.card(work, incident.playbook_id)
    return incident.source == OURSELVES or deck.promises(card, incident.severity).pages


def begin_again(work: Work, incident: Incident, opening: Opening, card: Card) -> Incident | None:
    """The incident with its new generation, if the joiner makes it start over."""
    raised = is_raised(card, incident, opening.severity)
    came_back = incident.status is Status.MONITORING
    if raised:
        incidents.raise_severity(work, incident, opening)
    if came_back:
        incidents.change_status(work, incident, Status.INVESTIGATING, "an alert fires again")
    if incident.state is not State.OPEN or not (raised or came_back):
        return None
    since = work.now if raised else called_again_at(incident, work.now)
    return incidents.begin_anew(work, incident.id, since)


def unreadable_signal(source: str, why: str) -> Signal:
    """The alert we raise ourselves about a source we cannot understand."""
    title = f"Source {source} sends what we cannot read"
    return alert_about_ourselves(f"unreadable:{source}", title, why)

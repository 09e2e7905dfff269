"""What a page says: gathered here from the incident, the card and what is ahead."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from runcard.db.work import Work
from runcard.domain.alerts.queries import Heard, heard_of
from runcard.domain.escalation.queries import next_rungs
from runcard.domain.incidents.model import Incident
from runcard.domain.paging.model import Page
from runcard.domain.paging.words import Others, Situation, clock
from runcard.domain.playbooks.card import Card
from runcard.domain.playbooks.promises import severity_display
from runcard.flows.briefing import Ahead
from runcard.flows.briefings import ahead_of, step_after_answer
from runcard.flows.house import House
from runcard.ledgers.agenda.model import Timer

SILENCE = Heard(0, "")
MOST_NAMED = 5
"""A message names this many beside its first; nobody reads more on a phone."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What stands around the incidents of a claim, by incident."""

    heard: Mapping[str, Heard]
    rungs: Mapping[str, Timer]


def surroundings_of(work: Work, incidents: Sequence[Incident]) -> Surroundings:
    """One look at the alerts, one at the agenda."""
    ids = [incident.id for incident in incidents]
    return Surroundings(
        heard_of(work, ids), next_rungs(work, [(one.id, one.generation) for one in incidents])
    )


def situation_of(
    house: House, page: Page, incident: Incident, card: Card, around: Surroundings
) -> Situation:
    """All that the words of one page are made of."""
    links, rung = house.links, around.rungs.get(incident.id)
    heard = around.heard.get(incident.id, SILENCE)
    step = step_after_answer(incident, card)
    zone = card.team.hours.zone
    return Situation(
        name=incident.name,
        title=incident.title,
        severity=severity_display(card, incident.severity),
        since=incident.opened_at,
        why_you=page.why,
        link=links.of_incident(incident),
        ack_link=links.of_page(page.id),
        why_severity=provisional(incident),
        alerts=heard.alerts,
        source=heard.source,
        ahead=ahead_in_words(ahead_of(house.deck, incident, card, rung), zone),
        next_step=None if step is None else step.text,
        next_step_place=None if step is None else f"{card.name}, {step.mark}",
        zone=zone,
    )


def others_of(work: Work, house: House, beside: Sequence[Incident], waiting: int) -> Others:
    """What one message tells beside its first incident, and how much waits for the next one."""
    lines = [
        f"[{severity_display(house.deck.card(work, one.playbook_id), one.severity)}] "
        f"{one.name} {one.title}"
        for one in beside[:MOST_NAMED]
    ]
    return Others(tuple(lines), len(beside), waiting, house.links.board)


def ahead_in_words(ahead: Ahead | None, zone: str) -> str | None:
    """`If nobody acknowledges, Bram O. is paged at 03:06 CET.`"""
    if ahead is None:
        return None
    return f"If nobody acknowledges, {ahead.text} at {clock(ahead.at, zone)}."


def provisional(incident: Incident) -> str | None:
    """Said where nobody has confirmed the severity."""
    if not incident.provisional:
        return None
    return f"Provisional: {incident.why}. Confirm it on the incident's page."

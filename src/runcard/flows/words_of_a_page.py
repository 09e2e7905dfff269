"""What a page says: gathered here from the incident, the card and what is ahead."""

from runcard.db.work import Work
from runcard.domain.alerts.queries import alerts_of
from runcard.domain.incidents.model import Incident
from runcard.domain.paging.model import Page
from runcard.domain.paging.words import Situation, clock
from runcard.domain.playbooks.promises import severity_display
from runcard.flows.briefings import ahead_of, step_after_answer
from runcard.flows.house import House


def situation_of(work: Work, house: House, page: Page, incident: Incident) -> Situation:
    """All that the words of one page are made of."""
    card = house.deck.card(work, incident.playbook_id)
    alerts = alerts_of(work, incident.id)
    ahead = ahead_of(work, incident, card)
    step = step_after_answer(incident, card)
    zone = card.team.hours.zone
    return Situation(
        name=incident.name, title=incident.title,
        severity=severity_display(card, incident.severity),
        since=incident.opened_at, why_you=page.why, link=house.links.of_incident(incident),
        ack_link=house.links.of_page(page.id),
        why_severity=provisional(incident), alerts=len(alerts),
        source=alerts[0].signal.source if alerts else "",
        ahead=None if ahead is None else (
            f"If nobody acknowledges, {ahead.text} at {clock(ahead.at, zone)}."
        ),
        next_step=None if step is None else step.text,
        next_step_place=None if step is None else f"{card.name}, {step.mark}",
        zone=zone,
    )


def provisional(incident: Incident) -> str | None:
    """Said where nobody has confirmed the severity."""
    if not incident.provisional:
        return None
    return f"Provisional: {incident.why}. Confirm it on the incident's page."

"""What is known about an incident: the facts that fill the document's templates."""

from collections.abc import Sequence

from runcard.db.work import Work
from runcard.domain.alerts.model import Alert
from runcard.domain.comms.facts import Facts
from runcard.domain.comms.queries import updates_of
from runcard.domain.incidents.clocks import Clock, ClockKind
from runcard.domain.incidents.model import Incident
from runcard.domain.playbooks.card import Card
from runcard.flows.rungs import known

SERVICE = "service"


def facts_of(
    work: Work, incident: Incident, card: Card, clocks: Sequence[Clock], alerts: Sequence[Alert]
) -> Facts:
    """Nothing is guessed: what nobody said stays a gap in the draft."""
    due = {clock.kind: clock.due_at for clock in clocks if clock.met_at is None}
    services = dict.fromkeys(
        one.signal.labels[SERVICE] for one in alerts if SERVICE in one.signal.labels
    )
    described = [one.signal.annotations.get("description") for one in alerts]
    commander = incident.commander
    return Facts(
        incident=incident.name,
        title=incident.title,
        status=incident.status,
        started_at=min([one.signal.starts_at for one in alerts], default=incident.opened_at),
        now=work.now,
        severity=incident.severity,
        zone=card.team.hours.zone,
        updates=len(updates_of(work, incident.id)),
        detected_at=incident.opened_at,
        resolved_at=incident.resolved_at,
        next_update_at=due.get(ClockKind.UPDATE),
        review_at=due.get(ClockKind.REVIEW),
        commander=None if commander is None else known(card, commander).name,
        services=", ".join(services) or None,
        description=next((words for words in described if words), None),
        team=card.team.team,
    )

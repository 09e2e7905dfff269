"""It is over: everything stops, and a review is drafted from the real timeline."""

from runcard.db.work import Work
from runcard.domain.alerts.queries import alerts_of
from runcard.domain.incidents import actions as incidents
from runcard.domain.incidents.clocks import ClockKind, clocks
from runcard.domain.incidents.model import Incident
from runcard.domain.paging import actions as paging
from runcard.domain.paging.model import PageState
from runcard.domain.playbooks.card import Mark
from runcard.domain.reviews import actions as reviews
from runcard.domain.reviews.draft import ReviewFacts, draft_review
from runcard.domain.reviews.model import Review
from runcard.flows.facts_of import facts_of
from runcard.flows.house import House
from runcard.kernel.ids import ReviewId
from runcard.ledgers.agenda.store import timers
from runcard.ledgers.timeline.queries import story
from runcard.ledgers.timeline.render import sentence


def incident_is_resolved(work: Work, house: House, ref: str, why: str) -> Incident:
    """Raises Conflict when it was over before."""
    incident = incidents.held(work, ref)
    incidents.resolve(work, incident, why)
    paging.end_pages(work, incident.id, PageState.WITHDRAWN)
    timers.withdraw(work, [incident.id])
    over = incidents.held(work, incident.id)
    reviews.open_review(work, drafted(work, house, over))
    return over


def drafted(work: Work, house: House, incident: Incident) -> Review:
    """The document's own form, or ours and marked so, with the real story under its timeline."""
    card = house.deck.card(work, incident.playbook_id)
    promised = house.deck.promises(card, incident.severity)
    ticking = clocks(incident, promised, card.team.hours, work.now)
    facts = facts_of(work, incident, card, ticking, alerts_of(work, incident.id))
    told = tuple((entry.at, sentence(entry)) for entry in story(work, incident.id))
    form = card.playbook.review.template
    due = [clock.due_at for clock in ticking if clock.kind is ClockKind.REVIEW]
    return Review(
        ReviewId(work.new_id("rev")),
        incident.id,
        draft_review(card, ReviewFacts(facts, told)),
        Mark(None if form is None else form.line),
        due[0] if due else None,
        work.now,
    )

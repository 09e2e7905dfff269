"""Which lines of a document the stories follow today: asked of the very rules they follow."""

from collections.abc import Iterator
from datetime import UTC, datetime
from enum import Enum

from runcard.domain.comms.fill import templates_for
from runcard.domain.escalation.readiness import keys_of
from runcard.domain.escalation.rules import policy_for
from runcard.domain.oncall.calendar import due_at
from runcard.domain.people.names import fold_name
from runcard.domain.playbooks.card import Card, Promises, Within
from runcard.domain.playbooks.levels.spellings import level_named
from runcard.domain.playbooks.messages.cadences import statements_for
from runcard.domain.playbooks.procedures.phase_of import first_step, phase_of
from runcard.domain.playbooks.promises import promises
from runcard.flows.briefings import MOMENT_OF

A_MONDAY = datetime(2026, 1, 5, 10, tzinfo=UTC)
"""Any moment: whether a promise sets a clock does not depend on when it begins."""
MOMENTS = ("initial", "update", "resolution")


class Mechanism(Enum):
    """What in the product carries a line out."""

    ACKNOWLEDGE = "clock until somebody acknowledges"
    RESPOND = "clock until somebody responds"
    UPDATE = "clock until the next update"
    MONITORING = "clock of the monitoring period"
    REVIEW = "clock until the review"
    ESCALATION = "rung of the escalation"
    NEXT_STEP = "next step on the incident's page"
    MESSAGE = "draft of a message"
    FILLED = "filled in by what is known"
    REVIEW_FORM = "draft of the review"
    GAP = "gap of a draft, for a person to fill"
    NONE = "nothing"


Followed = frozenset[tuple[int, Mechanism]]


def lines_in_force(card: Card) -> Followed:
    """Each line with what follows it, over all levels and all moments of an incident."""
    found = {*_steps(card), *_drafts(card)}
    for key in keys_of(card):
        found |= {*_clocks(card, promises(card, key)), *_pages(card, key)}
    return frozenset(found)


Followings = Iterator[tuple[int, Mechanism]]


def _clocks(card: Card, promised: Promises) -> Followings:
    pairs = (
        (Mechanism.ACKNOWLEDGE, promised.acknowledge),
        (Mechanism.RESPOND, promised.respond),
        (Mechanism.MONITORING, promised.monitoring),
        (Mechanism.REVIEW, promised.review),
    )
    for by, within in pairs:
        if within is not None and _ticks(card, within) and within.mark.line is not None:
            yield within.mark.line, by
    yield from _updates(card, promised)


def _updates(card: Card, promised: Promises) -> Followings:
    """The line that drives the clock, and others that say the same of the same level."""
    every, level = promised.update_every, promised.severity
    if every is None or every.mark.line is None or not _ticks(card, every):
        return
    yield every.mark.line, Mechanism.UPDATE
    said = () if level is None else statements_for(card.playbook.cadences, level)
    for one in said:
        if every.span is not None and one.every.seconds == every.span.total_seconds():
            yield one.every.line, Mechanism.UPDATE


def _ticks(card: Card, within: Within) -> bool:
    return due_at(within, A_MONDAY, card.team.hours) is not None


def _pages(card: Card, key: str | None) -> Followings:
    """The rungs that a timer tells; those left to people are told by nobody. A title in the level's
    own list is told by whichever rung bears its name."""
    rungs = policy_for(card, key).levels
    for rung in rungs:
        if rung.mark.line is not None:
            yield rung.mark.line, Mechanism.ESCALATION
    told = {fold_name(rung.title) for rung in rungs}
    level = level_named(card.playbook.severities, key)
    for title in () if level is None else level.escalation:
        if fold_name(title.text) in told:
            yield title.line, Mechanism.ESCALATION


def _steps(card: Card) -> Followings:
    """Only the first step of the phase for the moment is shown."""
    for moment in MOMENT_OF.values():
        phase = phase_of(card.playbook.phases, moment)
        if phase is not None:
            yield first_step(phase).line, Mechanism.NEXT_STEP


def _drafts(card: Card) -> Followings:
    templates = card.playbook.templates
    offered = [one for moment in MOMENTS for one in templates_for(moment, templates)]
    offered += [one for one in templates if one.moment is None]
    yield from ((one.text_line, Mechanism.MESSAGE) for one in offered)
    form = card.playbook.review.template
    if form is not None:
        yield form.text_line, Mechanism.REVIEW_FORM

"""The clocks of an incident, derived from what happened and what was promised."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from runcard.domain.incidents.clocks import Clock, ClockKind, clocks
from runcard.domain.incidents.model import Incident, State, Status
from runcard.domain.people.model import WorkingHours
from runcard.domain.playbooks.card import Mark
from runcard.domain.playbooks.model import ReviewDeadline, ReviewRules
from runcard.domain.playbooks.promises import promises
from runcard.kernel.ids import IncidentId, PlaybookId
from tests.rooms.cards import NIGHT, a_card, a_level, a_playbook, a_time

LEVEL = a_level("SEV1", "15 min", acknowledge=a_time("30 min", 8), cadence=a_time("20 min", 9))
RULES = ReviewRules((ReviewDeadline(a_time("2 d", 50), "all"),))
PROMISED = promises(a_card(a_playbook(LEVEL, review=RULES)), "SEV1")
OPEN = Incident(
    IncidentId("inc_1"), 42, "Disk full", "SEV1", False, "label", 7, PlaybookId("pb_1"),
    "prometheus", "g", State.OPEN, Status.INVESTIGATING, 1, NIGHT, NIGHT,
)  # fmt: skip


def after(minutes: int) -> datetime:
    return NIGHT + timedelta(minutes=minutes)


def ticking(now: datetime = NIGHT, **parts: Any) -> tuple[Clock, ...]:
    return clocks(replace(OPEN, **parts), PROMISED, WorkingHours(), now)


def kinds(found: tuple[Clock, ...]) -> list[ClockKind]:
    return [clock.kind for clock in found]


def one(kind: ClockKind, found: tuple[Clock, ...]) -> Clock:
    return next(clock for clock in found if clock.kind is kind)


def test_an_open_incident_owes_an_answer_a_response_and_an_update() -> None:
    found = ticking()
    assert kinds(found) == [ClockKind.RESPOND, ClockKind.UPDATE, ClockKind.ACKNOWLEDGE]
    assert [clock.due_at for clock in found] == [after(15), after(20), after(30)]
    assert found[0].promise == "15 min"
    assert found[0].mark == Mark(7)


def test_an_acknowledgement_and_a_first_sign_of_work_stop_their_clocks() -> None:
    found = ticking(acknowledged_at=after(3), responded_at=after(16))
    acknowledge = one(ClockKind.ACKNOWLEDGE, found)
    respond = one(ClockKind.RESPOND, found)
    assert acknowledge.was_kept
    assert not respond.was_kept
    assert respond.met_at == after(16)
    assert kinds(found)[0] is ClockKind.UPDATE


def test_the_next_update_counts_from_the_last() -> None:
    assert one(ClockKind.UPDATE, ticking(updated_at=after(12))).due_at == after(32)


def test_an_overdue_clock_comes_first_and_a_met_one_last() -> None:
    found = ticking(after(25), acknowledged_at=after(1))
    assert [clock.is_overdue(after(25)) for clock in found] == [True, True, False]
    assert kinds(found) == [ClockKind.RESPOND, ClockKind.UPDATE, ClockKind.ACKNOWLEDGE]


def test_monitoring_ends_after_the_promised_period() -> None:
    found = ticking(monitoring_since=after(10), status=Status.MONITORING)
    assert one(ClockKind.MONITORING, found).due_at == after(40)


def test_after_the_resolution_only_the_review_is_owed() -> None:
    over = after(60)
    found = ticking(
        over, state=State.RESOLVED, status=Status.RESOLVED, resolved_at=over,
        acknowledged_at=after(5), monitoring_since=after(40),
    )  # fmt: skip
    assert [clock.kind for clock in found if clock.met_at is None] == [ClockKind.REVIEW]
    assert one(ClockKind.REVIEW, found).due_at == over + timedelta(days=2)
    assert one(ClockKind.MONITORING, found).met_at == over
    assert one(ClockKind.RESPOND, found).met_at == over
    assert ClockKind.UPDATE not in kinds(found)


def test_a_resolution_before_any_answer_stops_the_answers_clock() -> None:
    found = ticking(after(9), state=State.RESOLVED, resolved_at=after(9))
    assert one(ClockKind.ACKNOWLEDGE, found).was_kept


def test_what_is_not_promised_has_no_clock() -> None:
    quiet = promises(a_card(a_playbook(a_level("SEV3", "best_effort"))), "SEV3")
    found = clocks(OPEN, quiet, WorkingHours(), NIGHT)
    assert found == ()
    bare = clocks(OPEN, replace(quiet, respond=None, acknowledge=None), WorkingHours(), NIGHT)
    assert bare == ()

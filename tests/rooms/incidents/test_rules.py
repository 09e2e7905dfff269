"""What may become of an incident, and what makes it worse."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from runcard.domain.incidents.model import Incident, State, Status
from runcard.domain.incidents.rules import (
    CALLS_APART,
    called_again_at,
    check_acknowledgement,
    check_status_change,
    is_raised,
    may_resolve_itself,
    rank_of,
)
from runcard.kernel.errors import Conflict
from runcard.kernel.ids import IncidentId, PlaybookId
from tests.rooms.cards import NIGHT, a_card

OPEN = Incident(
    IncidentId("inc_1"), 42, "Disk full", "SEV2", False, "label", 7, PlaybookId("pb_1"),
    "prometheus", "g", State.OPEN, Status.INVESTIGATING, 1, NIGHT, NIGHT,
)  # fmt: skip


def an_incident(**parts: Any) -> Incident:
    return replace(OPEN, **parts)


@pytest.mark.parametrize("status", [Status.IDENTIFIED, Status.MITIGATING, Status.MONITORING])
def test_the_status_of_open_work_goes_back_and_forth(status: Status) -> None:
    check_status_change(OPEN, status)
    check_status_change(an_incident(status=status), Status.INVESTIGATING)


def test_a_resolved_incident_says_nothing_new() -> None:
    over = an_incident(state=State.RESOLVED, status=Status.RESOLVED)
    with pytest.raises(Conflict, match="declare a new incident"):
        check_status_change(over, Status.MITIGATING)
    with pytest.raises(Conflict, match="INC-42 is already resolved"):
        check_acknowledgement(over)


def test_the_status_alone_resolves_nothing() -> None:
    with pytest.raises(Conflict, match="resolve INC-42"):
        check_status_change(OPEN, Status.RESOLVED)


def test_saying_the_same_again_is_refused() -> None:
    with pytest.raises(Conflict, match="already investigating"):
        check_status_change(OPEN, Status.INVESTIGATING)


def test_the_first_to_acknowledge_has_it() -> None:
    check_acknowledgement(OPEN)
    taken = an_incident(state=State.ACKNOWLEDGED, acknowledged_by="ada")
    with pytest.raises(Conflict, match="before, by ada"):
        check_acknowledgement(taken)
    with pytest.raises(Conflict, match="by somebody"):
        check_acknowledgement(replace(taken, acknowledged_by=None))


def test_the_rank_is_the_place_in_the_document_and_doubt_is_the_worst() -> None:
    card = a_card()
    assert [rank_of(card, key) for key in ("SEV1", "SEV2", "SEV9", None)] == [0, 1, 0, 0]


@pytest.mark.parametrize(
    ("was", "joins", "raised"),
    [("SEV2", "SEV1", True), ("SEV1", "SEV2", False), ("SEV2", "SEV2", False),
     ("SEV2", None, False), (None, "SEV1", False)],
)  # fmt: skip
def test_a_worse_alert_raises_the_incident(
    was: str | None, joins: str | None, raised: bool
) -> None:
    assert is_raised(a_card(), an_incident(severity=was), joins) is raised


@pytest.mark.parametrize(
    ("incident", "may"),
    [
        (an_incident(), True),
        (an_incident(severity="SEV1"), False),
        (an_incident(acknowledged_at=NIGHT), False),
        (an_incident(provisional=True), False),
        (an_incident(severity=None), False),
    ],
)
def test_only_what_nobody_touched_and_is_not_the_worst_resolves_itself(
    incident: Incident, may: bool
) -> None:
    assert may_resolve_itself(a_card(), incident) is may


MINUTE = timedelta(minutes=1)


@pytest.mark.parametrize(
    ("generation", "called", "again"),
    [
        (1, NIGHT - MINUTE, NIGHT),
        (3, NIGHT - MINUTE, NIGHT - MINUTE + CALLS_APART),
        (3, NIGHT - 10 * MINUTE, NIGHT),
        (9, NIGHT + MINUTE, NIGHT + MINUTE),
    ],
    ids=["the first time at once", "then in its turn", "at once after a while", "is planned"],
)
def test_what_comes_and_goes_is_called_about_every_five_minutes(
    generation: int, called: Any, again: Any
) -> None:
    incident = an_incident(generation=generation, escalating_since=called)
    assert called_again_at(incident, NIGHT) == again

"""From an alert to an answered page, on both databases, time moved by hand."""

from collections.abc import Iterator
from typing import cast

import pytest

from runcard.domain.alerts.severity import Judge
from runcard.flows.alerts_arrive import unreadable_signal
from runcard.flows.incident_is_declared import Declaration
from runcard.testing.house import HouseForTests, a_house
from tests.flows.playbook_for_stories import PLAYBOOK, TEAM

SEV1 = {"severity": "sev-1"}
SEV2 = {"severity": "SEV2"}


@pytest.fixture
def house(address: str) -> Iterator[HouseForTests]:
    with a_house(address, {"ferries": PLAYBOOK}, TEAM) as house:
        yield house


def test_the_on_call_is_paged_at_once(house: HouseForTests) -> None:
    incident = house.alert("No ferry can be booked", labels=SEV1)
    assert house.paged(incident) == ["ada"]
    assert house.brief(incident).incident.severity == "SEV1"
    assert "Ada K. paged by dev phone" in house.told(incident)


def test_an_unanswered_page_goes_on_to_the_next_levels(house: HouseForTests) -> None:
    incident = house.alert("No ferry can be booked", labels=SEV1)
    house.forward(minutes=50)
    house.forward(minutes=50)
    paged = house.paged(incident)
    assert "bo" in paged
    assert "cy" in paged, "Head of Ferries is bound to nobody, so the fallback list is paged"
    assert any("Head of Ferries" in line and "Cy M." in line for line in house.told(incident))


def test_an_acknowledgement_stops_the_levels_whose_condition_is_silence(
    house: HouseForTests,
) -> None:
    incident = house.alert("No ferry can be booked", labels=SEV1)
    house.forward(minutes=1)
    house.acknowledge(incident)
    house.forward(minutes=46)
    assert house.paged(incident) == ["ada", "bo"], "not resolved in 45 min is not about silence"
    house.forward(hours=10)
    assert house.paged(incident) == ["ada", "bo"]


@pytest.mark.parametrize(
    ("first", "order"),
    [
        ("Which pier is dark?", "Find out: Which pier is dark?"),
        ("Which pier is dark? (north, south)", "Find out: Which pier is dark? (north, south)"),
        ("Say in the channel that you have it", "Say in the channel that you have it"),
    ],
)
def test_whoever_answered_is_told_what_to_do_and_a_question_is_to_be_found_out(
    address: str, first: str, order: str
) -> None:
    asked = PLAYBOOK.replace("1. Say in the channel that you have it", f"1. {first}")
    with a_house(address, {"ferries": asked}, TEAM) as house:
        incident = house.alert("No ferry can be booked", labels=SEV1)
        house.acknowledge(incident)
        step = house.brief(incident).next_step
    assert step is not None
    assert step.text == order
    assert asked.splitlines()[(step.mark.line or 0) - 1] == f"1. {first}"


def test_a_level_that_says_ticket_wakes_nobody(house: HouseForTests) -> None:
    incident = house.alert("A page looks wrong", labels={"severity": "SEV3"})
    house.forward(hours=5)
    assert house.paged(incident) == []
    assert house.brief(incident).promises.why_silent


def test_a_replica_that_says_the_same_changes_nothing(house: HouseForTests) -> None:
    said = house.signal("No ferry can be booked", labels=SEV1)
    first = house.arrive(said)
    second = house.arrive(said, said)
    house.work()
    assert {one.incident_id for one in (*first, *second)} == {first[0].incident_id}
    assert len(house.phone.sent) == 1


def test_a_clear_that_overtakes_its_alarm_does_not_silence_it(house: HouseForTests) -> None:
    said = house.signal("No ferry can be booked", labels=SEV1)
    [overtaking] = house.arrive(house.cleared(said))
    assert overtaking.incident_id is None
    [first] = house.arrive(said)
    [again] = house.arrive(said)
    house.work()
    assert first.incident_id is not None
    assert again.incident_id == first.incident_id
    assert house.paged(first.incident_id) == ["ada"]


def test_nothing_that_tells_the_severity_pages_the_on_call_and_nobody_later(
    house: HouseForTests,
) -> None:
    incident = house.alert("Something odd")
    house.forward(hours=3)
    assert set(house.paged(incident)) == {"ada"}
    assert house.brief(incident).incident.provisional


def test_alerts_that_clear_unanswered_are_watched_and_then_closed(house: HouseForTests) -> None:
    signal = house.signal("Payments fail", labels=SEV2)
    incident = house.arrive(signal)[0].incident_id
    assert incident is not None
    house.work()
    house.forward(minutes=2)
    house.arrive(house.cleared(signal))
    house.work()
    assert house.brief(incident).incident.status.value == "monitoring"
    house.forward(minutes=26)
    assert house.brief(incident).incident.state.value == "resolved"


def test_one_of_the_worst_level_waits_for_a_person(house: HouseForTests) -> None:
    signal = house.signal("No ferry can be booked", labels=SEV1)
    incident = house.arrive(signal)[0].incident_id
    assert incident is not None
    house.work()
    house.arrive(house.cleared(signal))
    house.forward(hours=2)
    assert house.brief(incident).incident.state.value == "open"
    assert house.brief(incident).incident.status.value == "monitoring"


def test_an_alert_that_comes_back_while_watched_pages_again(house: HouseForTests) -> None:
    signal = house.signal("No ferry can be booked", labels=SEV1)
    incident = house.arrive(signal)[0].incident_id
    assert incident is not None
    house.work()
    house.arrive(house.cleared(signal))
    house.forward(minutes=5)
    house.alert("No ferry can be booked", labels=SEV1)
    assert house.paged(incident) == ["ada", "ada"]
    assert house.brief(incident).incident.status.value == "investigating"


def test_a_worse_late_joiner_raises_the_incident(house: HouseForTests) -> None:
    incident = house.alert("Payments fail", labels=SEV2, group_key="booking")
    house.alert("No ferry can be booked", labels=SEV1, group_key="booking")
    assert house.brief(incident).incident.severity == "SEV1"
    assert len(house.brief(incident).alerts) == 2


def test_an_alert_that_fires_on_after_its_incident_is_over_wakes_somebody_again(
    house: HouseForTests,
) -> None:
    signal = house.signal("No ferry can be booked", labels=SEV1)
    first = house.arrive(signal)[0].incident_id
    assert first is not None
    house.resolve(first)
    house.forward(minutes=1)
    assert house.arrive(signal)[0].incident_id == first, "a repeat that was on its way is not news"
    house.forward(hours=4)
    second = house.arrive(signal)[0].incident_id
    assert second != first


def test_a_source_that_sends_what_we_cannot_read_wakes_the_fallback_list(
    house: HouseForTests,
) -> None:
    first = house.arrive(unreadable_signal("prometheus", "no alerts in it"))[0].incident_id
    again = house.arrive(unreadable_signal("prometheus", "no alerts in it"))[0].incident_id
    house.work()
    assert first is not None
    assert first == again
    assert house.paged(first) == ["cy"]
    house.resolve(first)
    house.forward(hours=5)
    assert house.arrive(unreadable_signal("prometheus", "still not"))[0].incident_id != first


def test_a_declared_incident_pages_like_an_alert(house: HouseForTests) -> None:
    incident = house.declare(Declaration("The harbour office burns", "sev 1"))
    house.work()
    assert house.paged(incident) == ["ada"]


def test_the_review_is_drafted_from_the_documents_own_form(house: HouseForTests) -> None:
    incident = house.alert("No ferry can be booked", labels=SEV1)
    house.acknowledge(incident)
    house.forward(minutes=10)
    house.resolve(incident)
    review = house.brief(incident).review
    assert review is not None
    assert "## Root Cause" in review.text
    assert "Ada K. paged by dev phone" in review.text
    assert "something happened" not in review.text


def test_an_alert_no_rule_could_judge_still_wakes_the_fallback_list(house: HouseForTests) -> None:
    class Broken:
        def judge(self, signal: object) -> object:
            raise KeyError("a rule forgot this case")

    house.house.deck.appoint = lambda _: cast(Judge, Broken())
    incident = house.alert("Something nobody foresaw", labels=SEV1)
    assert house.paged(incident) == ["cy"]
    found = house.brief(incident).incident
    assert found.provisional
    assert "failed at judging" in found.why


MILDEST_FIRST = """\
| Level | Definition | Response Time | Updates |
|---|---|---|---|
| Level 1 - Low | A page looks wrong | Next business day | none, create a ticket |
| Level 2 - High | One route cannot be booked | 30 minutes | hourly |
| Level 3 - Critical | No ferry can be booked | 15 minutes | every 20 minutes |
"""


def test_a_worse_joiner_raises_the_incident_though_the_document_begins_with_the_mildest(
    address: str,
) -> None:
    begin, end = PLAYBOOK.index("| Level |"), PLAYBOOK.index("## Process")
    document = f"{PLAYBOOK[:begin]}{MILDEST_FIRST}\n{PLAYBOOK[end:]}"
    with a_house(address, {"ferries": document}, TEAM) as house:
        incident = house.alert("Slow", group_key="booking", labels={"severity": "low"})
        assert house.paged(incident) == []
        house.alert("Down", group_key="booking", labels={"severity": "critical"})
        assert house.brief(incident).incident.severity == "Level 3"
        assert house.paged(incident) == ["ada"]

"""Several documents, new versions of them, and what open incidents stand on."""

from collections.abc import Iterator
from typing import Any

import pytest

from runcard.domain.incidents.clocks import ClockKind
from runcard.domain.incidents.model import Status
from runcard.flows.incident_is_declared import Declaration
from runcard.flows.severity_is_set import severity_is_set
from runcard.flows.status_is_changed import status_is_changed
from runcard.flows.update_is_posted import Posting, update_is_posted
from runcard.kernel.errors import Conflict, Invalid, NotFound
from runcard.testing.house import HouseForTests, a_house, publish_all
from tests.flows.playbook_for_stories import PLAYBOOK, TEAM

STORES = """\
# Store runbook

- **P1 (Tills down)**: no till can sell. Response: 5 minutes. Updates every 15 minutes
- **P2 (Slow)**: tills are slow. Response: 1 hour
"""
TWO: dict[str, Any] = {
    **TEAM,
    "playbooks": [
        {"name": "ferries", "path": "ferries.md", "services": ["booking"]},
        {"name": "stores", "path": "stores.md", "labels": {"team": "stores"}},
    ],
    "default_playbook": "ferries",
}


@pytest.fixture
def house(address: str) -> Iterator[HouseForTests]:
    with a_house(address, {"ferries": PLAYBOOK, "stores": STORES}, TWO) as house:
        yield house


@pytest.mark.parametrize(
    ("labels", "playbook"),
    [
        ({"service": "booking"}, "ferries"),
        ({"team": "stores"}, "stores"),
        ({"playbook": "stores"}, "stores"),
        ({"nothing": "fits"}, "ferries"),
    ],
)
def test_each_alert_is_answered_by_its_own_document(
    house: HouseForTests, labels: dict[str, str], playbook: str
) -> None:
    incident = house.alert("Something odd", labels=labels)
    assert house.brief(incident).card.name == playbook


def test_an_open_incident_stays_on_the_version_it_began_with(house: HouseForTests) -> None:
    before = house.alert("No ferry can be booked", labels={"severity": "SEV1"})
    changed = PLAYBOOK.replace("every 20 minutes", "every 10 minutes")
    publish_all(house.house.db, house.house.deck, TWO, {"ferries": changed, "stores": STORES})
    after = house.alert("No ferry can be booked again", labels={"severity": "SEV1"})
    due = [cadence_of(house, incident) for incident in (before, after)]
    assert due == ["every 20 minutes", "every 10 minutes"]


def cadence_of(house: HouseForTests, ref: str) -> str:
    within = house.brief(ref).promises.update_every
    assert within is not None
    return within.text


def test_an_update_starts_the_clock_of_the_next_one(house: HouseForTests) -> None:
    incident = house.alert("No ferry can be booked", labels={"severity": "SEV1"})
    house.forward(minutes=12)
    draft = house.brief(incident).drafts[0]
    assert draft.text.startswith("UPDATE ")
    said = Posting(draft.template, draft.text.replace("[who cannot book]", "all islands"))
    house.does("ada", lambda work: update_is_posted(work, house.house, incident, said))
    clock = next(one for one in house.brief(incident).clocks if one.kind is ClockKind.UPDATE)
    assert (clock.due_at - house.clock.now()).total_seconds() == 20 * 60
    assert clock.mark.is_from_document


def test_the_first_status_change_is_a_response(house: HouseForTests) -> None:
    incident = house.alert("No ferry can be booked", labels={"severity": "SEV1"})
    house.does(
        "ada",
        lambda work: status_is_changed(work, house.house, incident, Status.IDENTIFIED, "the pool"),
    )
    brief = house.brief(incident)
    assert brief.incident.responded_at == house.clock.now()
    with pytest.raises(Conflict, match="already identified"):
        house.does(
            "ada",
            lambda work: status_is_changed(work, house.house, incident, Status.IDENTIFIED, ""),
        )


def test_confirming_a_provisional_severity_starts_its_chain(house: HouseForTests) -> None:
    incident = house.alert("Something odd")
    house.does("ada", lambda work: severity_is_set(work, house.house, incident, "sev 1"))
    house.work()
    assert house.paged(incident) == ["ada"], "she is being called already"
    house.forward(minutes=50)
    assert house.brief(incident).incident.severity == "SEV1"
    assert not house.brief(incident).incident.provisional
    assert "bo" in house.paged(incident)


def test_a_severity_that_wakes_nobody_stops_the_pager(house: HouseForTests) -> None:
    incident = house.alert("Something odd")
    house.does("ada", lambda work: severity_is_set(work, house.house, incident, "SEV3"))
    house.forward(hours=3)
    assert house.paged(incident) == ["ada"]


def test_a_severity_the_document_lacks_is_refused_with_those_it_has(house: HouseForTests) -> None:
    with pytest.raises(Invalid, match="SEV1, SEV2, SEV3"):
        house.declare(Declaration("Fog", "P9"))
    with pytest.raises(NotFound, match="ferries, stores"):
        house.declare(Declaration("Fog", None, "trains"))


def test_a_second_acknowledgement_says_who_has_it(house: HouseForTests) -> None:
    incident = house.alert("No ferry can be booked", labels={"severity": "SEV1"})
    house.acknowledge(incident, "ada")
    with pytest.raises(Conflict, match="by ada"):
        house.acknowledge(incident, "bo")

"""The database is away: who asks is known still, and what they say counts and is told later."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest

from runcard.db.database import Database
from runcard.db.spool import Spool
from runcard.domain.access.actions import issue_token, revoke_token
from runcard.domain.incidents.model import Incident
from runcard.engine.drain import Drain
from runcard.flows.database_is_away import Shelter
from runcard.flows.front_desk import FrontDesk
from runcard.flows.house import ENGINE
from runcard.flows.incident_is_acknowledged import AcknowledgementKept
from runcard.flows.page_is_due import due_pages
from runcard.flows.visitor_is_known import visitors_are_looked_up_again
from runcard.kernel.actor import Actor, Person
from runcard.kernel.errors import Forbidden, NotFound, Unavailable
from runcard.kernel.permission import Permission
from runcard.testing.house import HouseForTests, a_house
from tests.flows.playbook_for_stories import PLAYBOOK, TEAM

WAITS_FOR_AN_ANSWER = PLAYBOOK.replace("not resolved in", "nobody acknowledges in")
SEV1 = {"severity": "SEV1"}
RESPONDER = frozenset({Permission.READ, Permission.RESPOND})
ADA = Person("ada", RESPONDER)
KEPT = AcknowledgementKept("INC-1", "ada")


@pytest.fixture
def house(address: str, tmp_path: Path) -> Iterator[HouseForTests]:
    with a_house(address, {"ferries": WAITS_FOR_AN_ANSWER}, TEAM) as house:
        sheltered(house, Spool(tmp_path / "spool"))
        yield house


def sheltered(house: HouseForTests, spool: Spool) -> Shelter:
    it = house.house
    it.shelter = Shelter(spool, it.deck, it.notifiers, it.http, it.links)
    return it.shelter


@contextmanager
def away(house: HouseForTests) -> Iterator[None]:
    """Whoever asks the database hears that it is not there."""
    there, house.house.db = house.house.db, Database(clock=house.clock)
    try:
        yield
    finally:
        house.house.db = there


def takes(house: HouseForTests, ref: str = "1", by: Actor = ADA) -> Incident | AcknowledgementKept:
    return asyncio.run(FrontDesk(house.house).acknowledge(by, ref, "api"))


def comes_in(house: HouseForTests, token: str) -> Actor:
    return asyncio.run(FrontDesk(house.house).actor_of(token))


def a_token(house: HouseForTests, name: str = "ada", ends_after: timedelta | None = None) -> str:
    ends_at = None if ends_after is None else house.clock.now() + ends_after
    return house.house.write(lambda work: issue_token(work, name, RESPONDER, ends_at))


def waiting(house: HouseForTests) -> int:
    assert house.house.shelter is not None
    return len(house.house.shelter.answers)


def test_an_acknowledgement_is_on_disk_and_is_told_as_whoever_made_it(
    house: HouseForTests, tmp_path: Path
) -> None:
    incident = house.alert("No ferry can be booked", labels=SEV1)
    with away(house):
        assert takes(house) == KEPT
    sheltered(house, Spool(tmp_path / "spool"))  # the process died, and another one began
    house.clock.forward(minutes=2)
    Drain(house.house).once()
    assert waiting(house) == 0
    assert house.brief(incident).incident.acknowledged_by == "ada"
    told = "ada acknowledged by api at 2026-11-21 03:01:00 UTC, while the database was away"
    assert told in house.told(incident)


def test_with_the_database_there_nothing_goes_to_the_spool(house: HouseForTests) -> None:
    house.alert("No ferry can be booked", labels=SEV1)
    assert isinstance(takes(house), Incident)
    assert waiting(house) == 0


def test_a_level_that_is_due_before_the_spool_is_drained_pages_nobody(
    house: HouseForTests,
) -> None:
    incident = house.alert("No ferry can be booked", labels=SEV1)
    with away(house):
        takes(house, "inc-1")
    house.forward(hours=1)
    assert house.paged(incident) == ["ada"], "nobody acknowledged in 45 minutes: bo"
    assert house.brief(incident).incident.acknowledged_by == "ada"
    Drain(house.house).once()
    [acknowledged] = [line for line in house.told(incident) if "acknowledged by" in line]
    assert "while the database was away" in acknowledged


def test_a_page_that_is_due_before_the_spool_is_drained_does_not_leave(
    house: HouseForTests,
) -> None:
    [recorded] = house.arrive(house.signal("No ferry can be booked", labels=SEV1))
    with away(house):
        takes(house)
    assert house.house.read(lambda work: due_pages(work, house.house, 10, but=())) == []
    house.work()
    assert house.phone.sent == []
    assert recorded.incident_id is not None
    assert house.brief(recorded.incident_id).incident.acknowledged_by == "ada"


def test_a_press_on_a_link_counts_before_the_spool_is_drained(house: HouseForTests) -> None:
    incident = house.alert("No ferry can be booked", labels=SEV1)
    [first] = house.phone.sent
    with away(house):
        asyncio.run(FrontDesk(house.house).answer(first.ack_link.rpartition("/")[2]))
    house.forward(hours=1)
    assert house.paged(incident) == ["ada"]


def test_an_answer_that_comes_too_late_or_names_nothing_keeps_no_other_waiting(
    house: HouseForTests,
) -> None:
    late, open_one = (house.alert(title, labels=SEV1) for title in ("first", "second"))
    with away(house):
        for ref in ("INC-1", "INC-999", "INC-2"):
            takes(house, ref)
    house.acknowledge(late, who="bo")
    Drain(house.house).once()
    assert house.house.shelter is not None
    assert house.house.shelter.is_empty
    assert list(house.house.shelter.spool.folder.glob("set-aside-*")) == []
    by = [house.brief(one).incident.acknowledged_by for one in (late, open_one)]
    assert by == ["bo", "ada"]


@pytest.mark.parametrize("grants", [{Permission.READ}, {Permission.RESPOND}, {Permission.INGEST}])
def test_who_may_not_respond_is_refused_before_anything_is_kept(
    house: HouseForTests, grants: set[Permission]
) -> None:
    with away(house), pytest.raises(Forbidden):
        takes(house, by=Person("eve", frozenset(grants)))
    assert waiting(house) == 0


def test_what_can_name_no_incident_is_not_kept(house: HouseForTests) -> None:
    with away(house), pytest.raises(NotFound):
        takes(house, "the ferry")
    assert waiting(house) == 0


def test_it_is_refused_where_the_spool_cannot_take_it_either(
    house: HouseForTests, tmp_path: Path
) -> None:
    sheltered(house, Spool(tmp_path / "full", most=10))
    with away(house), pytest.raises(Unavailable, match="full"):
        takes(house)
    assert waiting(house) == 0
    house.house.shelter = None
    with away(house), pytest.raises(Unavailable, match="no spool"):
        takes(house)


def test_whoever_came_in_before_is_known_and_nobody_else(house: HouseForTests) -> None:
    seen, unseen = a_token(house), a_token(house, "bo")
    comes_in(house, seen)
    with away(house):
        assert comes_in(house, seen) == ADA
        with pytest.raises(Unavailable, match="has not come in since Runcard started"):
            comes_in(house, unseen)


def test_a_token_that_ends_while_the_database_is_away_lets_nobody_in(house: HouseForTests) -> None:
    token = a_token(house, ends_after=timedelta(minutes=5))
    comes_in(house, token)
    with away(house):
        assert comes_in(house, token) == ADA
        house.clock.forward(minutes=5)
        with pytest.raises(Unavailable):
            comes_in(house, token)


def test_a_token_that_was_revoked_here_is_forgotten_at_once(house: HouseForTests) -> None:
    token, other = a_token(house), a_token(house, "bo")
    comes_in(house, token)
    comes_in(house, other)
    house.house.write(lambda work: revoke_token(work, "ada"))
    with away(house):
        with pytest.raises(Unavailable):
            comes_in(house, token)
        assert comes_in(house, other).label == "bo"


def test_a_token_that_another_node_revoked_is_forgotten_at_the_next_look(
    house: HouseForTests,
) -> None:
    token, other = a_token(house), a_token(house, "bo")
    comes_in(house, token)
    comes_in(house, other)
    house.house.db.listeners.clear()  # this node hears nothing of it
    house.house.db.write(lambda work: revoke_token(work, "ada"), ENGINE)
    visitors_are_looked_up_again(house.house)
    with away(house):
        with pytest.raises(Unavailable):
            comes_in(house, token)
        assert comes_in(house, other).label == "bo"


def test_a_token_that_is_refused_is_forgotten(house: HouseForTests) -> None:
    token = a_token(house)
    comes_in(house, token)
    house.house.db.listeners.clear()
    house.house.db.write(lambda work: revoke_token(work, "ada"), ENGINE)
    with pytest.raises(Forbidden):
        comes_in(house, token)
    with away(house), pytest.raises(Unavailable):
        comes_in(house, token)

"""The pages over a real house: every method of the desk tells its story."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from runcard.db.database import Database
from runcard.db.spool import Spool
from runcard.domain.access.actions import issue_token
from runcard.engine.drain import Drain
from runcard.flows.database_is_away import Shelter
from runcard.flows.house import ENGINE
from runcard.interfaces.web.app import routes
from runcard.testing.house import HouseForTests, a_house
from tests.flows.playbook_for_stories import PLAYBOOK, TEAM
from tests.web.conftest import OUR_PAGE

PAGE = "/incidents/INC-1"


@pytest.fixture
def house(tmp_path: Path) -> Iterator[HouseForTests]:
    with a_house(f"sqlite:///{tmp_path}/house.db", {"ferries": PLAYBOOK}, TEAM) as house:
        yield house


@pytest.fixture
def ada(house: HouseForTests) -> Iterator[TestClient]:
    token = house.house.db.write(lambda work: issue_token(work, "ada", ENGINE.grants), ENGINE)
    site = Starlette(routes=routes(house.house))
    with TestClient(site, "http://runcard.example", headers=OUR_PAGE) as client:
        client.get("/enter", params={"token": token})
        yield client


def shown(client: TestClient, page: str) -> str:
    answer = client.get(page)
    assert answer.status_code == 200, answer.text
    return " ".join(answer.text.split())


def test_an_alert_is_answered_resolved_and_reviewed(house: HouseForTests, ada: TestClient) -> None:
    house.alert("No ferry can be booked", labels={"severity": "SEV1"})
    assert "One open, one not acknowledged" in shown(ada, "/")
    assert "Ada K." in shown(ada, PAGE)
    ada.post(f"{PAGE}/acknowledge", data={"x": ""})
    assert "Say in the channel that you have it" in shown(ada, PAGE)
    ada.post(f"{PAGE}/commander", data={"x": ""})
    ada.post(f"{PAGE}/notes", data={"text": "the booking service is down"})
    ada.post(f"{PAGE}/updates", data={"template": "Status Update", "text": "We are on it."})
    ada.post(f"{PAGE}/status", data={"status": "identified", "why": "a bad release"})
    ada.post(f"{PAGE}/severity", data={"key": "SEV2"})
    ada.post(f"{PAGE}/status", data={"status": "resolved", "why": "rolled back"})
    told = shown(ada, PAGE)
    assert "What did you learn?" in told
    for words in ("the booking service is down", "We are on it.", "rolled back", "SEV2"):
        assert words in told
    assert "# Review" in ada.get(f"{PAGE}/review.md").text
    assert "INC-1" in shown(ada, "/incidents")


def test_the_link_of_a_message_acknowledges(house: HouseForTests, ada: TestClient) -> None:
    house.alert("No ferry can be booked", labels={"severity": "SEV1"})
    attempt = house.brief("INC-1").pages[0].attempts[0]
    link = attempt.message.ack_link.removeprefix("http://runcard.example")
    assert link in shown(ada, "/phone")
    assert "Acknowledge: Ada K. has it" in shown(ada, link)
    assert "You have it, Ada K." in ada.post(link).text
    assert "Ada K. has it already" in ada.post(link).text
    assert ada.get("/k/forged").status_code == 404


def test_the_link_of_a_message_about_several_acknowledges_them_all(
    house: HouseForTests, ada: TestClient
) -> None:
    house.house.throttles_pages = True
    berths = ("Berth 1 is dark", "Berth 2 is dark", "Berth 3 is dark", "Berth 4 is dark")
    house.arrive(*(house.signal(one, labels={"severity": "SEV1"}) for one in berths))
    house.work()
    [message] = house.phone.sent
    link = message.ack_link.removeprefix("http://runcard.example")
    house.acknowledge("INC-2", "bo")
    before = shown(ada, link)
    assert "Acknowledge all three: Ada K. has them" in before
    assert "The same message told of three other incidents" in before
    assert 'Berth 2 is dark</a> <span class="ok">acknowledged' in before
    assert "and two others of the same message" in ada.post(link).text
    assert "<title>Four open · Runcard</title>" in shown(ada, "/")
    assert "has it already" in ada.post(link).text


def test_a_page_that_waits_for_its_turn_says_so(house: HouseForTests, ada: TestClient) -> None:
    house.house.throttles_pages = True
    for n in (1, 2):
        house.alert(f"Berth {n} is dark", labels={"severity": "SEV1"})
    assert "told at" not in shown(ada, "/incidents/INC-1")
    assert "the next one tells all that came since" in shown(ada, "/incidents/INC-2")


def test_somebody_declares_and_reads_the_playbook(house: HouseForTests, ada: TestClient) -> None:
    answer = ada.post("/incidents", data={"title": "The pier is closed", "level": "ferries|SEV2"})
    assert "The pier is closed" in answer.text
    version = house.brief("INC-1").card.id
    assert 'id="L7"' in shown(ada, f"/playbooks/{version}")
    assert 'id="L7"' in shown(ada, "/playbooks/ferries")
    assert "ferries" in shown(ada, "/playbooks")


def test_a_level_the_document_lacks_is_refused_with_the_words_kept(
    house: HouseForTests, ada: TestClient
) -> None:
    answer = ada.post("/incidents", data={"title": "A smell", "level": "ferries|SEV9"})
    assert answer.status_code == 422
    assert 'value="A smell"' in answer.text


def test_who_is_signed_in_is_known_and_heard_while_the_database_is_away(
    house: HouseForTests, ada: TestClient, tmp_path: Path
) -> None:
    it = house.house
    it.shelter = Shelter(Spool(tmp_path / "spool"), it.deck, it.notifiers, it.http, it.links)
    house.alert("No ferry can be booked", labels={"severity": "SEV1"})
    there, it.db = it.db, Database(clock=house.clock)
    page = ada.get(PAGE)
    assert (page.status_code, "Acknowledge INC-1: I have it" in page.text) == (503, True)
    assert "You have INC-1, ada" in ada.post(f"{PAGE}/acknowledge", data={"x": ""}).text
    it.db = there
    Drain(it).once()
    assert "Ada acknowledged by web at 2026-11-21 03:01:00 UTC" in shown(ada, PAGE)

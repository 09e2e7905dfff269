"""The first page: the sentence before the number, the next clock first, and declaring."""

from dataclasses import replace

from starlette.testclient import TestClient

from runcard.interfaces.web.wording import board_says
from runcard.ledgers.agenda.model import Quarantined
from tests.web.pretend_house import LINK, PretendDesk
from tests.web.sample_briefing import NOW, a_board


def test_the_heading_is_the_finding(ada: TestClient) -> None:
    page = ada.get("/").text
    assert '<h1 id="says" data-live>Three open, one update overdue, one not acknowledged' in page


def test_every_page_of_a_copy_says_that_it_is_one(
    stranger: TestClient, ada: TestClient, desk: PretendDesk
) -> None:
    assert "This is a copy" not in ada.get("/").text
    desk.quarantine = Quarantined(NOW, "it was restored")
    for path in ("/", "/incidents", "/playbooks", "/phone", f"/k/{LINK}"):
        page = ada.get(path).text
        assert "This is a copy" in page, path
        assert "runcard db release" in page
    ada.cookies.clear()
    assert "This is a copy" in stranger.get("/").text


def test_an_empty_board_says_that_nothing_is_on_fire() -> None:
    assert board_says(replace(a_board(), rows=(), waiting=())) == "Nothing is on fire"


def test_an_overdue_acknowledgement_is_said_once() -> None:
    row = a_board().rows[1]
    clock = row.next_clock
    assert clock is not None
    late = replace(clock, kind=type(clock.kind).ACKNOWLEDGE, due_at=NOW.replace(minute=6))
    says = board_says(replace(a_board(), rows=(replace(row, next_clock=late),)))
    assert says == "One open, one acknowledgement overdue"


def test_somebody_declares_an_incident_at_a_level_of_the_document(
    ada: TestClient, desk: PretendDesk
) -> None:
    level = "when-things-break.md|SEV2"
    answer = ada.post("/incidents", data={"title": "Labels do not print", "level": level})
    assert (answer.status_code, answer.headers["location"]) == (303, "/incidents/INC-42")
    assert desk.done == [("declare", "Labels do not print", "SEV2", "when-things-break.md")]


def test_somebody_who_is_not_sure_declares_without_a_level(
    ada: TestClient, desk: PretendDesk
) -> None:
    ada.post("/incidents", data={"title": "Something smells", "level": ""})
    assert desk.done == [("declare", "Something smells", "", "")]


def test_a_refused_declaration_keeps_the_level(ada: TestClient) -> None:
    level = "when-things-break.md|SEV2"
    answer = ada.post("/incidents", data={"title": " ", "level": level})
    assert answer.status_code == 422
    assert f'value="{level}" selected' in answer.text


def test_all_incidents_are_listed_in_screenfuls(ada: TestClient) -> None:
    assert "INC-40" in ada.get("/incidents").text
    assert "There is nothing older" in ada.get("/incidents?before=40").text
    assert ada.get("/incidents?before=½").status_code == 200

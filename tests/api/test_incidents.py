"""Incidents over HTTP."""

import pytest
from starlette.testclient import TestClient

from runcard.domain.incidents.model import Status
from runcard.kernel.errors import Unavailable
from tests.api.fake_house import FakeDesk

INCIDENTS = "/api/v1/incidents"
ONE = f"{INCIDENTS}/INC-42"


def test_an_incident_shows_all_a_responder_needs(client: TestClient) -> None:
    told = client.get(ONE).json()
    assert told["incident"]["name"] == "INC-42"
    assert told["incident"]["opened_at"] == "2026-11-21T03:01:05.678901Z"
    assert told["severity_name"] == "SEV1 Critical"
    assert told["playbook"] == {"id": "pb_1", "name": "main", "title": "When things break"}
    assert told["severities"][1] == {"key": "SEV2", "name": None, "rank": 1, "line": 4}
    assert told["ahead"] == {"text": "Bo is paged", "at": "2026-11-21T03:06:05.678901Z"}
    assert told["alerts"][0]["labels"] == {"a": "b"}
    assert told["drafts"][0]["gaps"] == [{"token": "[X]", "start": 7, "end": 10, "line": 5}]
    assert told["review"]["text"] == "# Review"
    assert told["now"] == "2026-11-21T03:04:05.678901Z"


def test_promises_bear_their_mark(client: TestClient) -> None:
    told = client.get(ONE).json()
    assert told["clocks"] == [
        {
            "kind": "acknowledge", "due_at": "2026-11-21T03:04:04.678901Z", "met_at": None,
            "promise": "15 min", "overdue": True, "kept": False,
            "mark": {"line": 12, "from_document": True, "by": None, "text": "L12"},
        }
    ]  # fmt: skip
    assert told["promises"]["acknowledge"]["span"] == "PT15M"
    assert told["promises"]["update_every"] is None
    review = told["promises"]["review"]
    assert (review["span"], review["calendar"]) == (None, "next_business_day")
    assert review["mark"] == {
        "line": None, "from_document": False, "by": "our default",
        "text": "not from your document, our default",
    }  # fmt: skip


def test_no_address_and_no_signed_link_leaves_the_house(client: TestClient) -> None:
    body = client.get(ONE).text
    assert "secret" not in body
    assert "+100" not in body
    assert client.get(ONE).json()["pages"][0]["attempts"][0]["way"] == "sms"


def test_the_timeline_reads_as_on_the_web(client: TestClient) -> None:
    entries = client.get(f"{ONE}/timeline").json()["data"]
    assert [entry["position"] for entry in entries] == [1, 2]
    assert entries[1]["sentence"] == "ada: looking"
    assert entries[1]["kind"] == "note_written"
    assert entries[1]["data"] == {"text": "looking"}
    assert len(client.get(f"{ONE}/timeline?after=1").json()["data"]) == 1


def test_the_board_shows_who_is_waited_for(client: TestClient) -> None:
    board = client.get("/api/v1/board").json()
    assert board["rows"][0]["next_clock"]["kind"] == "update"
    assert board["rows"][0]["next_step"]["phase"] == "Triage"
    assert board["waiting"][0]["person"] == "Ada"
    assert board["mend"] == ["bind On-Call"]


def test_a_list_goes_on_where_it_broke_off(client: TestClient) -> None:
    first = client.get(f"{INCIDENTS}?limit=2").json()
    second = client.get(f"{INCIDENTS}?limit=2&cursor={first['next_cursor']}").json()
    third = client.get(f"{INCIDENTS}?limit=2&cursor={second['next_cursor']}").json()
    pages = [[row["incident"]["number"] for row in page["data"]] for page in (first, second, third)]
    assert pages == [[5, 4], [3, 2], [1]]
    assert third["next_cursor"] is None


def test_a_declared_incident_says_where_it_is(client: TestClient, desk: FakeDesk) -> None:
    answer = client.post(INCIDENTS, json={"title": "  Disk full ", "severity": "SEV1"})
    assert answer.status_code == 201
    assert answer.headers["location"] == ONE
    assert answer.json()["title"] == "Disk full"
    assert desk.asked == [("declare", "Disk full", "SEV1", None)]


def test_an_acknowledgement_says_through_what(client: TestClient, desk: FakeDesk) -> None:
    answer = client.post(f"{ONE}/ack", json={"through": "cli"})
    assert answer.json()["state"] == "acknowledged"
    assert answer.json()["acknowledged_by"] == "ada"
    assert desk.asked == [("acknowledge", "INC-42", "cli")]


def test_an_acknowledgement_needs_no_body(client: TestClient, desk: FakeDesk) -> None:
    assert client.post(f"{INCIDENTS}/42/ack").status_code == 200
    assert desk.asked == [("acknowledge", "42", "api")]


def test_who_comes_second_is_told_who_was_first(client: TestClient) -> None:
    client.post(f"{ONE}/ack")
    second = client.post(f"{ONE}/ack")
    assert second.status_code == 409
    assert second.json()["detail"] == "INC-42 is already acknowledged by ada"


def test_one_that_waits_for_the_database_says_so_and_what_comes_next(
    client: TestClient, desk: FakeDesk
) -> None:
    desk.keeps = True
    answer = client.post(f"{INCIDENTS}/42/ack")
    assert (answer.status_code, answer.headers["content-type"]) == (202, "application/json")
    said = answer.json()
    assert "told to INC-42 when Runcard's database is back" in said.pop("next")
    assert said == {"name": "INC-42", "state": "kept", "acknowledged_by": "ada"}


def test_both_answers_to_an_acknowledgement_are_described(client: TestClient) -> None:
    paths = client.get("/api/v1/openapi.json").json()["paths"]
    answers = paths["/incidents/{ref}/ack"]["post"]["responses"]
    models = {
        status: answers[status]["content"]["application/json"]["schema"]["$ref"].rpartition("/")[2]
        for status in ("200", "202")
    }
    assert models == {"200": "IncidentShown", "202": "KeptShown"}


@pytest.mark.parametrize(
    ("path", "body", "answered"),
    [
        ("updates", {"template": "First", "text": "We see it"},
         (201, ("update", "INC-42", "First", "We see it"))),
        ("status", {"status": "monitoring", "why": "fixed"},
         (200, ("status", "INC-42", Status.MONITORING, "fixed"))),
        ("severity", {"severity": "SEV2"}, (200, ("severity", "INC-42", "SEV2"))),
        ("resolve", {"why": "done"}, (200, ("resolve", "INC-42", "done"))),
        ("resolve", None, (200, ("resolve", "INC-42", ""))),
        ("notes", {"text": "seen"}, (204, ("note", "INC-42", "seen"))),
        ("commander", {"person": "bo"}, (200, ("command", "INC-42", "bo"))),
    ],
)  # fmt: skip
def test_each_act_of_a_responder_tells_its_story(
    client: TestClient, desk: FakeDesk, path: str, body: object, answered: tuple[int, object]
) -> None:
    answer = client.post(f"{ONE}/{path}", json=body) if body else client.post(f"{ONE}/{path}")
    assert (answer.status_code, desk.asked) == (answered[0], [answered[1]])


@pytest.mark.parametrize("path", ["", "/ack", "/updates", "/status", "/severity", "/notes"])
def test_an_unknown_field_is_refused_by_its_name(
    client: TestClient, desk: FakeDesk, path: str
) -> None:
    where = f"{ONE}{path}" if path else INCIDENTS
    answer = client.post(where, json={"titel": "Disk full"})
    assert answer.status_code == 422
    assert "/titel" in [fault["pointer"] for fault in answer.json()["errors"]]
    assert desk.asked == []


@pytest.mark.parametrize("ref", ["INC-0", "inc_1", "0x2a", "42;", "9" * 5000, "%00", "٤٢", "INC-"])
def test_what_names_no_incident_is_not_found(client: TestClient, ref: str) -> None:
    answer = client.get(f"{INCIDENTS}/{ref}")
    assert answer.status_code == 404
    assert answer.json()["code"] == "not_found"


def test_a_reader_may_not_respond(client: TestClient, desk: FakeDesk) -> None:
    answer = client.post(f"{ONE}/ack", headers={"Authorization": "Bearer rct_eve"})
    assert answer.status_code == 403
    assert "eve may not respond" in answer.json()["detail"]
    assert desk.asked == []


def test_a_stopped_database_asks_to_come_again(client: TestClient, desk: FakeDesk) -> None:
    desk.fails = Unavailable("The database does not answer")
    answer = client.post(f"{ONE}/ack")
    assert answer.status_code == 503
    assert answer.headers["retry-after"] == "5"

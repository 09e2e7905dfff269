"""The door before a real house: from an alert in to the review, over HTTP alone."""

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from starlette.applications import Starlette
from starlette.routing import Mount
from starlette.testclient import TestClient

from runcard.adapters.registry import plugins
from runcard.domain.access.actions import issue_key, issue_token
from runcard.flows.front_desk import FrontDesk
from runcard.flows.house import ENGINE
from runcard.interfaces.api.app import PREFIX, api
from runcard.interfaces.api.health import health_routes
from runcard.interfaces.api.intake import intake_route
from runcard.kernel.permission import Permission
from runcard.testing.house import HouseForTests, a_house
from tests.flows.playbook_for_stories import PLAYBOOK, TEAM

RESPONDER = {Permission.READ, Permission.RESPOND}
ALERT = {
    "version": "4", "groupKey": '{}:{alertname="Bookings"}', "status": "firing",
    "receiver": "runcard",
    "alerts": [{
        "status": "firing", "labels": {"alertname": "Bookings", "severity": "SEV1"},
        "annotations": {"summary": "No ferry can be booked"},
        "startsAt": "2026-11-21T03:00:00Z", "endsAt": "0001-01-01T00:00:00Z",
        "fingerprint": "0123456789abcdef",
    }],
}  # fmt: skip
fuzz = settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))


@pytest.fixture
def house(address: str) -> Iterator[HouseForTests]:
    with a_house(address, {"ferries": PLAYBOOK}, TEAM) as house:
        yield house


@pytest.fixture
def client(house: HouseForTests) -> Iterator[TestClient]:
    desk = FrontDesk(house.house)
    intakes = {kind: intake() for kind, intake in plugins("intake").items()}
    routes = [intake_route(house.house, intakes), *health_routes(desk), Mount(PREFIX, api(desk))]
    with TestClient(Starlette(routes=routes), raise_server_exceptions=False) as client:
        token = house.house.write(lambda work: issue_token(work, "ada", RESPONDER))
        client.headers["Authorization"] = f"Bearer {token}"
        yield client


@pytest.fixture
def intake(house: HouseForTests) -> str:
    words = house.house.write(lambda work: issue_key(work, "prom", "alertmanager"))
    return f"/in/alertmanager/{words}"


def test_an_incident_is_led_from_alert_to_review_over_http(
    client: TestClient, house: HouseForTests, intake: str
) -> None:
    taken = client.post(intake, json=ALERT)
    assert taken.status_code == 202, taken.text
    assert taken.json()["alerts"][0]["fold"] == "new"
    house.work()
    told = client.get(f"/api/v1/incidents/{taken.json()['alerts'][0]['incident_id']}").json()
    assert told["incident"]["severity"] == "SEV1"
    assert told["pages"][0]["person_id"] == "ada"
    assert told["promises"]["respond"]["mark"]["from_document"]
    one = f"/api/v1/incidents/{told['incident']['name']}"
    assert client.post(f"{one}/ack").json()["acknowledged_by"] == "ada"
    draft = told["drafts"][0]
    sent = client.post(
        f"{one}/updates", json={"template": draft["template"], "text": draft["text"]}
    )
    assert sent.status_code == 201
    assert client.post(f"{one}/notes", json={"text": "rolling back"}).status_code == 204
    assert client.post(f"{one}/status", json={"status": "monitoring"}).status_code == 200
    assert client.post(f"{one}/commander", json={"person": "ada"}).status_code == 200
    assert client.post(f"{one}/severity", json={"severity": "sev 2"}).json()["severity"] == "SEV2"
    assert client.post(f"{one}/resolve", json={"why": "rolled back"}).json()["state"] == "resolved"
    house.work()
    kinds = [entry["kind"] for entry in client.get(f"{one}/timeline").json()["data"]]
    assert kinds[0] == "opened"
    assert {"acknowledged", "update_posted", "note_written", "resolved"} <= set(kinds)
    assert client.get("/api/v1/verify").json()["holds"]
    assert client.get("/api/v1/board").json()["rows"] == []
    assert len(client.get("/api/v1/incidents").json()["data"]) == 1


def test_a_replica_that_repeats_changes_nothing(client: TestClient, intake: str) -> None:
    client.post(intake, json=ALERT)
    again = client.post(intake, json=ALERT).json()["alerts"][0]
    assert again["fold"] == "again"
    assert len(client.get("/api/v1/incidents").json()["data"]) == 1


def test_a_source_that_cannot_be_read_opens_one_incident(
    client: TestClient, house: HouseForTests, intake: str
) -> None:
    for body in (b"", b"{", b"[[[[", b'{"alerts": 7}', b"\xff"):
        answer = client.post(intake, content=body)
        assert 400 <= answer.status_code < 500
    house.work()
    rows = client.get("/api/v1/incidents").json()["data"]
    titles = [row["incident"]["title"] for row in rows]
    assert titles == ["Source prom sends what we cannot read"]
    told = client.get("/api/v1/incidents/1").json()
    assert told["pages"], "somebody is paged about it"


def test_a_person_declares_and_a_second_answer_names_the_first(client: TestClient) -> None:
    made = client.post("/api/v1/incidents", json={"title": "Ferry aground", "severity": "SEV1"})
    assert made.status_code == 201
    where = made.headers["location"]
    assert client.get(where).json()["incident"]["title"] == "Ferry aground"
    assert client.post(f"{where}/ack").status_code == 200
    second = client.post(f"{where}/ack")
    assert second.status_code == 409
    assert "ada" in second.json()["detail"]


def test_what_the_document_does_not_know_is_refused_by_name(client: TestClient) -> None:
    answer = client.post("/api/v1/incidents", json={"title": "x", "severity": "SEV9"})
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["pointer"] == "/severity"
    unheard = client.post("/api/v1/incidents", json={"title": "x", "playbook": "nope"})
    assert unheard.status_code == 404


def test_health_on_call_and_playbooks_answer(client: TestClient) -> None:
    assert client.get("/readyz").status_code == 200
    assert client.get("/api/v1/health").json()["now"] == "2026-11-21T03:01:00Z"
    assert client.get("/api/v1/oncall/now").json()["data"][0]["person"] == "ada"
    assert client.get("/api/v1/playbooks").json()["data"][0]["levels"] == ["SEV1", "SEV2", "SEV3"]
    assert client.get("/api/v1/playbooks/ferries").json()["templates"]


def test_only_who_was_granted_it_acts(client: TestClient, house: HouseForTests) -> None:
    reader = house.house.db.write(lambda work: issue_token(work, "eve", {Permission.READ}), ENGINE)
    headers = {"Authorization": f"Bearer {reader}"}
    made = client.post("/api/v1/incidents", json={"title": "x"}).headers["location"]
    assert client.get(made, headers=headers).status_code == 200
    for path, body in (("ack", {}), ("resolve", {}), ("notes", {"text": "x"}),
                       ("status", {"status": "monitoring"}), ("severity", {"severity": "SEV1"}),
                       ("updates", {"template": "x", "text": "x"}),
                       ("commander", {"person": "ada"})):  # fmt: skip
        assert client.post(f"{made}/{path}", json=body, headers=headers).status_code == 403, path
    assert client.post("/api/v1/incidents", json={"title": "x"}, headers=headers).status_code == 403


texts = st.text(max_size=200)


@given(texts, texts, st.sampled_from(["startsAt", "endsAt", "status", "labels", "fingerprint"]))
@fuzz
def test_no_alert_makes_the_house_fail(
    client: TestClient, intake: str, words: str, label: str, where: str
) -> None:
    alert = ALERT["alerts"][0] | {"labels": {"alertname": words, label: words}, where: words}
    answer = client.post(intake, json=ALERT | {"groupKey": words, "alerts": [alert]})
    assert answer.status_code < 500


@given(texts)
@fuzz
def test_no_words_of_a_responder_make_the_house_fail(client: TestClient, words: str) -> None:
    made = client.post("/api/v1/incidents", json={"title": words, "severity": words})
    assert made.status_code < 500
    made = client.post("/api/v1/incidents", json={"title": words})
    if made.status_code != 201:
        return
    where = made.headers["location"]
    for path, body in (("notes", {"text": words}), ("severity", {"severity": words}),
                       ("updates", {"template": words, "text": words}),
                       ("commander", {"person": words}), ("resolve", {"why": words})):  # fmt: skip
        assert client.post(f"{where}/{path}", json=body).status_code < 500, path

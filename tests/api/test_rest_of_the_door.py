"""On-call, playbooks, verification, health and the description of the API."""

import json

from starlette.testclient import TestClient

from runcard import __version__
from runcard.interfaces.api.app import api
from runcard.kernel.errors import Unavailable
from runcard.ledgers.agenda.model import Quarantined
from tests.api.fake_house import NOW, FakeDesk

WITHOUT_TOKEN = {"/openapi.json", "/problems/{code}"}


def test_who_is_on_call_is_named(client: TestClient) -> None:
    assert client.get("/api/v1/oncall/now").json() == {
        "data": [{"schedule": "primary", "person": "ada", "person_name": "Ada", "note": None}],
        "next_cursor": None,
    }


def test_a_playbook_is_listed_in_numbers(client: TestClient) -> None:
    (line,) = client.get("/api/v1/playbooks").json()["data"]
    assert line["levels"] == ["SEV1", "SEV2"]
    assert line["findings"] == {"error": 0, "warn": 1, "info": 0}


def test_a_playbook_shows_what_was_understood_and_what_was_not(client: TestClient) -> None:
    shown = client.get("/api/v1/playbooks/main").json()
    assert shown["severities"][0]["response"]["seconds"] == 900
    assert shown["findings"][0] == {
        "code": "RC001", "line": 3, "end_line": 3, "grade": "warn",
        "flaw": "missing-element", "message": "no cadence",
        "fix": "write one", "columns": None,
    }  # fmt: skip
    assert client.get("/api/v1/playbooks/other").status_code == 404


def test_a_broken_chain_is_shown_where_it_breaks(client: TestClient) -> None:
    assert client.get("/api/v1/verify").json() == {
        "entries": 7, "holds": False,
        "breaks": [{"subject": "install", "position": 3, "why": "entry 3 was changed"}],
    }  # fmt: skip


def test_health_says_the_version_the_time_the_lag_and_the_nodes(client: TestClient) -> None:
    health = client.get("/api/v1/health").json()
    north, south = health.pop("nodes")
    assert health == {
        "status": "ok", "version": __version__, "now": "2026-11-21T03:04:05.678901Z",
        "lag_seconds": 4.0, "timers_due": 1, "pages_due": 2, "quarantine": None,
    }  # fmt: skip
    assert north["lives"]
    assert north["runs"] == ["engine", "doors"]
    assert (south["lives"], south["silent_seconds"], south["version"]) == (False, 60.0, "0.9")


def test_a_process_lives_even_while_it_is_not_ready(client: TestClient, desk: FakeDesk) -> None:
    assert client.get("/readyz").status_code == 200
    desk.fails = Unavailable("The database does not answer")
    assert client.get("/readyz").status_code == 503
    assert client.get("/livez").json() == {"status": "ok"}


def test_a_copy_says_so_and_takes_alerts_in(client: TestClient, desk: FakeDesk) -> None:
    desk.quarantine = Quarantined(NOW, "it was restored")
    answer = client.get("/readyz")
    assert answer.status_code == 200
    assert answer.json() == {"status": "quarantine", "next": "runcard db release"}


def test_an_administrator_lets_a_copy_carry_on(client: TestClient, desk: FakeDesk) -> None:
    assert client.post("/api/v1/quarantine/release").status_code == 403
    client.headers["Authorization"] = "Bearer rct_root"
    assert client.post("/api/v1/quarantine/release").json() == {"timers": 3, "jobs": 2}


def test_somebody_who_only_sends_alerts_may_read_nothing(client: TestClient) -> None:
    for path in (
        "board",
        "incidents",
        "incidents/1",
        "oncall/now",
        "playbooks",
        "verify",
        "health",
    ):
        answer = client.get(f"/api/v1/{path}", headers={"Authorization": "Bearer rct_cron"})
        assert answer.status_code == 403, path


def test_every_address_but_the_description_needs_a_token(client: TestClient) -> None:
    del client.headers["Authorization"]
    described = client.get("/api/v1/openapi.json").json()["paths"]
    assert len(described) > 12
    for path, methods in described.items():
        for method in methods:
            if path not in WITHOUT_TOKEN:
                where = "/api/v1" + path.format(ref="INC-42", name="main")
                body = {"status": "monitoring", "title": "x", "text": "x", "person": "x"}
                answer = client.request(method.upper(), where, json=body)
                assert answer.status_code == 401, path


def test_the_description_is_openapi_3_1_and_names_every_error(desk: FakeDesk) -> None:
    told = api(desk).openapi()
    assert told["openapi"].startswith("3.1")
    assert told["servers"] == [{"url": "/api/v1"}]
    operations = [each for path in told["paths"].values() for each in path.values()]
    assert all("default" in operation["responses"] for operation in operations)
    assert all("422" not in operation["responses"] for operation in operations)
    ids = [operation["operationId"] for operation in operations]
    assert len(set(ids)) == len(ids)
    assert "acknowledge_incident" in ids
    assert json.dumps(told)


def test_there_is_no_page_that_loads_from_elsewhere(client: TestClient) -> None:
    assert client.get("/api/v1/docs").status_code == 404
    assert client.get("/api/v1/redoc").status_code == 404

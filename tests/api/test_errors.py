"""Every failure is one sentence, a code, and what to do next."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from starlette.testclient import TestClient

from runcard.interfaces.api.errors import (
    BY_CODE,
    CASES,
    INTERNAL,
    case_of,
    pointer_to,
    problem,
)
from runcard.kernel.errors import Conflict, RuncardError
from tests.api.fake_house import FakeDesk

ONE = "/api/v1/incidents/INC-42"
MEMBERS = {"type", "title", "status", "detail", "code", "errors", "try"}
WRITES = ["", "/ack", "/updates", "/status", "/severity", "/resolve", "/notes", "/commander"]
fuzz = settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))


def test_a_problem_has_every_member(client: TestClient) -> None:
    answer = client.get("/api/v1/incidents/INC-7")
    assert answer.headers["content-type"] == "application/problem+json"
    assert set(answer.json()) == MEMBERS


def test_a_problem_has_a_page(client: TestClient) -> None:
    where = client.get("/api/v1/incidents/INC-7").json()["type"]
    page = client.get(where)
    assert page.status_code == 200
    assert "It is not here" in page.text
    assert client.get("/api/v1/problems/unheard_of").status_code == 404


@pytest.mark.parametrize("shown", [None, "", "Bearer", "Bearer ", "Basic YTpi", "Bearer rct_x"])
def test_nobody_is_let_in_without_a_token(client: TestClient, shown: str | None) -> None:
    del client.headers["Authorization"]
    answer = client.get(ONE, headers={} if shown is None else {"Authorization": shown})
    assert answer.status_code == 401
    assert answer.headers["www-authenticate"] == "Bearer"
    assert answer.json()["code"] == "unauthorized"


def test_an_unknown_address_is_not_found(client: TestClient) -> None:
    assert client.get("/api/v1/nothing").json()["code"] == "not_found"
    wrong = client.delete(ONE)
    assert wrong.json()["code"] == "method_not_allowed"
    assert "GET" in wrong.headers["allow"]


def test_a_body_that_is_not_json_is_malformed(client: TestClient) -> None:
    answer = client.post(
        f"{ONE}/notes", content=b'{"text": ', headers={"Content-Type": "application/json"}
    )
    assert answer.status_code == 400
    assert answer.json()["code"] == "malformed"


def test_a_body_too_large_is_refused_while_it_arrives(client: TestClient, desk: FakeDesk) -> None:
    answer = client.post(f"{ONE}/notes", json={"text": "x" * 300_000})
    assert answer.status_code == 413
    assert answer.json()["code"] == "too_large"
    assert desk.asked == []


def test_our_own_fault_tells_nothing_of_the_inside(client: TestClient, desk: FakeDesk) -> None:
    desk.fails = KeyError("a secret of the inside")
    answer = client.get(ONE)
    assert answer.status_code == 500
    assert answer.json()["code"] == "internal"
    assert "secret" not in answer.text


def test_a_field_at_fault_is_named_by_the_story(client: TestClient) -> None:
    answer = client.post("/api/v1/incidents", json={"title": "x", "severity": "SEV9"})
    assert answer.status_code == 422
    assert answer.json()["errors"] == [
        {"pointer": "/severity", "message": "SEV9 is not a severity of main"}
    ]


@pytest.mark.parametrize("query", ["limit=0", "limit=x", "limit=201", "cursor=xx", "cursor=%00"])
def test_a_parameter_at_fault_is_named(client: TestClient, query: str) -> None:
    answer = client.get(f"/api/v1/incidents?{query}")
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["pointer"] == f"?{query.split('=')[0]}"


def test_codes_and_statuses_are_told_apart() -> None:
    assert len(BY_CODE) == len(CASES)
    assert len({case.status for case in CASES}) == len(CASES)


def test_a_name_of_a_room_belongs_to_its_family() -> None:
    class AlreadyHeld(Conflict):
        """A name a room added."""

    assert case_of(AlreadyHeld("x")).status == 409
    assert case_of(RuncardError("x")) is INTERNAL


def test_a_pointer_escapes_what_json_pointers_must() -> None:
    assert pointer_to(("body", "a/b", 0, "c~d")) == "/a~1b/0/c~0d"
    assert pointer_to(()) == ""


@given(st.text(st.characters(categories=["Cs", "L", "Cc"])))
def test_any_words_can_stand_in_a_problem(words: str) -> None:
    assert problem(INTERNAL, words).status_code == 500


@given(st.binary(max_size=400), st.sampled_from(WRITES))
@fuzz
def test_no_bytes_make_the_door_fail(client: TestClient, body: bytes, path: str) -> None:
    where = ONE + path if path else "/api/v1/incidents"
    answer = client.post(where, content=body, headers={"Content-Type": "application/json"})
    assert answer.status_code < 500


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=6,
)
named = st.dictionaries(
    st.sampled_from(["title", "severity", "playbook", "through", "template", "text", "status",
                     "why", "person"]),
    values,
)  # fmt: skip


@given(named, st.sampled_from(WRITES))
@fuzz
def test_no_json_makes_the_door_fail(client: TestClient, body: object, path: str) -> None:
    where = ONE + path if path else "/api/v1/incidents"
    try:
        answer = client.post(where, json=body)
    except ValueError:  # the client itself cannot write this as JSON
        return
    assert answer.status_code < 500
    if answer.status_code >= 400:
        assert set(answer.json()) == MEMBERS


@pytest.mark.parametrize("depth", [500, 100_000])
def test_no_depth_makes_the_door_fail(client: TestClient, depth: int) -> None:
    body = b'{"text":' + b"[" * depth + b"]" * depth + b"}"
    headers = {"Content-Type": "application/json"}
    assert 400 <= client.post(f"{ONE}/notes", content=body, headers=headers).status_code < 500


@pytest.mark.parametrize("words", ["a\0b", "\\ud800", ""])
def test_words_no_database_keeps_are_refused(client: TestClient, words: str) -> None:
    body = f'{{"text": "{words}"}}'.encode().replace(b"\0", b"\\u0000")
    headers = {"Content-Type": "application/json"}
    assert client.post(f"{ONE}/notes", content=body, headers=headers).status_code in {400, 422}

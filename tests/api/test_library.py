"""Versions of a playbook over HTTP, before a real house on both databases."""

from collections.abc import Iterator

import pytest
from starlette.applications import Starlette
from starlette.routing import Mount
from starlette.testclient import TestClient

from runcard.domain.access.actions import issue_token
from runcard.flows.front_desk import FrontDesk
from runcard.interfaces.api.app import PREFIX, api
from runcard.kernel.permission import Permission
from runcard.testing.house import HouseForTests, a_house
from tests.flows.playbook_for_stories import PLAYBOOK, TEAM

WHERE = "/api/v1/playbooks/ferries"
SOONER = PLAYBOOK.replace("every 20 minutes", "every 10 minutes")
WITHOUT = "\n".join(line for line in PLAYBOOK.split("\n") if "**SEV2**" not in line)


@pytest.fixture
def house(address: str) -> Iterator[HouseForTests]:
    with a_house(address, {"ferries": PLAYBOOK}, TEAM) as house:
        yield house


@pytest.fixture
def client(house: HouseForTests) -> Iterator[TestClient]:
    desk = FrontDesk(house.house)
    with TestClient(
        Starlette(routes=[Mount(PREFIX, api(desk))]), raise_server_exceptions=False
    ) as client:
        token = house.house.write(lambda work: issue_token(work, "ada", {Permission.ADMINISTER}))
        client.headers["Authorization"] = f"Bearer {token}"
        yield client


def test_a_document_is_compared_published_listed_and_taken_back(
    client: TestClient, house: HouseForTests
) -> None:
    said = {"kind": "clock", "words": "SEV1: update every 10 min, was 20 min", "lost": False}
    compared = client.post(f"{WHERE}/changes", json={"source": SOONER}).json()
    assert compared["changes"] == [said]
    house.clock.forward(minutes=1)
    published = client.post(f"{WHERE}/versions", json={"source": SOONER})
    assert (published.status_code, published.json()["changes"]) == (201, [said])
    listed = client.get(f"{WHERE}/versions").json()["data"]
    assert [(one["number"], one["in_force"]) for one in listed] == [(1, False), (2, True)]
    assert listed[1]["changes"] == [said["words"]]
    assert listed[1]["id"] == published.json()["version"]
    between = client.get(f"{WHERE}/changes", params={"old": "1", "new": "now"}).json()
    assert between["changes"] == [said]
    back = client.post(f"{WHERE}/rollback", json={"version": listed[0]["id"]})
    assert back.json()["changes"][0]["words"] == "SEV1: update every 20 min, was 10 min"
    listed = client.get(f"{WHERE}/versions").json()["data"]
    assert [one["in_force"] for one in listed] == [True, False]


def test_a_loss_is_a_conflict_that_names_it_until_it_is_confirmed(client: TestClient) -> None:
    refused = client.post(f"{WHERE}/versions", json={"source": WITHOUT})
    assert refused.status_code == 409
    assert "the level SEV2 is gone" in refused.json()["detail"]
    assert len(client.get(f"{WHERE}/versions").json()["data"]) == 1
    agreed = client.post(f"{WHERE}/versions", json={"source": WITHOUT, "confirm": True})
    assert agreed.status_code == 201


@pytest.mark.parametrize(
    ("path", "body", "status"),
    [
        ("trains/versions", {"source": PLAYBOOK}, 404),
        ("ferries/versions", {"source": " \n "}, 422),
        ("ferries/versions", {"source": ""}, 422),
        ("ferries/versions", {"source": "a\0b"}, 422),
        ("ferries/versions", {"source": PLAYBOOK, "confrim": True}, 422),
        ("ferries/rollback", {"version": "9"}, 404),
        ("ferries/rollback", {"version": "pb_"}, 404),
        ("ferries/retire", {}, 409),
        ("trains/changes", {"source": PLAYBOOK}, 404),
    ],
)
def test_what_cannot_be_is_refused(
    client: TestClient, path: str, body: dict[str, object], status: int
) -> None:
    answer = client.post(f"/api/v1/playbooks/{path}", json=body)
    assert answer.status_code == status, answer.text


def test_a_name_never_used_has_no_versions(client: TestClient) -> None:
    answer = client.get("/api/v1/playbooks/trains/versions")
    assert answer.status_code == 404
    assert "ferries" in answer.json()["detail"]


def test_a_document_larger_than_other_requests_is_taken(client: TestClient) -> None:
    large = PLAYBOOK + "\n" + "Nothing is promised here.\n" * 20_000
    assert client.post(f"{WHERE}/versions", json={"source": large}).status_code == 201
    too_large = client.post("/api/v1/incidents", json={"title": "x" * 300_000})
    assert too_large.status_code == 413


def test_who_may_only_respond_may_look_and_not_publish(
    client: TestClient, house: HouseForTests
) -> None:
    grants = {Permission.READ, Permission.RESPOND}
    token = house.house.write(lambda work: issue_token(work, "bo", grants))
    client.headers["Authorization"] = f"Bearer {token}"
    assert client.get(f"{WHERE}/versions").status_code == 200
    assert client.post(f"{WHERE}/changes", json={"source": SOONER}).status_code == 200
    for path, body in (("versions", {"source": SOONER}), ("rollback", {"version": "1"}),
                       ("retire", {})):  # fmt: skip
        assert client.post(f"{WHERE}/{path}", json=body).status_code == 403, path

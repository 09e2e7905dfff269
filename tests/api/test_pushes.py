"""The door of git servers: only a signed push is heard, and all it does is make us look."""

import hmac
from collections.abc import Iterator
from hashlib import sha256

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from runcard.adapters.registry import plugins
from runcard.domain.access.actions import issue_key
from runcard.domain.access.pushes import PUSHED
from runcard.interfaces.api.intake import StormDoor, intake_route
from runcard.interfaces.api.pushes import push_route
from tests.flows.a_library import Kept, a_library
from tests.flows.playbook_for_stories import PLAYBOOK
from tests.flows.test_library_is_read import KEPT, SOONER

BODY = b'{"ref": "refs/heads/main"}'


@pytest.fixture
def kept(address: str) -> Iterator[Kept]:
    with a_library(address, {"ferries": PLAYBOOK}, KEPT) as kept:
        yield kept


@pytest.fixture
def sender(kept: Kept) -> Iterator[TestClient]:
    house = kept.house.house
    intakes = {kind: intake() for kind, intake in plugins("intake").items()}
    push, intake = push_route(house, 100_000), intake_route(house, intakes)
    site = StormDoor(intake, Starlette(routes=[push, intake]))
    with TestClient(site, raise_server_exceptions=False) as client:
        yield client


def key(kept: Kept, kind: str = PUSHED) -> str:
    return kept.house.house.write(lambda work: issue_key(work, kind, kind))


def signed(kept: Kept, body: bytes = BODY) -> dict[str, str]:
    secret = kept.house.house.links.push_secret.reveal().encode()
    return {"X-Hub-Signature-256": f"sha256={hmac.new(secret, body, sha256).hexdigest()}"}


def test_a_signed_push_is_read_at_once(kept: Kept, sender: TestClient) -> None:
    kept.place.documents["ferries"] = SOONER
    kept.house.work()
    assert kept.in_force()["ferries"] == PLAYBOOK
    answer = sender.post(f"/in/{PUSHED}/{key(kept)}", content=BODY, headers=signed(kept))
    assert (answer.status_code, answer.json()) == (202, {"reading": True})
    kept.house.work()
    assert kept.in_force()["ferries"] == SOONER


def test_whatever_is_not_signed_with_our_secret_is_not_heard(
    kept: Kept, sender: TestClient
) -> None:
    asked, good = kept.place.asked, key(kept)
    for where, headers in (
        (good, {}),
        (good, signed(kept, b"other")),
        ("rck_" + "0" * 48, signed(kept)),
        ("nonsense", signed(kept)),
        (key(kept, "alertmanager"), signed(kept)),
    ):
        answer = sender.post(f"/in/{PUSHED}/{where}", content=BODY, headers=headers)
        assert answer.status_code == 401
    kept.house.work()
    assert kept.place.asked == asked


def test_a_key_of_pushes_takes_no_alerts_in(kept: Kept, sender: TestClient) -> None:
    answer = sender.post(f"/in/alertmanager/{key(kept)}", content=b"{}")
    assert answer.status_code == 401


def test_a_push_that_is_too_large_is_refused(kept: Kept, sender: TestClient) -> None:
    body = b"x" * 100_001
    answer = sender.post(f"/in/{PUSHED}/{key(kept)}", content=body, headers=signed(kept, body))
    assert answer.status_code == 413


def test_many_pushes_at_once_are_one_look(kept: Kept, sender: TestClient) -> None:
    asked, where = kept.place.asked, f"/in/{PUSHED}/{key(kept)}"
    for _ in range(20):
        assert sender.post(where, content=BODY, headers=signed(kept)).status_code == 202
    kept.house.work()
    assert kept.place.asked == asked + 1

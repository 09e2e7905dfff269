"""Alerts come in by this door: a yes is never said too early, a no is never kept quiet."""

import gzip
import json
import tracemalloc

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import event
from starlette.testclient import TestClient

from runcard.db.database import Database
from runcard.domain.access.actions import issue_key, revoke_key
from runcard.kernel.actor import Engine
from runcard.kernel.errors import Invalid, Unavailable
from tests.api.conftest import LIMITS
from tests.api.fake_house import INCIDENT_ID, FakeHouse

fuzz = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
ZIPPED = {"Content-Encoding": "gzip"}
ONE = b'[{"name": "disk"}]'
# Without the time of day in it: the bytes are part of the names of tests.
ZIPPED_ONE = gzip.compress(ONE, mtime=0)


def test_a_post_is_answered_with_what_became_of_each_alert(
    sender: TestClient, house: FakeHouse, key: str
) -> None:
    answer = sender.post(f"/in/list/{key}", json=[{"name": "disk"}, {"name": "net"}])
    assert answer.status_code == 202
    assert answer.json() == {
        "alerts": [
            {"alert_id": "alr_disk", "fold": "new", "incident_id": INCIDENT_ID},
            {"alert_id": "alr_net", "fold": "new", "incident_id": INCIDENT_ID},
        ]
    }
    assert {signal.source for signal in house.taken} == {"prom"}


def test_an_empty_post_is_taken(sender: TestClient, key: str) -> None:
    assert sender.post(f"/in/list/{key}", json=[]).json() == {"alerts": []}


def test_a_post_may_be_compressed(sender: TestClient, house: FakeHouse, key: str) -> None:
    answer = sender.post(f"/in/list/{key}", content=ZIPPED_ONE, headers=ZIPPED)
    assert answer.status_code == 202
    assert house.taken[0].title == "disk"


@pytest.mark.parametrize("kind", ["list", "other", "LIST", "%00"])
@pytest.mark.parametrize("words", ["rck_" + "0" * 48, "x", "rct_" + "0" * 48, "%ff"])
def test_an_unknown_address_does_not_say_which_part_is_wrong(
    sender: TestClient, house: FakeHouse, key: str, kind: str, words: str
) -> None:
    good_key_wrong_kind = sender.post(f"/in/other/{key}", content=ONE)
    answer = sender.post(f"/in/{kind}/{words}", content=ONE)
    assert answer.status_code == 401
    assert answer.content == good_key_wrong_kind.content
    assert (house.taken, house.told) == ([], [])


def test_a_revoked_key_is_forgotten_at_once(sender: TestClient, db: Database, key: str) -> None:
    assert sender.post(f"/in/list/{key}", content=ONE).status_code == 202
    db.write(lambda work: revoke_key(work, "prom"), Engine())
    assert sender.post(f"/in/list/{key}", content=ONE).status_code == 401


def test_a_key_once_seen_is_not_asked_for_again(sender: TestClient, db: Database, key: str) -> None:
    looked_up: list[str] = []
    event.listen(db.engines.reading, "begin", lambda _: looked_up.append("begin"))
    for _ in range(3):
        assert sender.post(f"/in/list/{key}", content=ONE).status_code == 202
    assert looked_up == ["begin"]


@pytest.mark.parametrize(
    ("body", "pointer"),
    [
        (b"", ""),
        (b"\xff\xfe", ""),
        (b"[" * 100_000, ""),
        (b'[{"name": 7}]', "/0/name"),
        (b'{"alerts": 1}', ""),
        (b"[1]", ""),
        (b'[{"nam": "disk"}]', ""),
        (b'[{"name": "disk", "group": null}]', ""),
    ],
)
def test_what_cannot_be_read_is_refused_and_somebody_hears_of_it(
    sender: TestClient, house: FakeHouse, key: str, body: bytes, pointer: str
) -> None:
    answer = sender.post(f"/in/list/{key}", content=body)
    assert answer.status_code == 422
    assert answer.headers["content-type"] == "application/problem+json"
    assert [fault["pointer"] for fault in answer.json()["errors"]] == [pointer]
    assert house.taken == []
    assert house.told == [("prom", answer.json()["detail"])]


def test_a_post_too_large_is_refused_and_somebody_hears_of_it(
    sender: TestClient, house: FakeHouse, key: str
) -> None:
    answer = sender.post(f"/in/list/{key}", content=b" " * (LIMITS.bytes + 1))
    assert answer.status_code == 413
    assert str(LIMITS.bytes) in answer.json()["detail"]
    assert len(house.told) == 1


def test_a_post_of_exactly_the_limit_is_taken(sender: TestClient, key: str) -> None:
    body = ONE + b" " * (LIMITS.bytes - len(ONE))
    assert sender.post(f"/in/list/{key}", content=body).status_code == 202
    zipped = gzip.compress(body)
    assert sender.post(f"/in/list/{key}", content=zipped, headers=ZIPPED).status_code == 202


def test_a_post_of_too_many_alerts_is_refused_whole(
    sender: TestClient, house: FakeHouse, key: str
) -> None:
    many = [{"name": str(number)} for number in range(LIMITS.alerts + 1)]
    answer = sender.post(f"/in/list/{key}", json=many)
    assert answer.status_code == 413
    assert "101" in answer.json()["detail"]
    assert house.taken == []
    assert len(house.told) == 1
    assert sender.post(f"/in/list/{key}", json=many[1:]).status_code == 202


def test_a_small_body_that_expands_to_anything_is_given_up_early(
    sender: TestClient, house: FakeHouse, key: str
) -> None:
    bomb = gzip.compress(b"\0" * 50_000_000)
    assert len(bomb) < LIMITS.bytes
    tracemalloc.start()
    answer = sender.post(f"/in/list/{key}", content=bomb, headers=ZIPPED)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert answer.status_code == 413
    assert most < 5_000_000
    assert len(house.told) == 1


@pytest.mark.parametrize(
    "body",
    [ONE, b"", ZIPPED_ONE[:-4], ZIPPED_ONE + b"more", ZIPPED_ONE * 2],
)
def test_a_body_that_is_not_quite_gzip_is_malformed(
    sender: TestClient, house: FakeHouse, key: str, body: bytes
) -> None:
    answer = sender.post(f"/in/list/{key}", content=body, headers=ZIPPED)
    assert answer.status_code == 400
    assert len(house.told) == 1


def test_an_encoding_we_do_not_know_is_refused_by_name(
    sender: TestClient, house: FakeHouse, key: str
) -> None:
    answer = sender.post(f"/in/list/{key}", content=ONE, headers={"Content-Encoding": "zstd"})
    assert answer.status_code == 415
    assert "zstd" in answer.json()["detail"]
    assert len(house.told) == 1


def test_a_sender_is_asked_to_come_again_while_the_database_is_away(
    sender: TestClient, house: FakeHouse, key: str
) -> None:
    house.fails = Unavailable("The database did not take it; nothing was changed")
    answer = sender.post(f"/in/list/{key}", content=ONE)
    assert answer.status_code == 503
    assert answer.headers["retry-after"] == "5"
    assert house.told == []


def test_a_sender_is_asked_to_come_again_when_nobody_could_be_told(
    sender: TestClient, house: FakeHouse, key: str
) -> None:
    house.cannot_tell = Unavailable("The database did not take it; nothing was changed")
    assert sender.post(f"/in/list/{key}", content=b"{").status_code == 503


def test_what_a_story_refuses_is_heard_of_too(
    sender: TestClient, house: FakeHouse, key: str
) -> None:
    house.fails = Invalid("the alert has no name", where="/alerts/0")
    answer = sender.post(f"/in/list/{key}", content=ONE)
    assert answer.status_code == 422
    assert house.told == [("prom", "the alert has no name")]


def test_our_own_fault_makes_the_sender_come_again(
    sender: TestClient, house: FakeHouse, key: str
) -> None:
    house.fails = ZeroDivisionError("a fault of ours")
    answer = sender.post(f"/in/list/{key}", content=ONE)
    assert answer.status_code == 500
    assert answer.json()["code"] == "internal"


def test_only_a_post_comes_in(sender: TestClient, key: str) -> None:
    assert sender.get(f"/in/list/{key}").status_code == 405


def test_odd_characters_do_not_stop_an_alert(
    sender: TestClient, house: FakeHouse, key: str
) -> None:
    body = json.dumps([{"name": "a\0b", "group": "g" * 5000}])
    assert sender.post(f"/in/list/{key}", content=body).status_code == 202
    assert house.taken[0].title == "a\ufffdb"
    assert len(house.taken[0].group_key) < 500


def test_a_key_of_another_kind_stays_unknown_when_remembered(
    sender: TestClient, db: Database, key: str
) -> None:
    other = db.write(lambda work: issue_key(work, "graf", "other"), Engine())
    assert sender.post(f"/in/list/{key}", content=ONE).status_code == 202
    for _ in range(2):
        assert sender.post(f"/in/other/{key}", content=ONE).status_code == 401
        assert sender.post(f"/in/list/{other}", content=ONE).status_code == 401
        assert sender.post(f"/in/other/{other}", content=ONE).status_code == 401


@given(st.binary(max_size=600), st.sampled_from([{}, ZIPPED]))
@fuzz
def test_no_bytes_make_the_door_fail(
    sender: TestClient, key: str, body: bytes, headers: dict[str, str]
) -> None:
    assert sender.post(f"/in/list/{key}", content=body, headers=headers).status_code < 500


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["name", "group", "x"]), inner, max_size=3)
    ),
    max_leaves=8,
)


@given(values)
@fuzz
def test_no_json_makes_the_door_fail(
    sender: TestClient, house: FakeHouse, key: str, body: object
) -> None:
    house.told.clear()
    house.taken.clear()
    answer = sender.post(f"/in/list/{key}", content=json.dumps(body))
    assert answer.status_code < 500
    assert (answer.status_code == 202) == (house.told == [])
    assert answer.status_code == 202 or house.taken == []

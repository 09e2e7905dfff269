"""Our own small JSON: a title is enough, and nothing that varies changes the identity."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest

from runcard.adapters.intake.generic import EXAMPLE
from runcard.domain.alerts.model import START_UNSAID, AlertState, Signal
from runcard.kernel.errors import Invalid


def read(said: Any) -> list[Signal]:
    return list(EXAMPLE.parse(json.dumps(said).encode(), {}))


def test_a_title_is_enough() -> None:
    (signal,) = read({"title": "Disk full"})
    assert (signal.title, signal.state, signal.labels) == ("Disk full", AlertState.FIRING, {})
    assert signal.starts_at == START_UNSAID
    assert signal.group_key == signal.fingerprint


def test_every_field_finds_its_place() -> None:
    (signal,) = read({
        "title": "Disk full", "status": "Resolved", "id": "disk-db-1", "severity": "critical",
        "service": "db", "labels": {"rack": 7, "spare": None}, "description": "It grew.",
        "link": "https://grafana.example/d/1", "started_at": "2026-03-01T03:30:00+01:00",
    })  # fmt: skip
    assert signal == Signal(
        "disk-db-1", AlertState.CLEARED, datetime(2026, 3, 1, 2, 30, tzinfo=UTC), "Disk full",
        "disk-db-1", {"severity": "critical", "service": "db", "rack": "7"},
        {"description": "It grew."}, None, "https://grafana.example/d/1",
    )  # fmt: skip


def test_unknown_fields_become_labels_when_they_are_one_word() -> None:
    (signal,) = read(
        {"title": "a", "value": 97.5, "paging": True, "host": "db-1", "x": None, "y": [1], "z": {}}
    )
    assert signal.labels == {"value": "97.5", "paging": "true", "host": "db-1"}


def test_a_list_gives_a_signal_for_each_object() -> None:
    assert [signal.title for signal in read([{"title": "a"}, {"title": "b"}])] == ["a", "b"]
    assert read([]) == []


def test_the_word_that_all_is_well_finds_its_alert_without_an_id() -> None:
    fired = {"title": "Disk full", "service": "db", "labels": {"rack": "7"}}
    (firing,) = read(fired | {"severity": "critical", "value": 97})
    (cleared,) = read(fired | {"severity": "ok", "value": 20, "status": "resolved"})
    assert firing.fingerprint == cleared.fingerprint


def test_another_service_is_another_problem() -> None:
    one, other = read([{"title": "a", "service": "x"}, {"title": "a", "service": "y"}])
    assert one.fingerprint != other.fingerprint


def test_a_dedup_key_is_as_good_as_an_id() -> None:
    one, other = read([{"title": "a", "id": 7}, {"title": "b", "dedup_key": "7"}])
    assert one.fingerprint == other.fingerprint == "7"


@pytest.mark.parametrize(
    ("said", "where"),
    [
        ({}, "/title"),
        ({"title": " "}, "/title"),
        ({"title": ["a"]}, "/title"),
        ({"title": "a", "status": "burning"}, "/status"),
        ({"title": "a", "started_at": "yesterday"}, "/started_at"),
        ({"title": "a", "started_at": "2026-03-01T02:30:00"}, "/started_at"),
        ({"title": "a", "labels": []}, "/labels"),
        ({"title": "a", "labels": {"x/y": {}}}, "/labels/x~1y"),
        ([{"title": "a"}, {"status": "firing"}], "/1/title"),
        ([{"title": "a"}, 3], "/1"),
        ("words", ""),
    ],
    ids=str,
)
def test_a_field_that_cannot_be_read_is_named(said: Any, where: str) -> None:
    with pytest.raises(Invalid) as fault:
        read(said)
    assert fault.value.where == where

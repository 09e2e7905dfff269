"""Alertmanager's payload, version 4, as its receivers know it."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest

from runcard.adapters.intake.alertmanager import EXAMPLE
from runcard.domain.alerts.model import START_UNSAID, AlertState, Signal
from runcard.kernel.errors import Invalid


def an_alert(**said: Any) -> dict[str, Any]:
    return {
        "status": "firing",
        "labels": {"alertname": "DiskFull", "severity": "critical", "instance": "db-1"},
        "annotations": {"summary": "Disk full on db-1", "description": "It grew\nfor an hour."},
        "startsAt": "2026-03-01T02:30:00.123456789Z",
        "endsAt": "0001-01-01T00:00:00Z",
        "generatorURL": "http://prometheus.example/graph?g0.expr=up",
        "fingerprint": "0a1b2c3d4e5f6071",
    } | said


def a_post(*alerts: dict[str, Any], **said: Any) -> bytes:
    post = {
        "version": "4", "groupKey": '{}:{alertname="DiskFull"}', "truncatedAlerts": 0,
        "status": "firing", "receiver": "runcard", "groupLabels": {}, "commonLabels": {},
        "commonAnnotations": {}, "externalURL": "http://alertmanager.example",
        "notification_reason": "first", "routeLabels": {"a": {"b": [1]}}, "alerts": list(alerts),
    }  # fmt: skip
    return json.dumps(post | said).encode()


def read(*alerts: dict[str, Any], **said: Any) -> list[Signal]:
    return list(EXAMPLE.parse(a_post(*alerts, **said), {}))


def test_a_firing_alert_becomes_a_signal() -> None:
    assert read(an_alert()) == [
        Signal(
            fingerprint="0a1b2c3d4e5f6071",
            state=AlertState.FIRING,
            starts_at=datetime(2026, 3, 1, 2, 30, 0, 123457, tzinfo=UTC),
            title="Disk full on db-1",
            group_key='{}:{alertname="DiskFull"}',
            labels={"alertname": "DiskFull", "severity": "critical", "instance": "db-1"},
            annotations={
                "summary": "Disk full on db-1", "description": "It grew\nfor an hour."
            },
            ends_at=None,
            link="http://prometheus.example/graph?g0.expr=up",
        )
    ]  # fmt: skip


def test_each_alert_is_read_by_its_own_status() -> None:
    over = an_alert(status="resolved", endsAt="2026-03-01T04:00:00+01:00")
    firing, cleared = read(an_alert(), over, status="firing")
    assert (firing.state, cleared.state) == (AlertState.FIRING, AlertState.CLEARED)
    assert cleared.ends_at == datetime(2026, 3, 1, 3, 0, tzinfo=UTC)


def test_a_moment_with_an_offset_is_turned_to_utc() -> None:
    (signal,) = read(an_alert(startsAt="2026-03-01T08:00:00+05:30"))
    assert signal.starts_at == datetime(2026, 3, 1, 2, 30, tzinfo=UTC)
    assert signal.starts_at.tzinfo is UTC


@pytest.mark.parametrize("zero", ["0001-01-01T00:00:00Z", "0001-01-01T00:00:00+05:00"])
def test_the_zero_time_is_no_moment(zero: str) -> None:
    (signal,) = read(an_alert(status="resolved", startsAt=zero, endsAt=zero))
    assert (signal.starts_at, signal.ends_at) == (START_UNSAID, None)


def test_a_moment_before_all_time_is_no_moment() -> None:
    (signal,) = read(an_alert(startsAt="9999-12-31T23:59:59-14:00"))
    assert signal.starts_at == START_UNSAID


def test_the_title_falls_back_to_the_alert_name_and_then_to_words() -> None:
    named, unnamed = read(an_alert(annotations={}), an_alert(annotations=None, labels=None))
    assert (named.title, unnamed.title) == ("DiskFull", "An alert without a name")


def test_a_missing_fingerprint_is_made_of_the_labels_in_any_order() -> None:
    one = an_alert(fingerprint=None, labels={"a": "1", "b": "2"})
    same = an_alert(fingerprint="", labels={"b": "2", "a": "1"})
    other = an_alert(fingerprint=None, labels={"a": "1", "b": "3"})
    prints = [signal.fingerprint for signal in read(one, same, other)]
    assert prints[0] == prints[1] != prints[2]


def test_without_a_group_key_each_alert_is_a_group() -> None:
    (signal,) = read(an_alert(), groupKey=None)
    assert signal.group_key == signal.fingerprint


def test_a_group_key_too_long_for_an_index_becomes_a_digest() -> None:
    (signal,) = read(an_alert(), groupKey="g" * 5000)
    assert len(signal.group_key) == 64


def test_texts_are_bounded_and_free_of_control_signs() -> None:
    (signal,) = read(an_alert(labels={"a": "x" * 5000, "b": "\x00\x1b[31mred"}))
    assert signal.labels == {"a": "x" * 4095 + "…", "b": "[31mred"}


def test_a_link_that_is_no_web_link_is_left_out() -> None:
    (signal,) = read(an_alert(generatorURL="javascript:alert(1)"))
    assert signal.link is None


def test_a_post_without_alerts_is_fine() -> None:
    assert read() == []


@pytest.mark.parametrize(
    ("broken", "where"),
    [
        ({"startsAt": None}, "/alerts/1/startsAt"),
        ({"startsAt": "yesterday"}, "/alerts/1/startsAt"),
        ({"startsAt": "2026-03-01T02:30:00"}, "/alerts/1/startsAt"),
        ({"status": "burning"}, "/alerts/1/status"),
        ({"labels": {"a": 3}}, "/alerts/1/labels"),
        ({"annotations": []}, "/alerts/1/annotations"),
    ],
    ids=str,
)
def test_a_field_that_cannot_be_read_is_named(broken: dict[str, Any], where: str) -> None:
    with pytest.raises(Invalid) as fault:
        read(an_alert(), an_alert(**broken))
    assert fault.value.where == where


@pytest.mark.parametrize("field", ["status", "startsAt"])
def test_a_missing_field_is_named(field: str) -> None:
    alert = an_alert()
    del alert[field]
    with pytest.raises(Invalid, match="it is missing") as fault:
        read(an_alert(), an_alert(), an_alert(), alert)
    assert fault.value.where == f"/alerts/3/{field}"


def test_a_post_that_is_something_else_is_invalid() -> None:
    with pytest.raises(Invalid) as fault:
        EXAMPLE.parse(b'{"text": "a template replaced the body"}', {})
    assert fault.value.where == "/alerts"

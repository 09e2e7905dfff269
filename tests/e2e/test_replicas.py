"""Two Alertmanagers that do not know each other tell the same; somebody is woken once."""

import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import httpx2
import pytest

from tests.e2e.runcard_process import Runcard, Site, serving, until
from tests.peers.alertmanager import Alertmanager, StartAlertmanager
from tests.peers.prometheus import AlertingRule, Gauges, StartPrometheus
from tests.peers.webhook_sink import Received, WebhookSink

DOCUMENT = """\
# When tills stand still

## Severity

| Level | Response | Update every |
|---|---|---|
| SEV1 | 10 min | 20 min |
| SEV2 | 1 hour | 2 hours |
"""
DISK_FULL = AlertingRule("DiskFull", "disk_free_percent < 10", labels={"severity": "SEV1"})
WITHIN_S = 20.0
STARTED = "2026-11-21T03:01:40.123Z"


@pytest.fixture(params=["sqlite", "postgresql"])
def runcard(
    request: pytest.FixtureRequest, tmp_path: Path, webhook_sink: WebhookSink
) -> Iterator[Runcard]:
    """One server on each kind of database, whose on-call is reached by webhook."""
    settings: dict[str, object] = {}
    if request.param == "postgresql":
        settings["database"] = request.getfixturevalue("postgres_url")
    team: dict[str, object] = {
        "people": {"ada": {"name": "Ada K.", "webhook": f"{webhook_sink.url}/ada"}},
        "on_call": {"rota": ["ada"]},
        "fallback": ["ada"],
        "playbooks": [{"name": "tills", "path": "tills.md"}],
    }
    with serving(tmp_path / "site", Site(team, {"tills.md": DOCUMENT}, settings)) as running:
        yield running


def test_two_alertmanagers_that_tell_the_same_wake_somebody_once(
    runcard: Runcard,
    gauges: Gauges,
    prometheus: StartPrometheus,
    alertmanager: StartAlertmanager,
    webhook_sink: WebhookSink,
) -> None:
    gauges.set("disk_free_percent", 4)
    address = runcard.intakes["alertmanager"]
    peers = alertmanager(address), alertmanager(address)
    prometheus([DISK_FULL], *peers)
    until(lambda: min(map(posts_of, peers)) >= 1, WITHIN_S, "both have told of it")
    webhook_sink.wait_for(is_a_page)
    gauges.set("disk_free_percent", 40)
    until(lambda: min(map(posts_of, peers)) >= 2, WITHIN_S, "both have told of its end")
    is_one_incident_with_one_page(runcard, webhook_sink)
    [alert] = runcard.incident()["alerts"]
    assert alert["state"] == "cleared"


def test_a_replica_that_fires_after_the_other_cleared_wakes_nobody_again(
    runcard: Runcard, webhook_sink: WebhookSink
) -> None:
    assert told(runcard, post("firing")) == ["new"]
    webhook_sink.wait_for(is_a_page)
    assert told(runcard, post("resolved")) == ["cleared"]
    assert told(runcard, post("firing")) == ["late"]
    assert told(runcard, post("resolved")) == ["late"]
    is_one_incident_with_one_page(runcard, webhook_sink)
    assert runcard.incident()["incident"]["status"] == "monitoring"


def test_a_group_whose_end_overtakes_its_beginning_still_wakes_somebody_once(
    runcard: Runcard, webhook_sink: WebhookSink
) -> None:
    assert told(runcard, post("resolved")) == ["cleared"]
    assert runcard.incidents() == []
    assert told(runcard, post("firing")) == ["new"]
    webhook_sink.wait_for(is_a_page)
    assert told(runcard, post("firing")) == ["again"]
    assert told(runcard, post("resolved")) == ["cleared"]
    is_one_incident_with_one_page(runcard, webhook_sink)


def test_twenty_replicas_at_the_same_instant_wake_somebody_once(
    runcard: Runcard, webhook_sink: WebhookSink
) -> None:
    with ThreadPoolExecutor(20) as replicas:
        answers = list(replicas.map(lambda _: told(runcard, post("firing")), range(20)))
    assert {word for [word] in answers} == {"new", "again"}
    webhook_sink.wait_for(is_a_page)
    told(runcard, post("resolved"))
    is_one_incident_with_one_page(runcard, webhook_sink)


def post(status: str) -> dict[str, Any]:
    """A group as Alertmanager posts it."""
    labels = {"alertname": "DiskFull", "severity": "SEV1", "instance": "stock-db"}
    over = datetime.now(UTC).isoformat() if status == "resolved" else "0001-01-01T00:00:00Z"
    alert = {
        "status": status,
        "labels": labels,
        "annotations": {"summary": "The disk of stock-db is full"},
        "startsAt": STARTED,
        "endsAt": over,
        "generatorURL": "http://prometheus.fernway.example/graph",
        "fingerprint": "d1c5a7b2e0f94a66",
    }
    return {
        "version": "4",
        "groupKey": '{}:{alertname="DiskFull"}',
        "status": status,
        "receiver": "runcard",
        "groupLabels": {"alertname": "DiskFull"},
        "commonLabels": labels,
        "commonAnnotations": {},
        "externalURL": "http://alertmanager.fernway.example",
        "alerts": [alert],
    }


def told(runcard: Runcard, body: dict[str, Any]) -> list[str]:
    """What became of each alert of a post."""
    answer = runcard.send(body)
    assert answer.status_code == 202, answer.text
    return [str(one["fold"]) for one in answer.json()["alerts"]]


def posts_of(peer: Alertmanager) -> int:
    """How many of its posts were answered with a yes."""
    metrics = httpx2.get(f"{peer.url}/metrics").text
    return counted(metrics, "requests_total") - counted(metrics, "requests_failed_total")


def counted(metrics: str, what: str) -> int:
    """One of its counters for webhooks."""
    name = f"alertmanager_notification_{what}"
    found = re.search(rf'^{name}{{[^}}]*integration="webhook"[^}}]*}} (\d+)', metrics, re.MULTILINE)
    return 0 if found is None else int(found[1])


def is_a_page(request: Received) -> bool:
    return request.path == "/ada"


def is_one_incident_with_one_page(runcard: Runcard, sink: WebhookSink) -> None:
    assert [row["incident"]["name"] for row in runcard.incidents()] == ["INC-1"]
    briefing = runcard.incident()
    assert len(briefing["alerts"]) == 1
    assert len(briefing["pages"]) == 1
    kinds = [entry["kind"] for entry in briefing["timeline"]]
    assert [kinds.count(kind) for kind in ("opened", "alert_joined", "page_sent")] == [1, 1, 1]
    assert len([one for one in sink.received if is_a_page(one)]) == 1

"""The alerting peers themselves: Prometheus fires, Alertmanager groups, the sink receives."""

from tests.peers.alertmanager import StartAlertmanager
from tests.peers.prometheus import AlertingRule, Gauges, StartPrometheus
from tests.peers.webhook_sink import Received, WebhookSink

DISK_FULL = AlertingRule(
    "DiskFull",
    "disk_free_percent < 10",
    labels={"severity": "critical"},
    annotations={"summary": "{{ $value }} % left"},
)


def fires(request: Received) -> bool:
    return bool(request.json()["status"] == "firing")


def clears(request: Received) -> bool:
    return bool(request.json()["status"] == "resolved")


def test_a_rule_that_fires_reaches_the_sink_and_so_does_its_end(
    gauges: Gauges,
    prometheus: StartPrometheus,
    alertmanager: StartAlertmanager,
    webhook_sink: WebhookSink,
) -> None:
    gauges.set("disk_free_percent", 4)
    prometheus([DISK_FULL], alertmanager(f"{webhook_sink.url}/in"))

    [fired] = webhook_sink.wait_for(fires)
    [alert] = fired.json()["alerts"]
    assert fired.path == "/in"
    assert alert["labels"]["alertname"] == "DiskFull"
    assert alert["annotations"]["summary"] == "4 % left"

    gauges.set("disk_free_percent", 40)
    [cleared] = webhook_sink.wait_for(clears)
    assert cleared.json()["alerts"][0]["fingerprint"] == alert["fingerprint"]


def test_an_alert_posted_by_hand_fires_and_clears(
    alertmanager: StartAlertmanager, webhook_sink: WebhookSink
) -> None:
    peer = alertmanager(webhook_sink.url)
    labels = {"alertname": "BackupFailed", "service": "billing"}
    peer.fire(labels, {"summary": "no backup since Monday"})
    [fired] = webhook_sink.wait_for(fires)
    peer.clear(labels)
    [cleared] = webhook_sink.wait_for(clears)
    assert fired.json()["groupKey"] == cleared.json()["groupKey"]


def test_two_alertmanagers_send_the_same_group_with_the_same_key(
    gauges: Gauges,
    prometheus: StartPrometheus,
    alertmanager: StartAlertmanager,
    webhook_sink: WebhookSink,
) -> None:
    gauges.set("disk_free_percent", 4)
    prometheus([DISK_FULL], alertmanager(webhook_sink.url), alertmanager(webhook_sink.url))
    one, other = webhook_sink.wait_for(fires, count=2)[:2]
    assert one.json()["groupKey"] == other.json()["groupKey"]
    assert one.json()["alerts"][0]["startsAt"] == other.json()["alerts"][0]["startsAt"]

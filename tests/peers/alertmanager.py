"""Real Alertmanagers that send to a webhook without waiting."""

import json
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Protocol

import httpx2
import pytest

from tests.peers.presence import find_program
from tests.peers.process import free_port, running

FIRING_FOR = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Alertmanager:
    """One that is up; alerts can be posted to it as Prometheus would."""

    url: str

    @property
    def address(self) -> str:
        return self.url.removeprefix("http://")

    def fire(self, labels: Mapping[str, str], annotations: Mapping[str, str] | None = None) -> None:
        self._post(labels, annotations or {}, datetime.now(UTC) + FIRING_FOR)

    def clear(self, labels: Mapping[str, str]) -> None:
        self._post(labels, {}, datetime.now(UTC))

    def _post(
        self, labels: Mapping[str, str], annotations: Mapping[str, str], ends_at: datetime
    ) -> None:
        alert = {
            "labels": dict(labels),
            "annotations": dict(annotations),
            "endsAt": ends_at.isoformat(),
        }
        httpx2.post(f"{self.url}/api/v2/alerts", json=[alert]).raise_for_status()


class StartAlertmanager(Protocol):
    """Starts one that sends to this URL; two of them are replicas that do not know each other."""

    def __call__(self, webhook_url: str, *group_by: str) -> Alertmanager: ...


def configuration(webhook_url: str, group_by: tuple[str, ...]) -> str:
    """Alertmanager reads YAML, of which JSON is a part."""
    return json.dumps(
        {
            "route": {
                "receiver": "runcard",
                "group_by": list(group_by),
                "group_wait": "0s",
                "group_interval": "1s",
                "repeat_interval": "1h",
            },
            "receivers": [
                {
                    "name": "runcard",
                    "webhook_configs": [{"url": webhook_url, "send_resolved": True}],
                }
            ],
        }
    )


@pytest.fixture
def alertmanager(tmp_path: Path) -> Iterator[StartAlertmanager]:
    """Starts a real Alertmanager that sends to a webhook; all are stopped after the test."""
    program = find_program("prometheus-alertmanager", "alertmanager")
    with ExitStack() as started:

        def start(webhook_url: str, *group_by: str) -> Alertmanager:
            port = free_port()
            folder = tmp_path / f"alertmanager-{port}"
            folder.mkdir()
            config = folder / "alertmanager.yml"
            config.write_text(configuration(webhook_url, group_by or ("alertname",)))
            command = [
                program,
                f"--config.file={config}",
                f"--storage.path={folder / 'data'}",
                f"--web.listen-address=127.0.0.1:{port}",
                "--cluster.listen-address=",
            ]
            url = f"http://127.0.0.1:{port}"
            started.enter_context(running(command, f"{url}/-/ready", folder))
            return Alertmanager(url)

        yield start

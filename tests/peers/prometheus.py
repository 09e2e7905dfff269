"""A real Prometheus that scrapes gauges set by the test and tells a real Alertmanager."""

import json
import threading
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Protocol

import pytest

from tests.peers.alertmanager import Alertmanager
from tests.peers.presence import find_program
from tests.peers.process import free_port, running


@dataclass(frozen=True, slots=True)
class AlertingRule:
    """One rule of a Prometheus rules file; it fires as soon as its expression holds."""

    name: str
    expression: str
    labels: Mapping[str, str] = field(default_factory=dict)
    annotations: Mapping[str, str] = field(default_factory=dict)


class Gauges:
    """A metrics page whose numbers the test sets by hand."""

    def __init__(self) -> None:
        self._values: dict[str, float] = {}
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._server.daemon_threads = True
        self.address = f"127.0.0.1:{self._server.server_port}"
        self._thread = threading.Thread(
            target=self._server.serve_forever, args=(0.05,), daemon=True
        )
        self._thread.start()

    def set(self, name: str, value: float) -> None:
        self._values[name] = value

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def _text(self) -> bytes:
        return "".join(f"{name} {value}\n" for name, value in list(self._values.items())).encode()

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        text = self._text

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                self.send_response(200)
                self.send_header("Content-Type", "text/plain; version=0.0.4")
                self.end_headers()
                self.wfile.write(text())

            def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its name
                """Quiet: a scrape a second says nothing."""

        return Handler


class StartPrometheus(Protocol):
    """Starts one that evaluates these rules every second and tells these Alertmanagers."""

    def __call__(self, rules: list[AlertingRule], *alertmanagers: Alertmanager) -> str: ...


def configuration(gauges: Gauges, alertmanagers: tuple[Alertmanager, ...]) -> str:
    """Prometheus reads YAML, of which JSON is a part."""
    return json.dumps(
        {
            "global": {"scrape_interval": "1s", "evaluation_interval": "1s"},
            "rule_files": ["rules.yml"],
            "scrape_configs": [
                {"job_name": "gauges", "static_configs": [{"targets": [gauges.address]}]}
            ],
            "alerting": {
                "alertmanagers": [
                    {"static_configs": [{"targets": [peer.address for peer in alertmanagers]}]}
                ]
            },
        }
    )


def rules_file(rules: list[AlertingRule]) -> str:
    return json.dumps(
        {
            "groups": [
                {
                    "name": "test",
                    "rules": [
                        {
                            "alert": rule.name,
                            "expr": rule.expression,
                            "labels": dict(rule.labels),
                            "annotations": dict(rule.annotations),
                        }
                        for rule in rules
                    ],
                }
            ]
        }
    )


@pytest.fixture
def gauges() -> Iterator[Gauges]:
    """Numbers for Prometheus to scrape."""
    page = Gauges()
    yield page
    page.close()


@pytest.fixture
def prometheus(tmp_path: Path, gauges: Gauges) -> Iterator[StartPrometheus]:
    """Starts a real Prometheus that scrapes `gauges`; answers its URL; stopped after the test."""
    program = find_program("prometheus")
    with ExitStack() as started:

        def start(rules: list[AlertingRule], *alertmanagers: Alertmanager) -> str:
            port = free_port()
            folder = tmp_path / f"prometheus-{port}"
            folder.mkdir()
            (folder / "rules.yml").write_text(rules_file(rules))
            (folder / "prometheus.yml").write_text(configuration(gauges, alertmanagers))
            command = [
                program,
                f"--config.file={folder / 'prometheus.yml'}",
                f"--storage.tsdb.path={folder / 'data'}",
                f"--web.listen-address=127.0.0.1:{port}",
                "--rules.alert.resend-delay=1s",
            ]
            url = f"http://127.0.0.1:{port}"
            started.enter_context(running(command, f"{url}/-/ready", folder))
            return url

        yield start

"""A loopback HTTP server that keeps every request it is sent and answers as it is told."""

import json
import threading
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest


@dataclass(frozen=True, slots=True)
class Received:
    """One request, as it came in. Header names are in lower case."""

    path: str
    headers: dict[str, str]
    body: bytes

    def json(self) -> Any:
        return json.loads(self.body)


class WebhookSink:
    """Keeps what was posted; tests wait for it instead of sleeping."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._received: list[Received] = []
        self._answers: deque[int] = deque()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self._server.server_port}"
        self._thread = threading.Thread(
            target=self._server.serve_forever, args=(0.05,), daemon=True
        )
        self._thread.start()

    @property
    def received(self) -> list[Received]:
        with self._changed:
            return list(self._received)

    def answer_next_with(self, *statuses: int) -> None:
        """Statuses for the next requests, in order; after them 200 again."""
        with self._changed:
            self._answers.extend(statuses)

    def wait_for(
        self, wanted: Callable[[Received], bool], count: int = 1, within: float = 30.0
    ) -> list[Received]:
        """Those that fit, once there are `count` of them; fails the test if that takes too long."""
        with self._changed:
            there = self._changed.wait_for(lambda: len(self._fitting(wanted)) >= count, within)
            seen = [request.path for request in self._received]
            assert there, f"waited {within:g} s for {count} request(s); came: {seen}"
            return self._fitting(wanted)

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def _fitting(self, wanted: Callable[[Received], bool]) -> list[Received]:
        return [request for request in self._received if wanted(request)]

    def _keep(self, request: Received) -> int:
        with self._changed:
            self._received.append(request)
            self._changed.notify_all()
            return self._answers.popleft() if self._answers else 200

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        keep = self._keep

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
                headers = {name.lower(): value for name, value in self.headers.items()}
                self.send_response(keep(Received(self.path, headers, body)))
                self.send_header("Content-Length", "0")
                self.end_headers()

            def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its name
                """Quiet: the requests themselves are kept."""

        return Handler


@pytest.fixture
def webhook_sink() -> Iterator[WebhookSink]:
    """Somewhere for webhooks to go."""
    sink = WebhookSink()
    yield sink
    sink.close()

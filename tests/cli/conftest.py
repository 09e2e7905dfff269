"""A server that answers as the contract of the API says, and the command line pointed at it."""

import json
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from runcard.interfaces.cli.main import app

TOKEN = "rct_test"
Answer = tuple[int, Any]


@dataclass
class FakeApi:
    """Answers by method and path; remembers what it was asked."""

    url: str = ""
    answers: dict[str, Answer] = field(default_factory=dict)
    asked: list[tuple[str, Any]] = field(default_factory=list)

    def on(self, call: str, body: Any, status: int = 200) -> None:
        self.answers[call] = (status, body)

    def answer(self, call: str, token: str, body: Any) -> Answer:
        self.asked.append((call, body))
        if token != f"Bearer {TOKEN}":
            return problem(401, "unauthorized", "The token is not known here")
        return self.answers.get(call, problem(404, "not_found", "There is no such incident"))


def problem(status: int, code: str, detail: str, **more: Any) -> Answer:
    return status, {"title": code, "status": status, "code": code, "detail": detail, **more}


def handler_of(api: FakeApi) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.reply("GET")

        def do_POST(self) -> None:
            self.reply("POST")

        def reply(self, method: str) -> None:
            length = int(self.headers.get("Content-Length") or 0)
            body = json.loads(self.rfile.read(length)) if length else None
            token = self.headers.get("Authorization", "")
            status, said = api.answer(f"{method} {self.path}", token, body)
            words = json.dumps(said).encode()
            self.send_response(status)
            self.send_header("Content-Length", str(len(words)))
            self.end_headers()
            self.wfile.write(words)

        def log_message(self, *words: Any) -> None:
            """Quietly."""

    return Handler


@pytest.fixture
def api() -> Iterator[FakeApi]:
    fake = FakeApi()
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler_of(fake))
    fake.url = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield fake
    server.shutdown()
    thread.join()
    server.server_close()


Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Call the command line in a folder of its own, with nothing said in the environment."""
    monkeypatch.chdir(tmp_path)
    for name in ("RUNCARD_SERVER", "RUNCARD_TOKEN", "RUNCARD_CONFIG", "RUNCARD_DATA"):
        monkeypatch.delenv(name, raising=False)

    def call(*args: str, **env: str) -> Result:
        words = env.pop("stdin", None)
        return CliRunner(env=env).invoke(app, list(args), input=words, prog_name="runcard")

    return call


@pytest.fixture
def ask(run: Run, api: FakeApi) -> Run:
    """Call the command line as a client of the fake server."""

    def call(*args: str, **env: str) -> Result:
        return run(*args, RUNCARD_SERVER=api.url, RUNCARD_TOKEN=TOKEN, **env)

    return call

"""A real Runcard in a process of its own: on a free port, with its data in the test's folder."""

import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

import httpx2

from tests.peers.process import free_port, stop, tail

RUNCARD = (sys.executable, "-m", "runcard")
NOTE = "server.json"
READY_WITHIN_S = 30.0
POLL_S = 0.02
LINK = re.compile(r"https?://\S+/k/[\w.~-]+")

T = TypeVar("T")
Team = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Site:
    """What an operator brings: who we are, the documents by file name, and settings."""

    team: Team
    documents: Mapping[str, str] = field(default_factory=dict)
    settings: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Runcard:
    """One that is up, and everything its note tells a client on this machine."""

    folder: Path
    process: "subprocess.Popen[bytes]"
    url: str
    token: str
    sign_in: str
    intakes: Mapping[str, str]

    def get(self, path: str) -> Any:
        """Ask the API as the administrator."""
        return self._ask("GET", path, None)

    def post(self, path: str, body: Mapping[str, object]) -> Any:
        """Do something through the API as the administrator."""
        return self._ask("POST", path, body)

    def incident(self, ref: str = "INC-1") -> Any:
        """All of one incident."""
        return self.get(f"/incidents/{ref}")

    def incidents(self) -> list[Any]:
        """Every incident there ever was, the newest first."""
        return list(self.get("/incidents")["data"])

    def send(self, body: bytes | object, kind: str = "alertmanager") -> httpx2.Response:
        """Post to an intake as a source would; bytes go as they are."""
        content = body if isinstance(body, bytes) else json.dumps(body).encode()
        return httpx2.post(self.intakes[kind], content=content, timeout=30.0)

    def told(self) -> str:
        """What it printed so far."""
        return (self.folder / "told.txt").read_text(encoding="utf-8")

    def _ask(self, method: str, path: str, body: object) -> Any:
        answer = httpx2.request(
            method,
            f"{self.url}/api/v1{path}",
            json=body,
            headers={"Authorization": f"Bearer {self.token}"},
            timeout=15.0,
        )
        assert answer.status_code < 400, f"{method} {path}: {answer.status_code} {answer.text}"
        return answer.json() if answer.content else None


def own_environment() -> dict[str, str]:
    """Nothing that somebody set for a Runcard of their own, and no proxy between us and it."""
    return {
        name: said
        for name, said in os.environ.items()
        if not name.startswith("RUNCARD_") and not name.lower().endswith("_proxy")
    }


def run_cli(folder: Path, *words: str, within: float = 25.0) -> "subprocess.CompletedProcess[str]":
    """`runcard …` in a folder, to its end."""
    return subprocess.run(
        [*RUNCARD, *words],
        cwd=folder,
        env=own_environment(),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=within,
        check=False,
    )


def write_site(folder: Path, site: Site) -> Path:
    """Team file, documents and settings on disk; answers the settings file."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, words in site.documents.items():
        (folder / name).write_text(words, encoding="utf-8")
    # YAML 1.2 reads JSON.
    (folder / "team.yaml").write_text(json.dumps(site.team), encoding="utf-8")
    said = {"data": "data", "team": "team.yaml", "console": False, "port": free_port()}
    lines = [f"{name} = {json.dumps(value)}" for name, value in {**said, **site.settings}.items()]
    config = folder / "runcard.toml"
    config.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return config


@contextmanager
def serving(folder: Path, site: Site) -> Iterator[Runcard]:
    """`runcard serve` for this site, from the moment it is ready until the block ends."""
    config = write_site(folder, site)
    with started(folder, ["--config", str(config), "serve"], folder / "data") as runcard:
        yield runcard


@contextmanager
def demonstrating(folder: Path, *options: str) -> Iterator[Runcard]:
    """`runcard demo` as `make demo` runs it, in a folder of its own."""
    folder.mkdir(parents=True, exist_ok=True)
    data = folder / "demo-data"
    words = ["demo", "--port", str(free_port()), *options]
    with started(folder, words, data) as runcard:
        yield runcard


@contextmanager
def started(folder: Path, words: Sequence[str], data: Path) -> Iterator[Runcard]:
    """The process, once its note is there; it is told to stop at the end."""
    log = folder / "told.txt"
    with log.open("ab") as output:
        process = subprocess.Popen(
            [*RUNCARD, *words],
            cwd=folder,
            env=own_environment(),
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
        )
    try:
        note = until(lambda: note_in(data, process, log), READY_WITHIN_S, "the server is ready")
        yield Runcard(folder, process, note["url"], note["token"], note["sign_in"], note["intakes"])
    finally:
        stop(process)


def note_in(data: Path, process: "subprocess.Popen[bytes]", log: Path) -> Any:
    """What the server says of itself, once it answers; fails if it has ended instead."""
    assert process.poll() is None, f"runcard ended with {process.returncode}:\n{tail(log)}"
    file = data / NOTE
    return json.loads(file.read_text(encoding="utf-8")) if file.is_file() else None


def until(ask: Callable[[], T | None], within: float, what: str) -> T:
    """The first answer that is not empty; fails the test when none comes in time."""
    deadline = time.monotonic() + within
    while time.monotonic() < deadline:
        answer = ask()
        if answer:
            return answer
        time.sleep(POLL_S)
    raise AssertionError(f"waited {within:g} s and not yet: {what}")


def link_in(words: str) -> str:
    """The signed link of a message."""
    found = LINK.search(words)
    assert found is not None, f"no link that acknowledges in:\n{words}"
    return found.group()


def on_phone(runcard: Runcard, browser: httpx2.Client) -> str | None:
    """The dev phone's page once a message is on it; the browser stays signed in."""
    if not browser.cookies:
        browser.get(runcard.sign_in, follow_redirects=True).raise_for_status()
    page = browser.get(f"{runcard.url}/phone").raise_for_status().text
    return page if "data-ring=" in page else None

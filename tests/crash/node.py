"""A real `runcard serve` that can be killed, frozen and started again on the same data."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from typing import Any

import httpx2

from tests.peers.process import READY_WITHIN_S, STOPPED_WITHIN_S, free_port

SERVE = (str(Path(sys.executable).with_name("runcard")), "serve")
DIES = (sys.executable, "-m", "tests.crash.process_that_dies")
ANOTHER = (sys.executable, "-m", "tests.crash.process_of_another_build")
POLL_S = 0.03
ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src"
PLAYBOOK = """\
# When the lock gates stop

## Severity Levels

| Level | Definition | Response Time | Updates |
|---|---|---|---|
| **SEV1** | No gate moves | 15 minutes | every 20 minutes |
| **SEV2** | One gate is slow | 30 minutes | hourly |

## Escalation Path

1. **On-Call Engineer**
2. **Harbour Master** (If not resolved in 45 min)
"""


@dataclass(slots=True)
class Node:
    """One process; what it keeps stays in its folder when it dies."""

    folder: Path
    webhook: str
    """Pages of Ada are posted to /ada under it, those of the next level to /bo."""
    database: str | None = None
    compiled: Path | None = None
    """Where compiled modules are kept, so that a start does not compile them anew."""
    more: Mapping[str, str] = field(default_factory=dict)
    """Settings beside the usual ones, as variables."""
    source: Path = SOURCE
    """Where it is imported from at its next start: another folder is another build."""
    port: int = field(default_factory=free_port)
    process: "subprocess.Popen[bytes] | None" = None

    def __post_init__(self) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        (self.folder / "gates.md").write_text(PLAYBOOK, encoding="utf-8")
        team = {
            "people": {
                name: {"ways": [{"kind": "webhook", "address": f"{self.webhook}/{name}"}]}
                for name in ("ada", "bo")
            },
            "on_call": {"on-call": ["ada"]},
            "bind": {"Harbour Master": "bo"},
            "playbooks": [{"name": "gates", "path": "gates.md"}],
            "fallback": ["ada"],
        }
        # YAML 1.2 reads JSON.
        (self.folder / "team.yaml").write_text(json.dumps(team), encoding="utf-8")

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def address(self) -> str:
        """Of the database."""
        return self.database or f"sqlite:///{self.folder}/data/runcard.db"

    @property
    def intake(self) -> str:
        """Where Alertmanager posts; the same after every restart."""
        return str(self._note()["intakes"]["alertmanager"])

    @property
    def token(self) -> str:
        return str(self._note()["token"])

    def launch(
        self, *, at: str | None = None, freeze_at: str | None = None, version: int | None = None
    ) -> None:
        """Start it, and do not wait; `at` names the point where it kills itself, `freeze_at` the
        one where it stops until somebody thaws it, `version` another build's number."""
        command = SERVE
        for program, flag, said in (
            (DIES, "--at", at),
            (DIES, "--freeze-at", freeze_at),
            (ANOTHER, "--version", version),
        ):
            command = command if said is None else (*program, flag, str(said), "serve")
        with (self.folder / "serve.log").open("ab") as log:
            self.process = subprocess.Popen(
                command,
                cwd=self.folder,
                env=self._environment(),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
            )

    def start(
        self, *, at: str | None = None, freeze_at: str | None = None, version: int | None = None
    ) -> None:
        """Start it, and wait until it takes alerts in."""
        self.launch(at=at, freeze_at=freeze_at, version=version)
        self.await_ready()

    def await_ready(self) -> None:
        deadline = time.monotonic() + READY_WITHIN_S
        while not self.is_ready():
            assert self.running.poll() is None, f"it ended:\n{self.told()}"
            assert time.monotonic() < deadline, f"it does not answer:\n{self.told()}"
            time.sleep(POLL_S)

    def is_ready(self) -> bool:
        """Asked often, and so with the cheapest client there is."""
        door = HTTPConnection("127.0.0.1", self.port, timeout=5.0)
        try:
            door.request("GET", "/readyz")
            return door.getresponse().status == 200
        except (OSError, HTTPException):
            return False
        finally:
            door.close()

    @property
    def running(self) -> "subprocess.Popen[bytes]":
        assert self.process is not None, "it was never started"
        return self.process

    def kill(self) -> None:
        """kill -9, and wait until it is gone."""
        self.running.kill()
        self.running.wait(STOPPED_WITHIN_S)

    def freeze(self) -> None:
        self.running.send_signal(signal.SIGSTOP)

    def is_frozen(self) -> bool:
        """Whether it stands still: its state is T."""
        status = Path(f"/proc/{self.running.pid}/stat").read_text(encoding="ascii")
        return status.rpartition(")")[2].split()[0] == "T"

    def thaw(self) -> None:
        self.running.send_signal(signal.SIGCONT)

    def stop(self) -> int:
        """SIGTERM; the exit code."""
        self.running.terminate()
        return self.running.wait(STOPPED_WITHIN_S * 2)

    def close(self) -> None:
        """Whatever state it is in: gone."""
        if self.process is not None and self.process.poll() is None:
            self.thaw()
            self.kill()

    def ask(self, path: str, *, patience: float = 15.0) -> Any:
        """GET from the API as the administrator, answered within so many seconds."""
        url = f"{self.url}/api/v1{path}"
        answer = httpx2.get(url, headers=self.credentials(), timeout=patience)
        answer.raise_for_status()
        return answer.json()

    def ask_openly(self, path: str) -> Any:
        """GET what anybody may see."""
        answer = httpx2.get(f"{self.url}{path}", timeout=15.0)
        answer.raise_for_status()
        return answer.json()

    def operator_says(self, *words: str) -> "subprocess.CompletedProcess[str]":
        """`runcard …` with the settings of this node, whether or not it runs."""
        return subprocess.run(
            [SERVE[0], *words], cwd=self.folder, env=self._environment(), check=False,
            capture_output=True, text=True, timeout=600.0,
        )  # fmt: skip

    def credentials(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.token}"}

    def log(self) -> str:
        """All it printed, over all its lives."""
        return (self.folder / "serve.log").read_text(errors="replace")

    def told(self) -> str:
        """The end of its log."""
        return self.log()[-4000:]

    def _note(self) -> Any:
        return json.loads((self.folder / "data" / "server.json").read_text(encoding="utf-8"))

    def _environment(self) -> dict[str, str]:
        kept = {name: said for name, said in os.environ.items() if not name.startswith("RUNCARD_")}
        ours = {
            "RUNCARD_TEAM": str(self.folder / "team.yaml"),
            "RUNCARD_DATA": str(self.folder / "data"),
            "RUNCARD_PORT": str(self.port),
            "RUNCARD_CONSOLE": "false",
            # Each page by itself, so that pages can be counted.
            "RUNCARD_THROTTLE_PAGES": "false",
            "PYTHONDONTWRITEBYTECODE": "",
            "PYTHONPYCACHEPREFIX": str(self.compiled or self.folder / "compiled"),
            "PYTHONPATH": f"{self.source}{os.pathsep}{ROOT}",
            "no_proxy": "*",
        }
        return (
            kept
            | ours
            | dict(self.more)
            | ({"RUNCARD_DATABASE": self.database} if self.database else {})
        )

"""Figures that a reliability test measures: printed where it passes too, and kept in bench/out."""

import json
import os
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

WHERE = "RUNCARD_FIGURES"
KEPT = Path(__file__).parents[1] / "bench" / "out" / "reliability.jsonl"


@dataclass(frozen=True, slots=True)
class Figures:
    """Says them aloud, and writes one line a measurement."""

    test: str
    capsys: pytest.CaptureFixture[str]

    def say(self, words: str) -> None:
        """Shown also where the test passes: a seed, for one."""
        with self.capsys.disabled():
            print(f"\n{words}")

    def keep(self, promise: str, **measured: float | str) -> None:
        """`keep("R-01", kills=200, alerts_lost=0)`."""
        said = ", ".join(f"{name.replace('_', ' ')} {value}" for name, value in measured.items())
        self.say(f"{promise}: {said}")
        at = datetime.now(UTC).isoformat(timespec="seconds")
        line = {"promise": promise, "at": at, "test": self.test, **measured}
        kept = Path(os.environ.get(WHERE, KEPT))
        kept.parent.mkdir(parents=True, exist_ok=True)
        with kept.open("a", encoding="utf-8") as file:
            file.write(json.dumps(line) + "\n")


@pytest.fixture
def figures(request: pytest.FixtureRequest, capsys: pytest.CaptureFixture[str]) -> Figures:
    """Where the figures of this test go."""
    return Figures(request.node.nodeid, capsys)

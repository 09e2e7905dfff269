"""50,000 alerts in a minute: none is lost, people get a few messages, a stranger pages (R-22).

While it blows, pages and API answer the people who look at it (R-28).
"""

import json
import subprocess
import sys
import threading
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import create_engine, text

from tests.crash.aftermath import eventually
from tests.crash.conftest import MakesNode
from tests.crash.load import a_client, post
from tests.crash.node import PLAYBOOK, Node
from tests.crash.sink import SinkThatKills
from tests.figures import Figures

pytestmark = pytest.mark.reliability
LOADGEN = Path(__file__).parents[2] / "bench" / "loadgen.py"
PEOPLE = ("ada", "bo", "cy", "dee", "eli")
GROUPS, SECONDS, MIDDLE_S = 200, 60, 30
MOST_MESSAGES = 8
PAGED_WITHIN_S, ANSWERED_WITHIN_MS = 10.0, 1000.0
SHOWN_WITHIN_S = 0.5
STRANGER = "harbour-radio"


@dataclass(slots=True)
class Onlooker:
    """Somebody who reads the board and asks the API all the while."""

    node: Node
    seconds: list[float] = field(default_factory=list)
    _over: threading.Event = field(default_factory=threading.Event)

    def look(self) -> None:
        headers = {"Authorization": f"Bearer {self.node.token}"}
        with a_client() as client:
            client.cookies.set("runcard_token", self.node.token)
            while not self._over.wait(0.5):
                for path in ("/", "/api/v1/incidents"):
                    begun = time.monotonic()
                    answer = client.get(f"{self.node.url}{path}", headers=headers)
                    self.seconds.append(time.monotonic() - begun)
                    assert answer.status_code == 200, answer.text[:300]

    def __enter__(self) -> "Onlooker":
        threading.Thread(target=self.look, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()

    @property
    def p95(self) -> float:
        return sorted(self.seconds)[int(len(self.seconds) * 0.95)]


@pytest.mark.parametrize(("rate", "alerts"), [(833, 1), (500 / 60, 100)], ids=["one", "hundred"])
def test_fifty_thousand_alerts_in_a_minute(
    make_node: MakesNode, webhook_sink: SinkThatKills, figures: Figures, rate: float, alerts: int
) -> None:
    node = make_node(RUNCARD_THROTTLE_PAGES="true")
    everybody_is_called(node)
    node.start()
    storm = subprocess.Popen(
        [
            sys.executable, LOADGEN, node.intake, "--rate", str(rate), "--alerts", str(alerts),
            "-d", str(SECONDS), "--dup", "1", "--pool", str(GROUPS), "--grace", "60",
        ],
        stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    with Onlooker(node) as onlooker:
        time.sleep(MIDDLE_S)
        begun = time.monotonic()
        post(node, STRANGER)
        webhook_sink.wait_for(lambda one: STRANGER.encode() in one.body, within=120.0)
        stranger_s = time.monotonic() - begun
        said = json.loads(storm.communicate(timeout=300)[0])
    messages = Counter(one.path for one in webhook_sink.received)
    eventually(lambda: counted(node) >= said["ok"] * alerts, "all of it is in the database")
    figures.keep(
        "R-22",
        alerts=said["sent"] * alerts,
        accepted=said["ok"] * alerts,
        lost=max(0, said["ok"] * alerts - counted(node)),
        answer_p99_ms=round(said["p99_ms"], 1),
        most_messages_a_person=max(messages.values()),
        stranger_s=round(stranger_s, 2),
    )
    figures.keep("R-28", looks=len(onlooker.seconds), p95_ms=round(1000 * onlooker.p95))
    assert set(said["codes"]) <= {"202", "429"}, said["codes"]
    assert said["ok"] == said["sent"], said
    assert said["p99_ms"] <= ANSWERED_WITHIN_MS
    assert set(messages) == {f"/{name}" for name in PEOPLE}
    assert max(messages.values()) <= MOST_MESSAGES
    assert stranger_s <= PAGED_WITHIN_S
    assert onlooker.p95 <= SHOWN_WITHIN_S


def everybody_is_called(node: Node) -> None:
    """Five people, one after the other within the minute."""
    levels = "".join(
        f"{n}. **{name.title()}** (If not acknowledged in 10 seconds)\n"
        for n, name in enumerate(PEOPLE[1:], start=2)
    )
    playbook = PLAYBOOK.partition("2. **Harbour Master**")[0] + levels
    (node.folder / "gates.md").write_text(playbook, encoding="utf-8")
    team: dict[str, Any] = json.loads((node.folder / "team.yaml").read_text(encoding="utf-8"))
    team["people"] = {
        name: {"ways": [{"kind": "webhook", "address": f"{node.webhook}/{name}"}]}
        for name in PEOPLE
    }
    team["bind"] = {name.title(): name for name in PEOPLE[1:]}
    (node.folder / "team.yaml").write_text(json.dumps(team), encoding="utf-8")


def counted(node: Node) -> int:
    """How often alerts were told, by the database; the stranger is one of them."""
    engine = create_engine(node.address)
    try:
        with engine.connect() as tx:
            return int(tx.scalar(text("select sum(times) from alert"))) - 1
    finally:
        engine.dispose()

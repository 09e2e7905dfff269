"""Monitoring and people under load: they post and answer, and remember what they were promised."""

import random
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any

import httpx2

from tests.crash.node import Node

STARTED = "2026-11-21T03:00:00Z"
AGAIN_AFTER_S = 0.02


@dataclass(frozen=True, slots=True)
class Accepted:
    """One alert that was answered with 2xx."""

    alert_id: str
    incident_id: str


def payload(name: str, alerts: int = 1) -> dict[str, Any]:
    """What Alertmanager posts about a group of its own."""
    return {
        "version": "4",
        "groupKey": f'{{}}:{{alertname="{name}"}}',
        "status": "firing",
        "receiver": "runcard",
        "alerts": [
            {
                "status": "firing",
                "labels": {"alertname": name, "severity": "SEV1", "instance": str(number)},
                "annotations": {"summary": f"No gate moves: {name}"},
                "startsAt": STARTED,
                "endsAt": "0001-01-01T00:00:00Z",
                "fingerprint": f"{name}-{number}",
            }
            for number in range(alerts)
        ],
    }


def post(node: Node, name: str, alerts: int = 1) -> list[Accepted]:
    """One post, answered; raises when it was not."""
    answer = httpx2.post(node.intake, json=payload(name, alerts), timeout=10.0)
    answer.raise_for_status()
    return accepted_in(answer)


def accepted_in(answer: httpx2.Response) -> list[Accepted]:
    return [Accepted(one["alert_id"], one["incident_id"]) for one in answer.json()["alerts"]]


@dataclass(slots=True)
class Load:
    """Threads that post to the nodes in turn until told to stop, each post again until it is
    taken; one more thread acknowledges some of the incidents."""

    nodes: Sequence[Node]
    seed: int
    pause: float = 0.03
    posters: int = 2
    acknowledged_share: float = 0.15
    accepted: list[Accepted] = field(default_factory=list)
    acknowledged: dict[str, float] = field(default_factory=dict)
    """When the answer to an acknowledgement was in our hands, by incident; wall clock."""
    _stopping: threading.Event = field(default_factory=threading.Event)
    _threads: list[threading.Thread] = field(default_factory=list)

    def __enter__(self) -> "Load":
        works = [partial(self._post, number) for number in range(self.posters)]
        for work in (*works, self._acknowledge):
            thread = threading.Thread(target=work, daemon=True)
            thread.start()
            self._threads.append(thread)
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def stop(self) -> None:
        """Every post that was begun is taken first, so a node must be up."""
        self._stopping.set()
        for thread in self._threads:
            thread.join(60.0)
            assert not thread.is_alive(), "a post was never taken"

    def _post(self, number: int) -> None:
        chance = random.Random(self.seed * 31 + number)
        count = 0
        while not self._stopping.is_set():
            count += 1
            body = payload(f"gate-{number}-{count}", chance.choice((1, 1, 1, 2, 5)))
            self.accepted += self._until_taken(body, chance)
            self._stopping.wait(self.pause)

    def _until_taken(self, body: dict[str, Any], chance: random.Random) -> list[Accepted]:
        """As Alertmanager does: no answer and 5xx are tried again."""
        while True:
            try:
                answer = httpx2.post(chance.choice(self.nodes).intake, json=body, timeout=5.0)
            except httpx2.HTTPError:
                time.sleep(AGAIN_AFTER_S)
                continue
            if answer.status_code == 202:
                return accepted_in(answer)
            assert answer.status_code >= 500, f"{answer.status_code} {answer.text}"
            time.sleep(AGAIN_AFTER_S)

    def _acknowledge(self) -> None:
        chance = random.Random(self.seed * 31 - 1)
        seen = 0
        while not self._stopping.is_set():
            fresh = self.accepted[seen:]
            seen += len(fresh)
            for incident_id in dict.fromkeys(one.incident_id for one in fresh):
                if chance.random() < self.acknowledged_share:
                    self._answer(chance.choice(self.nodes), incident_id)
            self._stopping.wait(self.pause)

    def _answer(self, node: Node, incident_id: str) -> None:
        """Once; a node that dies under it may or may not have taken it."""
        try:
            answer = httpx2.post(
                f"{node.url}/api/v1/incidents/{incident_id}/ack",
                headers=node.credentials(),
                timeout=5.0,
            )
        except httpx2.HTTPError:
            return
        if answer.status_code == 200:
            self.acknowledged[incident_id] = time.time()

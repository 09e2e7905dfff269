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
AGAIN_AFTER_S = 0.05


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
    return accepted_in(answered(node, name, alerts))


def answered(node: Node, name: str, alerts: int = 1) -> httpx2.Response:
    """The answer to one post, which may be that it is kept; raises when it is a refusal."""
    with a_client() as client:
        answer = client.post(node.intake, json=payload(name, alerts))
    answer.raise_for_status()
    return answer


def post_until_told(node: Node, name: str, within: float = 60.0) -> list[Accepted]:
    """Posts until the database has it, and not the spool alone; raises when it never has."""
    deadline = time.monotonic() + within
    while is_kept(answer := answered(node, name)):
        assert time.monotonic() < deadline, "the database never had it"
        time.sleep(AGAIN_AFTER_S)
    return accepted_in(answer)


def a_client() -> httpx2.Client:
    """Kept for many posts; without certificates to load it is made in no time."""
    return httpx2.Client(verify=False, trust_env=False, timeout=10.0)


def is_kept(answer: httpx2.Response) -> bool:
    """On disk, and not yet in the database."""
    if answer.status_code != 202:
        return False
    return any(one["fold"] == "kept" for one in answer.json()["alerts"])


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
    asked: set[str] = field(default_factory=set)
    """Incidents somebody tried to acknowledge, whether or not an answer came."""
    _stopping: threading.Event = field(default_factory=threading.Event)
    _threads: list[threading.Thread] = field(default_factory=list)

    def __enter__(self) -> "Load":
        works = [partial(self._post, number) for number in range(self.posters)]
        for thread in (
            *(threading.Thread(target=work, daemon=True) for work in works),
            threading.Thread(target=self._acknowledge, daemon=True),
        ):
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
        intakes = [node.intake for node in self.nodes]
        count = 0
        with a_client() as client:
            while not self._stopping.is_set():
                count += 1
                body = payload(f"gate-{number}-{count}", chance.choice((1, 1, 1, 2, 5)))
                self.accepted += self._until_taken(client, chance.choice(intakes), body)
                self._stopping.wait(self.pause)

    def _until_taken(
        self, client: httpx2.Client, intake: str, body: dict[str, Any]
    ) -> list[Accepted]:
        """As Alertmanager does: no answer and 5xx are tried again. What is kept for a database that
        is away is posted again too, until it is known by which names it was taken in."""
        while True:
            try:
                answer = client.post(intake, json=body)
            except httpx2.HTTPError:
                time.sleep(AGAIN_AFTER_S)
                continue
            if answer.status_code == 202 and not is_kept(answer):
                return accepted_in(answer)
            assert is_kept(answer) or answer.status_code >= 500, (
                f"{answer.status_code} {answer.text}"
            )
            time.sleep(AGAIN_AFTER_S)

    def _acknowledge(self) -> None:
        chance = random.Random(self.seed * 31 - 1)
        credentials = {node.url: node.credentials() for node in self.nodes}
        seen = 0
        with a_client() as client:
            while not self._stopping.is_set():
                fresh = self.accepted[seen:]
                seen += len(fresh)
                for incident_id in dict.fromkeys(one.incident_id for one in fresh):
                    if chance.random() < self.acknowledged_share:
                        url, headers = chance.choice(list(credentials.items()))
                        client.headers.update(headers)
                        self._answer(client, url, incident_id)
                self._stopping.wait(self.pause)

    def _answer(self, client: httpx2.Client, url: str, incident_id: str) -> None:
        """Once; a node that dies under it may or may not have taken it."""
        self.asked.add(incident_id)
        try:
            answer = client.post(f"{url}/api/v1/incidents/{incident_id}/ack")
        except httpx2.HTTPError:
            return
        if answer.status_code == 200:
            self.acknowledged[incident_id] = time.time()

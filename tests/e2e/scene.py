"""One reference document in a real Runcard, between a real Prometheus and a team's phones."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import httpx2
import pytest

from tests.e2e.five_documents import STORIES, Story
from tests.e2e.reference import Document, document
from tests.e2e.runcard_process import Runcard, Site, serving, until
from tests.peers.alertmanager import StartAlertmanager
from tests.peers.prometheus import Gauges, StartPrometheus
from tests.peers.smtp_sink import SmtpSink
from tests.peers.webhook_sink import WebhookSink

WITHIN_S = 20.0


@dataclass(frozen=True, slots=True)
class Scene:
    """One document's Runcard between a real Prometheus and the phones of its team."""

    story: Story
    document: Document
    runcard: Runcard
    gauges: Gauges
    webhooks: WebhookSink
    mails: SmtpSink

    def fires(self) -> None:
        self.gauges.set(self.gauge, self.story.trouble)

    def calms_down(self) -> None:
        self.gauges.set(self.gauge, 0)

    @property
    def gauge(self) -> str:
        return f"{self.story.document}_trouble"

    def told(self) -> Any:
        """All of the one incident, as the API shows it."""
        return self.runcard.incident()

    def clock(self, kind: str) -> Any:
        [found] = [one for one in self.told()["clocks"] if one["kind"] == kind]
        return found

    def entries(self, kind: str) -> list[Any]:
        return [one for one in self.told()["timeline"] if one["kind"] == kind]


def team_of(story: Story, given: Document, hook: str) -> dict[str, object]:
    """Ada is on call and is reached by webhook; Bram learns the job beside her, by e-mail."""
    first = ["on-call: rota", "bram"]
    return {
        "team": "Fernway",
        "people": {
            "ada": {"name": "Ada K.", "webhook": hook},
            "bram": {"name": "Bram O.", "email": "bram@fernway.example"},
            "chiara": {"name": "Chiara R.", "email": "chiara@fernway.example"},
            "emil": {"name": "Emil T.", "email": "emil@fernway.example"},
        },
        "on_call": {"rota": ["ada"]},
        "bind": {
            "On-Call": first,
            "On-Call Engineer": first,
            "Team Lead": "chiara",
            "Engineering Lead": "chiara",
            "Engineering Manager": "chiara",
        },
        "fallback": ["emil"],
        "playbooks": [{"name": story.document, "path": given.path.name}],
        "severity_words": {"critical": "P0"},
    }


@pytest.fixture(params=STORIES, ids=lambda story: story.document)
def scene(
    request: pytest.FixtureRequest,
    tmp_path: Path,
    gauges: Gauges,
    webhook_sink: WebhookSink,
    smtp_sink: SmtpSink,
) -> Iterator[Scene]:
    """Everything is up, and nothing is wrong yet."""
    story: Story = request.param
    given = document(story.document)
    mail = {
        "smtp.host": smtp_sink.host,
        "smtp.port": smtp_sink.port,
        "smtp.sender": "runcard@fernway.example",
        "smtp.starttls": False,
    }
    team = team_of(story, given, f"{webhook_sink.url}/ada")
    site = Site(team, {given.path.name: given.words}, mail)
    with serving(tmp_path / "site", site) as runcard:
        scene = Scene(story, given, runcard, gauges, webhook_sink, smtp_sink)
        scene.calms_down()
        start_alertmanager: StartAlertmanager = request.getfixturevalue("alertmanager")
        start_prometheus: StartPrometheus = request.getfixturevalue("prometheus")
        peer = start_alertmanager(runcard.intakes["alertmanager"])
        knows_its_alertmanager(start_prometheus([story.rule], peer))
        yield scene


def knows_its_alertmanager(prometheus: str) -> None:
    """It looks for one every five seconds only, which is none of what we measure."""

    def known() -> bool:
        answer = httpx2.get(f"{prometheus}/api/v1/alertmanagers").json()
        return bool(answer["data"]["activeAlertmanagers"])

    until(known, WITHIN_S, "Prometheus knows its Alertmanager")


def moment(words: str) -> datetime:
    return datetime.fromisoformat(words)

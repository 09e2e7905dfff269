"""R-32: whatever a mail server does, the person is reached another way within half a minute, and
nothing is said in clear where the line was to be encrypted."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import pytest

from runcard.adapters.http import OutboundHttp
from runcard.adapters.notify.email import Email
from runcard.adapters.notify.webhook import Webhook
from runcard.testing.house import HouseForTests, a_house
from runcard.testing.stub_providers import Mood, Provider, a_provider, speak_http, speak_smtp
from tests.engine.conftest import SEV1, team_in_which_ada_has
from tests.figures import Figures
from tests.flows.playbook_for_stories import PLAYBOOK

WITHIN_S = 30.0
TITLE = "Bow door will not shut"


@dataclass(frozen=True, slots=True)
class Scene:
    """Ada has e-mail first, and a webhook a minute later."""

    house: HouseForTests
    mail: Provider
    web: Provider

    def seconds_until_reached(self) -> float:
        """From the alert to the page by the other way; the clock of the house stands still, so
        that no second of it is a planned wait."""
        begun = time.monotonic()
        self.house.alert(TITLE, labels=SEV1)
        self.web.wait_for(1, within=0.0)
        return time.monotonic() - begun


@contextmanager
def a_scene(address: str, mood: Mood, *, starttls: bool = False) -> Iterator[Scene]:
    with a_provider(speak_smtp, mood) as mail, a_provider(speak_http) as web:
        ways = [
            {"kind": "email", "address": "ada@ferries.example"},
            {"kind": "webhook", "address": f"http://{web.host}:{web.port}/ada"},
        ]
        with a_house(address, {"ferries": PLAYBOOK}, team_in_which_ada_has(ways)) as house:
            email = Email(mail.host, "pager@ops.example", mail.port, starttls=starttls)
            house.house.notifiers = {"email": email, "webhook": Webhook()}
            house.house.http = OutboundHttp()
            yield Scene(house, mail, web)


@pytest.fixture
def address(tmp_path: object) -> str:
    """Delivery is the same on both databases; this is about the wire."""
    return f"sqlite:///{tmp_path}/runcard.db"


@pytest.mark.parametrize("mood", [Mood.BUSY, Mood.REFUSES, Mood.RESETS, Mood.GARBAGE])
def test_another_way_is_tried_as_soon_as_the_mail_server_fails(
    address: str, mood: Mood, figures: Figures
) -> None:
    with a_scene(address, mood) as scene:
        took = scene.seconds_until_reached()
        figures.keep("R-32", mail_server=mood.value, reached_otherwise_after_s=round(took, 2))
        assert took < WITHIN_S
        assert scene.mail.taken == []


@pytest.mark.reliability
@pytest.mark.parametrize("mood", [Mood.DRIPS, Mood.SILENT])
def test_a_mail_server_that_is_too_slow_is_given_up(
    address: str, mood: Mood, figures: Figures
) -> None:
    with a_scene(address, mood) as scene:
        took = scene.seconds_until_reached()
        figures.keep("R-32", mail_server=mood.value, reached_otherwise_after_s=round(took, 2))
        assert took < WITHIN_S


def test_a_letter_that_was_put_off_for_a_quarter_of_an_hour_arrives_once(address: str) -> None:
    with a_scene(address, Mood.BUSY) as scene:
        scene.seconds_until_reached()
        for _ in range(15):
            scene.house.forward(minutes=1)
        assert scene.mail.taken == []
        scene.mail.mood = Mood.TAKES
        for _ in range(5):
            scene.house.forward(minutes=1)
        about_it = [letter for letter in scene.mail.taken if TITLE.encode() in letter]
        keys = {letter.split(b"Message-ID: ")[1].split(b"\r\n")[0] for letter in about_it}
        assert len(keys) == len(about_it) >= 1


def test_nothing_is_said_in_clear_where_encryption_was_stripped(address: str) -> None:
    with a_scene(address, Mood.TAKES, starttls=True) as scene:
        assert scene.seconds_until_reached() < WITHIN_S
        said = b"".join(scene.mail.heard)
        assert scene.mail.taken == []
        assert TITLE.encode() not in said
        assert b"ada@ferries.example" not in said, "not even for whom it was"


def test_a_banner_of_ten_thousand_lines_is_survived(address: str) -> None:
    with a_scene(address, Mood.TAKES) as scene:
        scene.mail.banner_lines = 10_000
        scene.house.alert(TITLE, labels=SEV1)
        scene.house.forward(seconds=60)
        assert len(scene.web.taken) == 1

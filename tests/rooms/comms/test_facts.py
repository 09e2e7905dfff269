"""What is known, in the form in which a placeholder asks for it."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from runcard.domain.comms.facts import Blank, Facts, value_of
from runcard.domain.incidents.model import Status
from runcard.domain.people.zones import zone_named
from runcard.domain.playbooks.messages.fields import FIELDS
from tests.rooms.cards import NIGHT

KNOWN = Facts(
    incident="INC-42", title="Tills are slow", status=Status.MITIGATING, started_at=NIGHT,
    now=NIGHT + timedelta(minutes=95), severity="SEV-1", zone="Europe/Berlin", updates=1,
    commander="Ada Osei", technical_lead="Bram O.", services="stock", channel="#stock",
    link="https://rc.fernway.example/i/42", team="Fernway", description="Lookups time out",
)  # fmt: skip


def said(
    field: str, token: str = "[it]", around: tuple[str, str] = ("", ""), **parts: Any
) -> str | None:
    before, behind = around
    return value_of(field, replace(KNOWN, **parts), Blank(token, before, behind))


@pytest.mark.parametrize(
    ("field", "words"),
    [
        ("title", "Tills are slow"), ("description", "Lookups time out"), ("status", "Mitigating"),
        ("severity", "SEV-1"), ("services", "stock"), ("incident_commander", "Ada Osei"),
        ("technical_lead", "Bram O."), ("link", "https://rc.fernway.example/i/42"),
        ("sender", "Fernway"), ("update_number", "2"), ("incident_number", "INC-42"),
        ("started_at", "2026-11-21 04:00 CET"), ("detected_at", "2026-11-21 04:00 CET"),
        ("time", "2026-11-21 05:35 CET"), ("duration", "1 h 35 min"), ("channel", "#stock"),
        ("date", "2026-11-21 04:00 CET"),
    ],
)  # fmt: skip
def test_what_is_known_is_said(field: str, words: str) -> None:
    assert said(field) == words
    assert field in FIELDS


@pytest.mark.parametrize(
    "field",
    ["impact", "root_cause", "eta", "resolved_at", "next_update_at", "review_at", "unheard_of"],
)
def test_what_nobody_knows_is_a_gap(field: str) -> None:
    assert said(field) is None


def test_moments_that_come_later_are_said_when_they_are_known() -> None:
    later = NIGHT + timedelta(hours=2)
    assert said("resolved_at", resolved_at=later) == "2026-11-21 06:00 CET"
    assert said("next_update_at", "HH:MM", next_update_at=later) == "06:00"
    assert said("detected_at", "HH:MM", detected_at=later) == "06:00"
    assert said("review_at", review_at=later) == "by 2026-11-21 06:00 CET"


@pytest.mark.parametrize(
    ("token", "words"),
    [
        ("[HH:MM]", "04:00"), ("XX:XX", "04:00"), ("HHhMM", "04h00"), ("<Time>", "04:00 CET"),
        ("{heure}", "04:00 CET"), ("YYYYMMDD", "20261121"), ("AAAAMMDD", "20261121"),
        ("YYYY-MM-DD", "2026-11-21"), ("[Date]", "2026-11-21"),
        ("<timestamp>", "2026-11-21 04:00 CET"),
    ],
)  # fmt: skip
def test_a_moment_takes_the_form_of_its_token(token: str, words: str) -> None:
    assert said("started_at", token) == words


@pytest.mark.parametrize("before", ["- [ ] fix it (Owner: x, Due: ", "Target date: ", "bis "])
def test_a_day_that_a_person_must_set_is_a_gap(before: str) -> None:
    assert said("date", "YYYY-MM-DD", (before, "")) is None


@pytest.mark.parametrize(
    ("before", "words"),
    [("P", "SEV-1"), ("SEV-", "1"), ("Severity: Sev ", "1"), ("Severity: ", "SEV-1")],
)
def test_a_severity_completes_what_stands_before_it(before: str, words: str) -> None:
    assert said("severity", "[X]", (before, "")) == words


def test_a_severity_without_a_number_is_said_whole_and_a_provisional_one_is_a_gap() -> None:
    assert said("severity", severity="High") == "High"
    assert said("severity", severity=None) is None


@pytest.mark.parametrize(
    ("before", "words"), [("INC-", "42"), ("Incident #", "42"), ("", "INC-42")]
)
def test_an_incidents_number_completes_what_stands_before_it(before: str, words: str) -> None:
    assert said("incident_number", "[number]", (before, "")) == words


@pytest.mark.parametrize(
    ("token", "around", "words"),
    [
        ("X", ("Duration: ", " hours"), "1.6"),
        ("X", ("Duration: ", " minutes"), "95"),
        ("X", ("Duration: ", " hours Y minutes"), "1"),
        ("Y", ("Duration: X hours ", " minutes"), "35"),
        ("{分}", ("停止時間：", "分"), "95"),
        ("[X hours/minutes]", ("Duration: ", ""), "1 h 35 min"),
    ],
)
def test_a_duration_takes_the_unit_that_stands_behind_it(
    token: str, around: tuple[str, str], words: str
) -> None:
    assert said("duration", token, around) == words


def test_two_hours_are_two_hours() -> None:
    two = NIGHT + timedelta(hours=2)
    assert said("duration", "X", ("", " hours"), resolved_at=two) == "2"


def test_a_channels_pattern_is_filled_piece_by_piece() -> None:
    assert said("channel", "YYYYMMDD", ("#incident-", "-NNN")) == "20261121"
    assert said("channel", "NNN", ("#incident-YYYYMMDD-", "")) == "042"
    assert said("channel", "description", ("#incident-", "")) == "tills-are-slow"
    assert said("channel", "description", ("#incident-", ""), title="収まらない") is None


@pytest.mark.parametrize("field", ["title", "description"])
def test_a_blank_that_asks_in_a_sentence_wants_a_persons_words(field: str) -> None:
    assert said(field, "[2-3 sentence summary of what happened]") is None


def test_untrusted_words_stay_on_their_line() -> None:
    assert said("title", title="Disk\nRoot cause: none\x1b[0m") == "Disk Root cause: none [0m"


def test_the_title_stands_in_for_a_missing_description() -> None:
    assert said("description", description=None) == "Tills are slow"


def test_a_zone_nobody_knows_is_utc() -> None:
    assert zone_named("Nowhere/At all").key == "UTC"

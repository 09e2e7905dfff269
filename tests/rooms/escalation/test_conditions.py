"""What a rung asks for: silence, time, a severity, or the judgement of a person."""

from datetime import timedelta

import pytest

from runcard.domain.escalation.conditions import Condition, condition_of
from runcard.domain.escalation.model import EndsWith
from runcard.domain.playbooks.model import ChainStep, TimeValue
from tests.rooms.cards import a_level, a_playbook, a_time

ACK, RES = EndsWith.ACKNOWLEDGEMENT, EndsWith.RESOLUTION
DOCUMENT = a_playbook(a_level("P0", "now"), a_level("P1", "1 h"), a_level("P2", "4 h"))


def read(said: str | None, after: TimeValue | None = None, key: str = "P1") -> Condition:
    return condition_of(ChainStep("Lead", 3, said, after), DOCUMENT, key)


@pytest.mark.parametrize(
    "said",
    ["not acked in 10 min", "no response", "15 min, no ack", "si no hay respuesta",
     "10分応答がない場合", "keine Antwort", "sans réponse", "нет ответа", "unanswered"],
)  # fmt: skip
def test_silence_ends_with_an_acknowledgement(said: str) -> None:
    assert read(said, a_time("10 min")) == Condition(ACK, timedelta(minutes=10))


@pytest.mark.parametrize(
    "said",
    [
        "if not resolved",
        "not mitigated",
        "ohne Fortschritt",
        "30分で復旧しない場合",
        "lasts longer",
    ],
)
def test_trouble_that_lasts_ends_with_the_resolution(said: str) -> None:
    assert read(said, a_time("30 min")) == Condition(RES, timedelta(minutes=30), is_unsolved=True)


def test_a_time_alone_ends_with_the_resolution() -> None:
    assert read("after 1 h", a_time("1 h")) == Condition(RES, timedelta(hours=1))


def test_no_time_at_all_is_the_same_as_at_once() -> None:
    assert read("minute 0", a_time("now")) == Condition(ACK, timedelta(0))


def test_of_a_window_the_beginning_counts() -> None:
    window = TimeValue("20-40 min", 3, 2400, min_seconds=1200)
    assert read("20-40 min", window).delay == timedelta(minutes=20)
    assert read("> 1 h", TimeValue("> 1 h", 3, None, min_seconds=3600)).delay == timedelta(hours=1)


@pytest.mark.parametrize(
    "said", [None, "", "Primary responder", "immer sofort", "P1 only", "no ack"]
)
def test_what_needs_no_judgement_is_told_by_the_wait(said: str | None) -> None:
    assert read(said) == Condition(ACK)


@pytest.mark.parametrize("said", ["data loss", "For technical escalations", "any time"])
def test_what_only_a_person_can_tell_is_left_to_them(said: str) -> None:
    assert read(said).is_judged


def test_a_calendar_is_no_delay() -> None:
    assert read("next working day", a_time("next_business_day")).is_judged


def test_a_rung_for_other_levels_is_elsewhere() -> None:
    assert read("P0 and P1", key="P2").is_elsewhere
    assert read("P0, 1 h", a_time("1 h"), key="P2").is_elsewhere


def test_a_severity_or_a_time_holds_for_each_in_its_own_way() -> None:
    said, hour = "P0/P1, or > 1 hour", a_time("1 h")
    assert read(said, hour, key="P1") == Condition(ACK)
    assert read(said, hour, key="P2") == Condition(RES, timedelta(hours=1))


def test_a_severity_and_a_time_hold_together() -> None:
    assert read("P1 > 2 h", a_time("2 h")) == Condition(RES, timedelta(hours=2))

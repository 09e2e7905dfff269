"""Every intake that can be found reads its payload, or says Invalid, whatever it is sent."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from runcard.adapters.registry import example_of, plugins
from runcard.domain.alerts.ports import Intake
from runcard.testing.contracts import (
    it_reads_or_says_invalid,
    parsing_is_pure,
    work_grows_with_size,
)
from tests.contract.intake_payloads import BAD, SOUND

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "intake.md"
KINDS = sorted(plugins("intake"))
HEADERS = {"content-type": "application/json"}
ALERT_FIELDS = "alerts status startsAt endsAt labels annotations generatorURL fingerprint groupKey"
OUR_FIELDS = "title id dedup_key severity service description link started_at"
FIELDS = f"{ALERT_FIELDS} {OUR_FIELDS}".split()
VALUES = st.recursive(
    st.one_of(
        st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=20),
        st.sampled_from(["firing", "resolved", "2026-03-01T02:30:00Z", "0001-01-01T00:00:00Z"]),
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=4),
        st.dictionaries(st.one_of(st.sampled_from(FIELDS), st.text(max_size=9)), inner, max_size=8),
    ),
    max_leaves=30,
)  # fmt: skip


@pytest.fixture(params=KINDS)
def intake(request: pytest.FixtureRequest) -> Intake:
    return example_of(plugins("intake")[request.param])  # type: ignore[no-any-return]


def test_every_intake_has_a_sound_payload_to_be_tried_with() -> None:
    assert set(SOUND) == set(KINDS), "add yours to tests/contract/intake_payloads.py"


def test_a_sound_payload_gives_a_signal_for_each_alert(intake: Intake) -> None:
    for count in (0, 1, 7):
        signals = it_reads_or_says_invalid(intake, SOUND[intake.kind](count), HEADERS)
        assert signals is not None
        assert len({signal.fingerprint for signal in signals}) == count


@pytest.mark.parametrize("payload", BAD, ids=lambda payload: repr(payload[:40]))
def test_bytes_that_made_trouble_are_read_or_invalid(intake: Intake, payload: bytes) -> None:
    it_reads_or_says_invalid(intake, payload, HEADERS)


@pytest.mark.parametrize("kind", KINDS)
def test_arbitrary_bytes_are_read_or_invalid(kind: str) -> None:
    intake = example_of(plugins("intake")[kind])

    @settings(max_examples=200, deadline=None)
    @given(st.binary(max_size=400))
    def reads(payload: bytes) -> None:
        it_reads_or_says_invalid(intake, payload)

    reads()


@pytest.mark.parametrize("kind", KINDS)
def test_arbitrary_json_is_read_or_invalid(kind: str) -> None:
    intake = example_of(plugins("intake")[kind])

    @settings(max_examples=200, deadline=None)
    @given(VALUES)
    @example({"title": "x" * 5000, "labels": {"y" * 5000: "z\x00\x1b[2J" * 3000}})
    @example({"alerts": [{"status": "firing", "startsAt": "2026-03-01T02:30:00Z",
                          "labels": {"alertname": "a\nb", "x": "\u202e" * 9000}}]})  # fmt: skip
    def reads(said: Any) -> None:
        it_reads_or_says_invalid(intake, json.dumps(said).encode())

    reads()


@pytest.mark.parametrize("kind", KINDS)
def test_a_sound_payload_that_was_hurt_is_read_or_invalid(kind: str) -> None:
    intake = example_of(plugins("intake")[kind])
    sound = SOUND[kind](2)

    @settings(max_examples=200, deadline=None)
    @given(st.integers(0, len(sound)), st.integers(0, 9), st.binary(max_size=4))
    def reads(at: int, lost: int, instead: bytes) -> None:
        it_reads_or_says_invalid(intake, sound[:at] + instead + sound[at + lost :])

    reads()


def test_parsing_changes_nothing_and_remembers_nothing(intake: Intake) -> None:
    parsing_is_pure(intake, SOUND[intake.kind](3), dict(HEADERS))


def test_ten_times_the_alerts_take_ten_times_the_work(intake: Intake) -> None:
    work_grows_with_size(intake, SOUND[intake.kind](100), SOUND[intake.kind](1000))


def test_the_payloads_shown_in_the_documentation_are_read(intake: Intake) -> None:
    said = PAGE.read_text(encoding="utf-8")
    posts = re.findall(rf"/in/{intake.kind}/KEY \\\n.*?<<'JSON'\n(.*?)\nJSON\n", said, re.DOTALL)
    assert posts, f"show how to post to {intake.kind} in docs/reference/intake.md"
    assert all(len(intake.parse(post.encode(), {})) == 1 for post in posts)

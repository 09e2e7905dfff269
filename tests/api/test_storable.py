"""Words that every database can keep."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runcard.domain.alerts.model import AlertState, Signal
from runcard.interfaces.api.storable import kept_key, kept_words, signal_from
from tests.api.fake_house import NOW

SAID = Signal("f", AlertState.FIRING, NOW, "Disk", "g", {"a": "b"}, {"c": "d"}, link="https://x")
anything = st.text(st.characters())


@given(anything)
def test_what_is_kept_can_be_written_anywhere(words: str) -> None:
    kept = kept_words(words)
    assert "\0" not in kept
    assert kept.encode("utf-8").decode("utf-8") == kept


@given(st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"])))
def test_ordinary_words_are_kept_as_they_are(words: str) -> None:
    assert kept_words(words) == words


def test_long_keys_stay_apart_when_cut() -> None:
    assert kept_key("x" * 400) == "x" * 400
    one, two = kept_key("x" * 5000 + "1"), kept_key("x" * 5000 + "2")
    assert one != two
    assert len(one.encode()) < 2700


def test_a_signal_changes_in_nothing_but_its_source() -> None:
    assert signal_from("prom", SAID) == replace(SAID, source="prom")


def test_labels_are_made_storable_on_both_sides() -> None:
    odd = replace(SAID, labels={"a\0": "b\ud800"}, link="https://x\0")
    kept = signal_from("prom", odd)
    assert kept.labels == {"a\ufffd": "b\ufffd"}
    assert kept.link == "https://x\ufffd"


@pytest.mark.parametrize("moments", [{"starts_at": NOW.replace(tzinfo=None)}, {"ends_at": "soon"}])
def test_a_moment_that_could_mean_any_hour_is_no_moment(moments: dict[str, Any]) -> None:
    with pytest.raises((ValueError, AttributeError)):
        signal_from("prom", replace(SAID, **moments))

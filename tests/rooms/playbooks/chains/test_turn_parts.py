"""Where one turn ends and the next begins."""

import pytest

from runcard.domain.playbooks.chains.turn_parts import is_delay, parts_of
from runcard.domain.playbooks.times.grammar import spans_in
from runcard.domain.playbooks.vocabulary import Vocabulary


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("the mate, then the cook after 5 minutes", ["the mate", "the cook after 5 minutes"]),
        ("Bo and Ada", ["Bo and Ada"]),
        ("Bo after 5 minutes and Ada after 10 minutes",
         ["Bo after 5 minutes", "Ada after 10 minutes"]),
        ("Bo immediately and Ada after 10 minutes", ["Bo immediately", "Ada after 10 minutes"]),
        ("Bo (calm, tall), Ada", ["Bo (calm, tall)", "Ada"]),
    ],
)  # fmt: skip
def test_commas_thens_and_waits(text: str, parts: list[str], words: Vocabulary) -> None:
    found = [part.strip() for part in parts_of(text, words)]
    assert [part for part in found if part] == parts


@pytest.mark.parametrize(
    ("text", "expected"),
    [("after 5 minutes", True), ("after 5 seconds", False), ("within 5 minutes", False)],
)
def test_a_delay_is_a_minute_or_more(text: str, *, expected: bool, words: Vocabulary) -> None:
    assert [is_delay(span) for span in spans_in(text, words)] == [expected]

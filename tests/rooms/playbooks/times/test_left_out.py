"""A rhythm without its unit has that of the time before it, where nothing else is counted."""

import pytest

from runcard.domain.playbooks.times.left_out import with_left_out
from runcard.domain.playbooks.vocabulary import Vocabulary


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Banks hear within 15 minutes, then every 30.", [900, 1800]),
        ("Die Leitung nach 20 Minuten, danach alle 40", [1200, 2400]),
        ("Les clients dans les 2 heures, puis toutes les 4.", [7200, 14400]),
        ("Within an hour (then every 2)", [3600, 7200]),
        ("Banks hear within 15 minutes, then every 30 guests.", [900]),
        ("Banks hear within 2 days, then every 3.", [172800]),
        ("Every 30.", []),
        ("Within 15 minutes, then every 0.", [900]),
    ],
)
def test_a_left_out_unit(said: str, expected: list[int], words: Vocabulary) -> None:
    assert [one.seconds for one in with_left_out(said, words)] == expected

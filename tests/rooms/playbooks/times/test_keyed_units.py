"""Units that stand in a key."""

import pytest

from runcard.domain.playbooks.times.keyed_units import with_unit_of_key
from runcard.domain.playbooks.vocabulary import Vocabulary


@pytest.mark.parametrize(
    ("key", "value", "told"),
    [
        ("response time minutes", "15", ("response time", "15 minutes")),
        ("reaktion in stunden", "2", ("reaktion", "2 stunden")),
        ("minutes", "15", ("minutes", "15 minutes")),
    ],
)
def test_a_bare_number_has_the_unit_of_its_key(
    key: str, value: str, told: tuple[str, str], words: Vocabulary
) -> None:
    assert with_unit_of_key(key, value, words) == told


@pytest.mark.parametrize(
    ("key", "value"), [("response time", "15"), ("response minutes", "15 min"), ("", "15")]
)
def test_anything_else_stays(key: str, value: str, words: Vocabulary) -> None:
    assert with_unit_of_key(key, value, words) == (key, value)

"""One person under two names: with more words, with fewer, and in letters without blanks."""

import pytest

from runcard.domain.playbooks.checks.names import is_among


@pytest.mark.parametrize(
    ("name", "known", "is_known"),
    [
        ("Harbour Master", {"harbour master"}, True),
        ("the Harbour Master on duty", {"harbour master"}, True),
        ("Master", {"harbour master"}, True),
        ("Conductor", {"cto"}, False),
        ("副当番", {"当番"}, True),
        ("crew of the desk in the tower", {"tower desk"}, True),
        ("mannschaft der wache am turm", {"turm wache"}, True),
        ("crew of the desk in the tower", {"tower gate"}, False),
        ("crew of the tower", {"tower desk"}, False),
        ("Pilot", set(), False),
    ],
)
def test_a_name_is_known_with_more_words_or_fewer(
    name: str, known: set[str], is_known: bool
) -> None:
    assert is_among(name, known) is is_known

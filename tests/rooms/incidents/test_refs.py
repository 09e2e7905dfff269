"""How people write an incident."""

import pytest

from runcard.domain.incidents.refs import known_form, shown
from runcard.kernel.errors import NotFound

LONG = "inc_" + "0a" * 16


@pytest.mark.parametrize(
    ("written", "ours"),
    [("INC-42", "INC-42"), ("inc-42", "INC-42"), ("42", "INC-42"), (LONG, LONG)],
)
def test_each_way_to_write_it_is_known_and_shown_in_ours(written: str, ours: str) -> None:
    assert known_form(written) == written
    assert shown(written) == ours


@pytest.mark.parametrize("words", ["", "0", "INC-", "inc_42", "42 ", "9" * 5000, "\0", "٤٢"])
def test_what_can_name_no_incident_is_not_found(words: str) -> None:
    with pytest.raises(NotFound, match="write INC-42"):
        known_form(words)

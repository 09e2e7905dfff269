"""Where a list goes on."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runcard.interfaces.api.cursor import cursor_before, number_in
from runcard.kernel.errors import Invalid


@given(st.integers(1, 999_999_999))
def test_a_cursor_leads_back_to_its_number(number: int) -> None:
    assert number_in(cursor_before(number)) == number


@given(st.text())
def test_any_other_words_are_no_cursor(words: str) -> None:
    with pytest.raises(Invalid) as refusal:
        number_in(words)
    assert refusal.value.where == "?cursor"

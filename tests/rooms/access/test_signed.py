"""The link that acknowledges a page."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runcard.domain.access.signed import DIGITS, LENGTH, from_base_62, in_base_62, sign, verify
from runcard.kernel.errors import Invalid

SECRET = bytes(range(32))
PAGE = "pg_0123456789abcdef0123456789abcdef"
ids = st.binary(min_size=16, max_size=16).map(lambda raw: f"pg_{raw.hex()}")
secrets = st.binary(min_size=1, max_size=64)


@given(secrets, ids)
def test_a_signed_link_leads_back_to_its_page(secret: bytes, page_id: str) -> None:
    token = sign(secret, page_id)
    assert len(token) == LENGTH
    assert set(token) <= set(DIGITS)
    assert verify(secret, token) == page_id


@given(ids)
def test_another_install_signs_otherwise(page_id: str) -> None:
    assert verify(b"another secret", sign(SECRET, page_id)) is None


@given(st.integers(0, LENGTH - 1), st.sampled_from(DIGITS))
def test_a_link_changed_in_one_letter_leads_nowhere(place: int, letter: str) -> None:
    token = sign(SECRET, PAGE)
    changed = token[:place] + letter + token[place + 1 :]
    assert verify(SECRET, changed) == (PAGE if changed == token else None)


@given(st.text())
def test_any_other_words_lead_nowhere(words: str) -> None:
    assert verify(SECRET, words) is None


@pytest.mark.parametrize("token", ["z" * LENGTH, "0" * LENGTH, "٣" * LENGTH, "é" * LENGTH, ""])
def test_words_of_the_right_length_lead_nowhere(token: str) -> None:
    assert verify(SECRET, token) is None


@given(st.binary(min_size=32, max_size=32))
def test_base_62_loses_nothing(raw: bytes) -> None:
    assert from_base_62(in_base_62(raw)).to_bytes(32, "big") == raw


@pytest.mark.parametrize("page_id", ["", "pg_", "inc_" + "0" * 32, PAGE + "0", PAGE.upper()])
def test_only_a_page_can_be_signed(page_id: str) -> None:
    with pytest.raises(Invalid):
        sign(SECRET, page_id)

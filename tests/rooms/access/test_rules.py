"""How tokens are written, and when they end."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runcard.domain.access.model import IntakeKey, Token
from runcard.domain.access.rules import (
    CHANCE_BYTES,
    KEY_PREFIX,
    TOKEN_PREFIX,
    checked_name,
    digest_of,
    has_ended,
    is_key,
    is_revoked,
    is_same,
    is_token,
    written,
)
from runcard.kernel.errors import Invalid
from runcard.kernel.ids import TokenId

NOW = datetime(2026, 11, 21, 3, 0, tzinfo=UTC)
TOKEN = Token(TokenId("tok_1"), "ada", frozenset(), NOW - timedelta(days=1))
KEY = IntakeKey(TokenId("key_1"), "prom", "alertmanager", NOW - timedelta(days=1))


@given(st.binary(min_size=CHANCE_BYTES, max_size=CHANCE_BYTES))
def test_what_we_write_has_the_form_we_ask_for(chance: bytes) -> None:
    assert is_token(written(TOKEN_PREFIX, chance))
    assert is_key(written(KEY_PREFIX, chance))
    assert not is_key(written(TOKEN_PREFIX, chance))
    assert not is_token(written(KEY_PREFIX, chance))


@given(st.text())
def test_other_words_are_neither_token_nor_key(words: str) -> None:
    assert not is_token(words)
    assert not is_key(words)
    assert not is_token(f"{words}{written(TOKEN_PREFIX, bytes(CHANCE_BYTES))}\n")


@given(st.text())
def test_any_words_have_a_digest(words: str) -> None:
    assert len(digest_of(words)) == 64
    assert is_same(digest_of(words), digest_of(words))
    assert not is_same(digest_of(words), digest_of(words + "x"))


@pytest.mark.parametrize(
    ("token", "ended"),
    [
        (TOKEN, False),
        (replace(TOKEN, ends_at=NOW + timedelta(seconds=1)), False),
        (replace(TOKEN, ends_at=NOW), True),
        (replace(TOKEN, revoked_at=NOW), True),
        (replace(TOKEN, revoked_at=NOW, ends_at=NOW + timedelta(days=1)), True),
    ],
)
def test_a_token_ends_at_its_end_or_when_revoked(token: Token, ended: bool) -> None:
    assert has_ended(token, NOW) is ended


def test_a_key_ends_when_it_is_revoked() -> None:
    assert not is_revoked(KEY)
    assert is_revoked(replace(KEY, revoked_at=NOW))


@pytest.mark.parametrize("name", ["a", "ada@ops.example", "the pager script", "x" * 64])
def test_a_name_may_be_what_people_write(name: str) -> None:
    assert checked_name(name) == name


@pytest.mark.parametrize("name", ["", " ", " ada", "ada ", "a\nb", "a\0b", "x" * 65, "a\u2028b"])
def test_a_name_that_would_spoil_the_timeline_is_refused(name: str) -> None:
    with pytest.raises(Invalid) as refusal:
        checked_name(name)
    assert refusal.value.where == "/name"

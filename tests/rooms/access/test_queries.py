"""Whose token or key is this."""

from datetime import timedelta

import pytest

from runcard.db.database import Database
from runcard.domain.access.actions import issue_key, issue_token, revoke_token
from runcard.domain.access.queries import (
    actor_of,
    keys,
    source_of,
    still_let_in,
    tokens,
    visitor_of,
)
from runcard.domain.access.rules import digest_of
from runcard.kernel.actor import Anonymous, Engine
from runcard.kernel.errors import Forbidden
from runcard.kernel.permission import Permission
from tests.rooms.access.conftest import HandClock

US = Engine()
NOBODY = Anonymous()
READS = frozenset({Permission.READ})
STRANGE = ["", "rct_", "rct_" + "0" * 48, "rck_" + "0" * 48, "rct_\0", "\ud800", "ä" * 52]


@pytest.mark.parametrize("words", STRANGE)
def test_nobody_comes_in_with_other_words(db: Database, words: str) -> None:
    with pytest.raises(Forbidden) as no_token:
        db.read(lambda work: actor_of(work, words), NOBODY)
    with pytest.raises(Forbidden) as no_key:
        db.read(lambda work: source_of(work, words), NOBODY)
    assert words not in no_token.value.message or not words
    assert words not in no_key.value.message or not words


def test_a_token_is_no_key_and_a_key_is_no_token(db: Database) -> None:
    token = db.write(lambda work: issue_token(work, "ada", READS), US)
    key = db.write(lambda work: issue_key(work, "prom", "generic"), US)
    with pytest.raises(Forbidden):
        db.read(lambda work: source_of(work, token), NOBODY)
    with pytest.raises(Forbidden):
        db.read(lambda work: actor_of(work, key), NOBODY)


def test_every_token_and_key_is_listed_with_its_fate(db: Database) -> None:
    db.write(lambda work: issue_token(work, "ada", READS), US)
    db.write(lambda work: issue_token(work, "bo", READS), US)
    db.write(lambda work: issue_key(work, "prom", "alertmanager"), US)
    db.write(lambda work: revoke_token(work, "ada"), US)
    shown = {token.name: token for token in db.read(tokens, US)}
    assert shown["ada"].revoked_at is not None
    assert shown["bo"].revoked_at is None
    assert shown["bo"].grants == READS
    assert [(key.name, key.kind) for key in db.read(keys, US)] == [("prom", "alertmanager")]


def test_a_visitor_is_who_comes_in_and_until_when(db: Database, clock: HandClock) -> None:
    ends_at = clock.now() + timedelta(hours=1)
    words = db.write(lambda work: issue_token(work, "ada", READS, ends_at), US)
    visitor = db.read(lambda work: visitor_of(work, words), NOBODY)
    assert (visitor.actor.id, visitor.actor.grants, visitor.ends_at) == ("ada", READS, ends_at)


def test_of_several_tokens_those_that_are_good_today_are_told(
    db: Database, clock: HandClock
) -> None:
    ends_at = clock.now() + timedelta(hours=1)
    good, ended, revoked = (
        digest_of(db.write(lambda work, said=said: issue_token(work, said[0], READS, said[1]), US))
        for said in (("ada", None), ("bo", ends_at), ("cy", None))
    )
    db.write(lambda work: revoke_token(work, "cy"), US)
    clock.forward(hours=1)
    asked = [good, ended, revoked, "d" * 64]
    assert list(db.read(lambda work: still_let_in(work, asked), US)) == [good]
    with pytest.raises(Forbidden):
        db.read(lambda work: still_let_in(work, asked), NOBODY)

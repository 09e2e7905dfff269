"""Letting somebody in, and no longer."""

from datetime import timedelta

import pytest
from sqlalchemy import text

from runcard.db.database import Database
from runcard.domain.access.actions import (
    install_secret,
    issue_key,
    issue_token,
    revoke_key,
    revoke_token,
)
from runcard.domain.access.queries import actor_of, keys, source_of, tokens
from runcard.domain.access.rules import ending_of, is_key, is_token
from runcard.kernel.actor import Anonymous, Engine, Person
from runcard.kernel.errors import Forbidden, Invalid, NotFound
from runcard.kernel.permission import Permission
from runcard.ledgers.timeline import store as timeline
from tests.rooms.access.conftest import HandClock

US = Engine()
NOBODY = Anonymous()
READS = frozenset({Permission.READ})
RESPONDER = Person("ada", frozenset({Permission.READ, Permission.RESPOND}))


def test_a_token_lets_its_holder_in_with_what_was_granted(db: Database) -> None:
    words = db.write(lambda work: issue_token(work, "ada", READS), US)
    assert is_token(words)
    assert db.read(lambda work: actor_of(work, words), NOBODY) == Person("ada", READS)


def test_a_key_tells_which_source_sends(db: Database) -> None:
    words = db.write(lambda work: issue_key(work, "prom", "alertmanager"), US)
    assert is_key(words)
    source = db.read(lambda work: source_of(work, words), NOBODY)
    assert (source.name, source.kind) == ("prom", "alertmanager")
    assert source.actor.grants == {Permission.INGEST}


def test_words_are_kept_nowhere(db: Database) -> None:
    token = db.write(lambda work: issue_token(work, "ada", READS), US)
    key = db.write(lambda work: issue_key(work, "prom", "generic"), US)
    tables = ("token", "intake_key", "entry")
    rows = db.read(
        lambda work: repr([work.tx.execute(text(f"select * from {t}")).all() for t in tables]), US
    )
    assert token not in rows
    assert key not in rows
    assert token.removeprefix("rct_") not in rows


def test_the_timeline_says_who_was_let_in(db: Database) -> None:
    db.write(lambda work: issue_token(work, "ada", READS), US)
    db.write(lambda work: issue_key(work, "prom", "generic"), US)
    told = db.read(lambda work: timeline.read(work, timeline.INSTALL), US)
    assert [entry.event.name for entry in told] == ["ada", "the source prom"]


def test_a_revoked_token_lets_nobody_in(db: Database) -> None:
    words = db.write(lambda work: issue_token(work, "ada", READS), US)
    assert db.write(lambda work: revoke_token(work, "ada"), US) == 1
    with pytest.raises(Forbidden):
        db.read(lambda work: actor_of(work, words), NOBODY)
    with pytest.raises(NotFound, match="token named ada"):
        db.write(lambda work: revoke_token(work, "ada"), US)


def test_whoever_remembers_a_token_hears_whose_it_was(db: Database) -> None:
    heard: set[str] = set()
    db.listeners.append(lambda news: heard.update(news.touched))
    db.write(lambda work: issue_token(work, "ada", READS), US)
    assert ending_of("ada") not in heard
    db.write(lambda work: revoke_token(work, "ada"), US)
    assert ending_of("ada") in heard


def test_a_token_lets_nobody_in_after_its_end(db: Database, clock: HandClock) -> None:
    ends_at = clock.now() + timedelta(hours=1)
    words = db.write(lambda work: issue_token(work, "ada", READS, ends_at), US)
    clock.forward(minutes=59)
    assert db.read(lambda work: actor_of(work, words), NOBODY).label == "ada"
    clock.forward(minutes=1)
    with pytest.raises(Forbidden):
        db.read(lambda work: actor_of(work, words), NOBODY)


def test_a_revoked_key_takes_nothing_in_and_its_successor_does(db: Database) -> None:
    first = db.write(lambda work: issue_key(work, "prom", "generic"), US)
    assert db.write(lambda work: revoke_key(work, "prom"), US) == 1
    second = db.write(lambda work: issue_key(work, "prom", "generic"), US)
    with pytest.raises(Forbidden):
        db.read(lambda work: source_of(work, first), NOBODY)
    assert db.read(lambda work: source_of(work, second), NOBODY).name == "prom"
    with pytest.raises(NotFound):
        db.write(lambda work: revoke_key(work, "unheard of"), US)


def test_doors_hear_of_every_issue_and_revocation(db: Database) -> None:
    heard: list[bool] = []
    db.listeners.append(lambda news: heard.append(timeline.INSTALL in news.touched))
    db.write(lambda work: issue_key(work, "prom", "generic"), US)
    db.write(lambda work: revoke_key(work, "prom"), US)
    assert heard == [True, True]


def test_the_secret_of_an_install_never_changes(db: Database) -> None:
    first = db.write(install_secret, US)
    assert len(first) == 32
    assert db.write(install_secret, US) == first


def test_a_bad_name_is_refused_and_nothing_is_kept(db: Database) -> None:
    with pytest.raises(Invalid):
        db.write(lambda work: issue_token(work, "two\nlines", READS), US)
    with pytest.raises(Invalid):
        db.write(lambda work: issue_key(work, "", "generic"), US)
    assert db.read(tokens, US) == ()
    assert db.read(keys, US) == ()


@pytest.mark.parametrize(
    "verb",
    [
        lambda work: issue_token(work, "ada", READS),
        lambda work: issue_key(work, "prom", "generic"),
        lambda work: revoke_token(work, "ada"),
        lambda work: revoke_key(work, "prom"),
        install_secret,
        tokens,
        keys,
    ],
)
def test_only_who_administers_lets_others_in(db: Database, verb) -> None:
    with pytest.raises(Forbidden):
        db.write(verb, RESPONDER)

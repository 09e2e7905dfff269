"""Whose token or key is this, and which ones are there."""

from runcard.db.work import Work
from runcard.domain.access import store
from runcard.domain.access.model import IntakeKey, Source, Token
from runcard.domain.access.rules import digest_of, has_ended, is_key, is_revoked, is_token
from runcard.kernel.actor import Actor, Integration, Person
from runcard.kernel.errors import Forbidden
from runcard.kernel.permission import Permission, open_to_everyone, require


@open_to_everyone
def actor_of(work: Work, words: str) -> Actor:
    """Who comes in with this token. Raises Forbidden, with one sentence for every reason."""
    token = store.token_behind(work, digest_of(words)) if is_token(words) else None
    if token is None or has_ended(token, work.now):
        raise Forbidden("this token lets nobody in; ask whoever runs Runcard for a new one")
    return Person(token.name, token.grants)


@open_to_everyone
def source_of(work: Work, words: str) -> Source:
    """Which source sends with this key. Raises Forbidden, with one sentence for every reason."""
    key = store.key_behind(work, digest_of(words)) if is_key(words) else None
    if key is None or is_revoked(key):
        raise Forbidden("nothing is taken in under this address; check the kind and the key in it")
    actor = Integration(key.name, frozenset({Permission.INGEST}))
    return Source(key.name, key.kind, actor)


def tokens(work: Work) -> tuple[Token, ...]:
    """Every token ever issued, the oldest first."""
    require(work.actor, Permission.ADMINISTER)
    return store.every_token(work)


def keys(work: Work) -> tuple[IntakeKey, ...]:
    """Every intake key ever issued, the oldest first."""
    require(work.actor, Permission.ADMINISTER)
    return store.every_key(work)

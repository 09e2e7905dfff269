"""Whose token or key is this, and which ones are there."""

from collections.abc import Mapping, Sequence

from runcard.db.work import Work
from runcard.domain.access import store
from runcard.domain.access.model import IntakeKey, Source, Token, Visitor
from runcard.domain.access.rules import digest_of, has_ended, is_key, is_revoked, is_token
from runcard.kernel.actor import Actor, Integration, Person
from runcard.kernel.errors import Forbidden
from runcard.kernel.permission import Permission, open_to_everyone, require


@open_to_everyone
def actor_of(work: Work, words: str) -> Actor:
    """Who comes in with this token. Raises Forbidden, with one sentence for every reason."""
    return visitor_of(work, words).actor


@open_to_everyone
def visitor_of(work: Work, words: str) -> Visitor:
    """The same, and until when the token lets them in."""
    token = store.token_behind(work, digest_of(words)) if is_token(words) else None
    if token is None or has_ended(token, work.now):
        raise Forbidden("this token lets nobody in; ask whoever runs Runcard for a new one")
    return visitor_with(token)


def still_let_in(work: Work, digests: Sequence[str]) -> Mapping[str, Visitor]:
    """Those of the tokens that let somebody in today."""
    require(work.actor, Permission.ADMINISTER)
    behind = store.tokens_behind(work, digests)
    return {
        digest: visitor_with(token)
        for digest, token in behind.items()
        if not has_ended(token, work.now)
    }


def visitor_with(token: Token) -> Visitor:
    """Whoever shows a token."""
    return Visitor(Person(token.name, token.grants), token.ends_at)


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

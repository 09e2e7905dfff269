"""Let somebody in, or no longer."""

from collections.abc import Iterable
from datetime import datetime
from secrets import token_bytes

from sqlalchemy import Table

from runcard.db.work import Work
from runcard.domain.access import store
from runcard.domain.access.model import IntakeKey, Token
from runcard.domain.access.rules import (
    CHANCE_BYTES,
    KEY_PREFIX,
    TOKEN_PREFIX,
    checked_name,
    digest_of,
    ending_of,
    written,
)
from runcard.kernel.errors import NotFound
from runcard.kernel.ids import TokenId
from runcard.kernel.permission import Permission, require
from runcard.ledgers.timeline import store as timeline
from runcard.ledgers.timeline.model import TokenIssued

SECRET_BYTES = 32
# The subject touched whenever a token or key is issued or revoked: doors that remember who came in
# a moment ago forget on it.
KEYS_CHANGED = timeline.INSTALL


def issue_token(
    work: Work, name: str, grants: Iterable[Permission], ends_at: datetime | None = None
) -> str:
    """The words of a new token, to be shown once: only their digest is kept."""
    require(work.actor, Permission.ADMINISTER)
    words = written(TOKEN_PREFIX, token_bytes(CHANCE_BYTES))
    new = Token(
        TokenId(work.new_id("tok")), checked_name(name), frozenset(grants), work.now, ends_at
    )
    store.remember_token(work, new, digest_of(words))
    timeline.write(work, KEYS_CHANGED, TokenIssued(name))
    return words


def issue_key(work: Work, name: str, kind: str) -> str:
    """The words of a new intake key, to be shown once: only their digest is kept."""
    require(work.actor, Permission.ADMINISTER)
    words = written(KEY_PREFIX, token_bytes(CHANCE_BYTES))
    new = IntakeKey(TokenId(work.new_id("key")), checked_name(name), kind, work.now)
    store.remember_key(work, new, digest_of(words))
    timeline.write(work, KEYS_CHANGED, TokenIssued(f"the source {name}"))
    return words


def revoke_token(work: Work, name: str) -> int:
    """End every token of this name; how many there were."""
    require(work.actor, Permission.ADMINISTER)
    work.touched.add(ending_of(name))
    return _revoke(work, store.token, name, "token")


def revoke_key(work: Work, name: str) -> int:
    """End every intake key of this source; how many there were."""
    require(work.actor, Permission.ADMINISTER)
    return _revoke(work, store.intake_key, name, "intake key")


def install_secret(work: Work) -> bytes:
    """What signs the links of this install; made at the first start, and the same ever after."""
    require(work.actor, Permission.ADMINISTER)
    return store.settle_secret(work, token_bytes(SECRET_BYTES))


def _revoke(work: Work, table: Table, name: str, noun: str) -> int:
    ended = store.revoke(work, table, name)
    if not ended:
        raise NotFound(f"there is no {noun} named {name} that still lets anybody in")
    work.touched.add(KEYS_CHANGED)
    return ended

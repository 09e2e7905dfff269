"""Tokens and keys as remembered: only digests of them, and the secret that signs links."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Column, Index, Integer, LargeBinary, Row, String, Table, select, update

from runcard.db.dialect import insert_or_ignore
from runcard.db.metadata import Instant, Json, metadata
from runcard.db.work import Work
from runcard.domain.access.model import IntakeKey, Token
from runcard.domain.access.rules import is_same
from runcard.kernel.ids import TokenId
from runcard.kernel.permission import Permission

token = Table(
    "token",
    metadata,
    Column("id", String, primary_key=True),
    Column("name", String, nullable=False),
    Column("digest", String(64), nullable=False, unique=True),
    Column("grants", Json, nullable=False),
    Column("issued_at", Instant, nullable=False),
    Column("ends_at", Instant),
    Column("revoked_at", Instant),
)
Index("ix_token_name", token.c.name)

intake_key = Table(
    "intake_key",
    metadata,
    Column("id", String, primary_key=True),
    Column("name", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("digest", String(64), nullable=False, unique=True),
    Column("issued_at", Instant, nullable=False),
    Column("revoked_at", Instant),
)
Index("ix_intake_key_name", intake_key.c.name)

install_secret = Table(
    "install_secret",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("words", LargeBinary(32), nullable=False),
)
ONLY = 1


def remember_token(work: Work, new: Token, digest: str) -> None:
    """Keep a new token."""
    work.tx.execute(token.insert(), {
        "id": new.id, "name": new.name, "digest": digest,
        "grants": sorted(grant.value for grant in new.grants),
        "issued_at": new.issued_at, "ends_at": new.ends_at, "revoked_at": new.revoked_at,
    })  # fmt: skip


def remember_key(work: Work, new: IntakeKey, digest: str) -> None:
    """Keep a new intake key."""
    work.tx.execute(intake_key.insert(), {
        "id": new.id, "name": new.name, "kind": new.kind, "digest": digest,
        "issued_at": new.issued_at, "revoked_at": new.revoked_at,
    })  # fmt: skip


def token_behind(work: Work, digest: str) -> Token | None:
    """The token with this digest."""
    row = work.tx.execute(select(token).where(token.c.digest == digest)).one_or_none()
    return token_of(row) if row is not None and is_same(row.digest, digest) else None


def tokens_behind(work: Work, digests: Sequence[str]) -> dict[str, Token]:
    """Those of the tokens that there are, by digest."""
    rows = work.tx.execute(select(token).where(token.c.digest.in_(digests)))
    return {row.digest: token_of(row) for row in rows}


def key_behind(work: Work, digest: str) -> IntakeKey | None:
    """The intake key with this digest."""
    row = work.tx.execute(select(intake_key).where(intake_key.c.digest == digest)).one_or_none()
    return key_of(row) if row is not None and is_same(row.digest, digest) else None


def every_token(work: Work) -> tuple[Token, ...]:
    """All tokens, the oldest first."""
    return tuple(token_of(row) for row in work.tx.execute(select(token).order_by(token.c.id)))


def every_key(work: Work) -> tuple[IntakeKey, ...]:
    """All intake keys, the oldest first."""
    rows = work.tx.execute(select(intake_key).order_by(intake_key.c.id))
    return tuple(key_of(row) for row in rows)


def revoke(work: Work, table: Table, name: str) -> int:
    """End all that bear a name; how many did."""
    ended = work.tx.execute(
        update(table)
        .where(table.c.name == name, table.c.revoked_at.is_(None))
        .values(revoked_at=work.now)
    )
    return ended.rowcount


def settle_secret(work: Work, words: bytes) -> bytes:
    """Keep the secret unless there is one; the one that counts."""
    work.tx.execute(insert_or_ignore(work.tx, install_secret), {"id": ONLY, "words": words})
    return bytes(work.tx.execute(select(install_secret.c.words)).scalar_one())


def token_of(row: Row[Any]) -> Token:
    """The noun a row stands for."""
    grants = frozenset(Permission(grant) for grant in row.grants)
    return Token(TokenId(row.id), row.name, grants, row.issued_at, row.ends_at, row.revoked_at)


def key_of(row: Row[Any]) -> IntakeKey:
    """The noun a row stands for."""
    return IntakeKey(TokenId(row.id), row.name, row.kind, row.issued_at, row.revoked_at)

"""Who may come in, and with what: tokens for people and scripts, keys for monitoring systems."""

from dataclasses import dataclass
from datetime import datetime

from runcard.kernel.actor import Integration, Person
from runcard.kernel.ids import TokenId
from runcard.kernel.permission import Permission


@dataclass(frozen=True, slots=True)
class Token:
    """What is remembered of a token; its words are shown once and never kept."""

    id: TokenId
    name: str
    grants: frozenset[Permission]
    issued_at: datetime
    ends_at: datetime | None = None
    """None: only a revocation ends it."""
    revoked_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class IntakeKey:
    """What is remembered of the key of one source; `kind` is the kind of its payloads."""

    id: TokenId
    name: str
    kind: str
    issued_at: datetime
    revoked_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Visitor:
    """Whoever came in with a token, and until when it lets them in."""

    actor: Person
    ends_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """A monitoring system that showed its key."""

    name: str
    kind: str
    actor: Integration

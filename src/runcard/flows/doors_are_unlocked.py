"""At start: the administrator's token and an intake key a kind, those of the last start if good."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from runcard.db.database import Database
from runcard.db.work import Unit
from runcard.domain.access.actions import issue_key, issue_token
from runcard.domain.access.model import Source, Visitor
from runcard.domain.access.ports import KeyFile
from runcard.domain.access.queries import actor_of, source_of
from runcard.domain.access.rules import digest_of
from runcard.flows.house import ENGINE
from runcard.kernel.actor import EVERYTHING, Anonymous, Integration, Person
from runcard.kernel.errors import Forbidden
from runcard.kernel.permission import Permission
from runcard.kernel.secret import Secret

ADMINISTRATOR = "administrator"
LINKS = "link secret"
SENDERS = frozenset({Permission.INGEST})


@dataclass(frozen=True, slots=True)
class Doorkeys:
    """The words of the keys; the database keeps only their digests."""

    token: Secret
    intakes: Mapping[str, Secret]

    @property
    def administrator(self) -> tuple[str, Visitor]:
        """The digest of the token, and whoever comes in with it."""
        return digest_of(self.token.reveal()), Visitor(Person(ADMINISTRATOR, EVERYTHING))

    @property
    def sources(self) -> Iterator[tuple[str, Source]]:
        """By the digest of its key, whoever sends with it."""
        for kind, key in self.intakes.items():
            yield digest_of(key.reveal()), Source(kind, kind, Integration(kind, SENDERS))


@dataclass(frozen=True, slots=True)
class AtHand:
    """What the last start left on the disk: enough to take alerts in without a database."""

    keys: Doorkeys
    links: Secret


def keys_at_hand(file: KeyFile) -> AtHand | None:
    """None where no start has ever got so far."""
    kept = dict(file.read())
    token, links = kept.pop(ADMINISTRATOR, None), kept.pop(LINKS, None)
    if token is None or links is None:
        return None
    keys = {kind: Secret(key) for kind, key in kept.items()}
    return AtHand(Doorkeys(Secret(token), keys), Secret(links))


def doors_are_unlocked(
    db: Database, file: KeyFile, kinds: Sequence[str], links: Secret
) -> Doorkeys:
    """Keys that still open their doors are kept, others are issued anew. They are written down with
    the secret of the links, for a start without a database."""
    kept = file.read()
    token = kept.get(ADMINISTRATOR, "")
    if not opens(db, lambda work: actor_of(work, token)):
        token = db.write(lambda work: issue_token(work, ADMINISTRATOR, Permission), ENGINE)
    keys = {kind: key_for(db, kind, kept.get(kind, "")) for kind in kinds}
    words = {ADMINISTRATOR: token, LINKS: links.reveal(), **keys}
    if words != kept:
        file.write(words)
    return Doorkeys(Secret(token), {kind: Secret(key) for kind, key in keys.items()})


def key_for(db: Database, kind: str, kept: str) -> str:
    """The kept key of a kind, or a new one for a source named like it."""
    if opens(db, lambda work: source_of(work, kept)):
        return kept
    return db.write(lambda work: issue_key(work, kind, kind), ENGINE)


def opens(db: Database, ask: Unit[object]) -> bool:
    """Whether somebody with these words would be let in."""
    try:
        db.read(ask, Anonymous())
    except Forbidden:
        return False
    return True

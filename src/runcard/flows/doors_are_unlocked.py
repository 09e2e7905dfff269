"""At start: the administrator's token and an intake key a kind, those of the last start if good."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from runcard.db.database import Database
from runcard.db.work import Unit
from runcard.domain.access.actions import issue_key, issue_token
from runcard.domain.access.ports import KeyFile
from runcard.domain.access.queries import actor_of, source_of
from runcard.flows.house import ENGINE
from runcard.kernel.actor import Anonymous
from runcard.kernel.errors import Forbidden
from runcard.kernel.permission import Permission
from runcard.kernel.secret import Secret

ADMINISTRATOR = "administrator"


@dataclass(frozen=True, slots=True)
class Doorkeys:
    """The words of the keys; the database keeps only their digests."""

    token: Secret
    intakes: Mapping[str, Secret]


def doors_are_unlocked(db: Database, file: KeyFile, kinds: Sequence[str]) -> Doorkeys:
    """Keys that still open their doors are kept, others are issued anew."""
    kept = file.read()
    token = kept.get(ADMINISTRATOR, "")
    if not opens(db, lambda work: actor_of(work, token)):
        token = db.write(lambda work: issue_token(work, ADMINISTRATOR, Permission), ENGINE)
    keys = {kind: key_for(db, kind, kept.get(kind, "")) for kind in kinds}
    words = {ADMINISTRATOR: token, **keys}
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

"""At the start, before anything is due: whether this database is the one it was, or a copy."""

from contextlib import ExitStack
from functools import partial

from runcard.db import instance
from runcard.db.database import Database
from runcard.db.engine import Engines
from runcard.db.instance import Whereabouts
from runcard.db.migrate import open_of_this_version
from runcard.db.work import Work
from runcard.domain.incidents import actions as incidents
from runcard.kernel.actor import Engine
from runcard.kernel.clock import Clock
from runcard.ledgers.agenda.model import KeptBack
from runcard.ledgers.timeline import store as timeline
from runcard.ledgers.timeline.copies import QuarantineBegun
from runcard.ledgers.timeline.store import INSTALL

ENGINE = Engine()


def database_is_opened(address: str, clock: Clock | None) -> Engines:
    """Brought to the schema of this version, and known for what it is before anybody uses it: what
    is accepted while it is looked at would be taken for old. Raises Unavailable while it is
    away."""
    with ExitStack() as undo:
        engines = open_of_this_version(address)
        undo.callback(engines.close)
        db = Database(engines, clock)
        db.start()
        try:
            database_is_recognised(db)
        finally:
            db.rest()
        undo.pop_all()
        return engines


def database_is_recognised(db: Database) -> None:
    """A copy is put in quarantine, and gets a name of its own; so does one that has no name yet."""
    found = db.read(instance.whereabouts, ENGINE)
    if found.name is None or found.why_a_copy is not None:
        it_is_named(db, found, found.why_a_copy)
    elif found.has_moved:
        db.write(instance.lives_here, ENGINE)


def database_is_put_in_quarantine(db: Database, why: str) -> None:
    """Somebody knows that it is a copy, or made it one."""
    it_is_named(db, db.read(instance.whereabouts, ENGINE), why)


def it_is_named(db: Database, found: Whereabouts, why: str | None) -> None:
    """The file first: with a crash in between, the next start sees a copy and begins again."""
    name = instance.draw_name()
    if found.name_file is not None:
        instance.write_name(found.name_file, name)
    db.write(partial(named, found=found, name=name, why=why), ENGINE)


def named(work: Work, *, found: Whereabouts, name: str, why: str | None) -> KeptBack | None:
    """Of several nodes that start together on a copy, the first one does it."""
    if instance.whereabouts(work).name != found.name:
        return None
    instance.call_it(work, name)
    return None if why is None else quarantine_begins(work, why)


def quarantine_begins(work: Work, why: str) -> KeptBack:
    """On the timeline of the install, too."""
    kept = incidents.stand_still(work, why)
    timeline.write(work, INSTALL, QuarantineBegun(why, kept.timers, kept.jobs))
    return kept

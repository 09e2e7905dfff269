"""The places where playbooks are kept are read: by a timer, by a push, and at every start."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import partial

import structlog

from runcard.db.database import Database
from runcard.db.work import Work
from runcard.domain.playbooks import actions as playbooks
from runcard.domain.playbooks.queries import offered, standing
from runcard.domain.playbooks.repository import NOT_NOW, Library, Reading
from runcard.flows.deck import Deck
from runcard.flows.house import ENGINE, House
from runcard.flows.shelf import Shelf, Weighed, came_from, entry_in, weigh
from runcard.kernel.errors import Conflict, Invalid, Unavailable
from runcard.kernel.permission import Permission, require
from runcard.ledgers.agenda.model import Job, Lease, Timer
from runcard.ledgers.agenda.store import jobs
from runcard.ledgers.agenda.store import timers as agenda

log = structlog.get_logger()
LIBRARY = "library"
READ_LIBRARY = "read_library"
"""The kind of the timer and of the job that it makes."""
USUALLY = timedelta(minutes=5)
# A push while the library is being read may be about what was read a moment too early.
AGAIN = timedelta(seconds=10)
MOST_TRIES = 5


@dataclass(frozen=True, slots=True)
class Errand:
    """A claimed job that reads the library."""

    lease: Lease

    @property
    def leases(self) -> tuple[Lease, ...]:
        """The one."""
        return (self.lease,)


def how_often(library: Library | None) -> timedelta | None:
    """The shortest pause that an entry asks for; None where nothing is looked at again."""
    entries = () if library is None else library.entries
    asked = [
        USUALLY if one.every is None else one.every
        for one in entries
        if one.every is not None or one.repository is not None
    ]
    return min(asked, default=None)


def library_is_due(work: Work, house: House, timers: Sequence[Timer]) -> None:
    """Reading is a job, since it touches the world; one at a time, whoever carries it."""
    every = how_often(house.library)
    if every is None:
        return
    if jobs.has_waiting(work, LIBRARY):
        every = AGAIN
    else:
        jobs.enqueue(work, [Job(work.new_id(LIBRARY), READ_LIBRARY, LIBRARY, work.now)])
    agenda.arm(work, [Timer(LIBRARY, READ_LIBRARY, LIBRARY, work.now + every)])


def library_is_pushed(work: Work, house: House) -> None:
    """Somebody says that there is news; what it is, we look up ourselves."""
    require(work.actor, Permission.INGEST)
    agenda.bring_forward(work, LIBRARY, READ_LIBRARY)


def library_is_watched(work: Work, house: House) -> None:
    """From the start on, where an entry asks for it."""
    if how_often(house.library) is not None:
        agenda.arm(work, [Timer(LIBRARY, READ_LIBRARY, LIBRARY, work.now)])


def carry(house: House, errand: Errand) -> None:
    """Read, decide, write down. Never raises for what stands outside."""
    if house.library is not None:
        readings = [house.library.read(entry) for entry in house.library.entries]
        take_up(house.db, house.deck, house.library, readings)
    house.write(lambda work: jobs.finish(work, [errand.lease]))


def library_opens(db: Database, deck: Deck, library: Library) -> Weighed:
    """At a start: the disk is read at once. A repository is read later where something of it is in
    force, so that a start needs no network; else now, and what cannot be read refuses the start."""
    before = db.read(standing, ENGINE)
    known = [one for version in before if (one := entry_in(version)) is not None]
    kept = [entry for entry in library.entries if any(came_from(one, entry) for one in known)]
    readings = [
        Reading(entry, why=NOT_NOW)
        if entry.repository is not None and entry in kept
        else library.read(entry)
        for entry in library.entries
    ]
    refuse([one for one in readings if one.why is not None and one.entry not in kept])
    return take_up(db, deck, library, readings)


def refuse(unread: Sequence[Reading]) -> None:
    """Raises where nothing was read and nothing is kept either: Invalid for a file that is missing
    or unreadable, Unavailable for a repository that does not answer."""
    if not unread:
        return
    why = "; ".join(f"playbook {one.entry.name}: {one.why}" for one in unread)
    is_here = all(one.entry.repository is None for one in unread)
    fault = Invalid(why, where="playbooks") if is_here else Unavailable(why, where="playbooks")
    fault.add_note("Mend the document, or its path under playbooks in the team file")
    raise fault


def take_up(db: Database, deck: Deck, library: Library, readings: Sequence[Reading]) -> Weighed:
    """Decide over what was read and put it in force; decided anew where somebody was quicker."""
    for _ in range(MOST_TRIES):
        shelf = db.read(lambda work: Shelf(standing(work), offered(work)), ENGINE)
        weighed = weigh(deck, library.team, readings, shelf)
        try:
            db.write(partial(put_down, what=weighed), ENGINE)
        except Conflict:
            continue
        deck.put_in_force([one.card for one in weighed.editions])
        for held in weighed.held:
            log.warning("playbook not put in force", name=held.name, why=held.why)
        return weighed
    raise Conflict("The playbooks change faster than they can be put in force; try again")


def put_down(work: Work, what: Weighed) -> None:
    """All of the decision in one commit."""
    if what.is_news:
        playbooks.publish(work, what.editions, what.team, instead=what.instead)
        playbooks.retire(work, what.retired)
    known = offered(work)
    for name, digest in what.noted:
        if name not in known or (known[name].digest, known[name].held) != (digest, None):
            playbooks.take_note(work, name, digest)
    for one in what.held:
        playbooks.hold(work, one.name, one.digest, one.why, one.changes)
    for place, why in what.missed:
        if why:
            playbooks.miss(work, place, why)
        elif place in known:
            playbooks.take_note(work, place, "")

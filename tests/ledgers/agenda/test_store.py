"""Timers and jobs are taken once, under a lease that fences off whoever lost it."""

from datetime import timedelta

from runcard.db.database import Database
from runcard.db.work import Work
from runcard.kernel.actor import Engine
from runcard.ledgers.agenda.model import Job, Lease, Timer
from runcard.ledgers.agenda.rules import HOLD
from runcard.ledgers.agenda.store import jobs, timers
from runcard.testing.clock import FrozenClock

ENGINE = Engine()


def claim(database: Database, owner: str) -> list[Lease]:
    return database.write(lambda work: jobs.claim(work, owner, work.now + HOLD, 10), ENGINE)


def enqueue(database: Database, *keys: str) -> None:
    def unit(work: Work) -> None:
        jobs.enqueue(work, [Job(key, "page", key, work.now) for key in keys])

    database.write(unit, ENGINE)


def test_arming_a_timer_twice_is_arming_it_once(database: Database, clock: FrozenClock) -> None:
    due = Timer("esc:1", "escalate", "inc_1", clock.now())
    for _ in range(2):
        database.write(lambda work: timers.arm(work, [due, due]), ENGINE)
    assert database.write(lambda work: timers.take_due(work, 10), ENGINE) == [due]
    assert database.write(lambda work: timers.take_due(work, 10), ENGINE) == []


def test_a_timer_that_is_not_due_stays(database: Database, clock: FrozenClock) -> None:
    later = Timer("esc:1", "escalate", "inc_1", clock.now() + timedelta(minutes=5))
    database.write(lambda work: timers.arm(work, [later]), ENGINE)
    assert database.write(lambda work: timers.take_due(work, 10), ENGINE) == []
    assert database.read(timers.next_at, ENGINE) == later.due_at
    clock.forward(minutes=5)
    assert database.write(lambda work: timers.take_due(work, 10), ENGINE) == [later]


def test_a_job_is_claimed_once(database: Database) -> None:
    enqueue(database, "a", "b")
    enqueue(database, "a")
    assert [lease.job.key for lease in claim(database, "one")] == ["a", "b"]
    assert claim(database, "two") == []


def test_a_lapsed_lease_is_taken_over_and_fences_off_the_first_owner(
    database: Database, clock: FrozenClock
) -> None:
    enqueue(database, "a")
    first = claim(database, "one")
    clock.forward(seconds=16)
    second = claim(database, "two")
    assert [lease.was_open for lease in second] == [True]
    assert second[0].token > first[0].token
    later = clock.now() + timedelta(minutes=1)
    kept = database.write(lambda work: jobs.postpone(work, first[0], later, "late"), ENGINE)
    assert not kept, "the zombie's word no longer counts"
    database.write(lambda work: jobs.finish(work, second), ENGINE)
    clock.forward(hours=1)
    assert claim(database, "three") == []


def test_a_renewed_lease_holds(database: Database, clock: FrozenClock) -> None:
    enqueue(database, "a")
    leases = claim(database, "one")
    clock.forward(seconds=10)
    database.write(lambda work: jobs.renew(work, leases, work.now + HOLD), ENGINE)
    clock.forward(seconds=10)
    assert claim(database, "two") == []


def test_what_is_in_nobodys_hands_can_be_taken_back(database: Database) -> None:
    enqueue(database, "a", "b")
    database.write(lambda work: jobs.withdraw(work, ["a"]), ENGINE)
    assert [lease.job.key for lease in claim(database, "one")] == ["b"]
    database.write(lambda work: jobs.withdraw(work, ["b"]), ENGINE)
    assert database.read(lambda work: jobs.has_waiting(work, "b"), ENGINE)


def test_a_postponed_job_comes_back(database: Database, clock: FrozenClock) -> None:
    enqueue(database, "a")
    lease = claim(database, "one")[0]
    later = clock.now() + timedelta(minutes=1)
    assert database.write(lambda work: jobs.postpone(work, lease, later, "busy"), ENGINE)
    assert database.read(jobs.next_at, ENGINE) == later
    clock.forward(minutes=1)
    assert [again.attempt for again in claim(database, "one")] == [2]


def test_at_start_every_lease_can_be_freed(database: Database) -> None:
    enqueue(database, "a")
    claim(database, "dead")
    assert database.write(jobs.release_all, ENGINE) == 1
    assert [lease.job.key for lease in claim(database, "new")] == ["a"]

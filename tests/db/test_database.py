"""One unit is one transaction, whoever shares its commit."""

import asyncio
from collections.abc import Sequence
from datetime import datetime
from threading import Event

import pytest

from runcard.db.database import Database
from runcard.db.work import Work
from runcard.kernel.actor import Engine
from runcard.kernel.errors import Invalid, Unavailable
from runcard.ledgers.timeline import store as timeline
from runcard.ledgers.timeline.model import NoteWritten

ENGINE = Engine()


def write_note(work: Work, subject: str) -> str:
    timeline.write(work, subject, NoteWritten("seen"))
    return subject


def notes(database: Database, subject: str) -> int:
    return len(database.read(lambda work: timeline.read(work, subject), ENGINE))


def test_a_unit_that_fails_leaves_nothing_and_does_not_hurt_its_neighbours(
    database: Database,
) -> None:
    def fails(work: Work) -> None:
        write_note(work, "inc_bad")
        raise Invalid("no")

    good = [
        database.submit(lambda work, n=n: write_note(work, f"inc_{n}"), ENGINE) for n in range(20)
    ]
    bad = database.submit(fails, ENGINE)
    good += [
        database.submit(lambda work, n=n: write_note(work, f"inc_{n}"), ENGINE) for n in range(20)
    ]
    with pytest.raises(Invalid):
        bad.result()
    assert len([future.result() for future in good]) == 40
    assert notes(database, "inc_bad") == 0
    assert notes(database, "inc_7") == 2


def test_a_transaction_that_ends_under_one_unit_is_nobodys_yes(database: Database) -> None:
    """SQLite rolls back all of it when its disk fails, also what was done before."""
    gathered = Event()

    def fails(work: Work) -> None:
        write_note(work, "inc_bad")
        work.tx.exec_driver_sql("rollback")
        raise Invalid("the disk failed")

    first = database.submit(lambda _: gathered.wait(5), ENGINE)
    before = database.submit(lambda work: write_note(work, "inc_before"), ENGINE)
    bad = database.submit(fails, ENGINE)
    after = database.submit(lambda work: write_note(work, "inc_after"), ENGINE)
    gathered.set()
    assert isinstance(bad.exception(), Invalid | Unavailable)
    assert [one.result() for one in (first, before, after)] == [True, "inc_before", "inc_after"]
    assert [notes(database, f"inc_{name}") for name in ("before", "bad", "after")] == [1, 0, 1]


def test_sets_that_wait_together_are_carried_out_as_one(database: Database) -> None:
    sizes: list[int] = []

    def together(work: Work, things: Sequence[str]) -> Sequence[str]:
        sizes.append(len(things))
        return [thing.upper() for thing in things]

    async def ask() -> list[Sequence[str]]:
        asked = [database.answer_set(together, [f"a{n}", f"b{n}"], ENGINE) for n in range(30)]
        return await asyncio.gather(*asked)

    answers = asyncio.run(ask())
    assert answers == [[f"A{n}", f"B{n}"] for n in range(30)]
    assert sum(sizes) == 60
    assert len(sizes) < 30


def test_a_bad_set_hurts_only_itself(database: Database) -> None:
    def together(work: Work, things: Sequence[str]) -> Sequence[str]:
        for thing in things:
            write_note(work, thing)
        if "bad" in things:
            raise Invalid("bad is not good")
        return things

    async def ask() -> list[Sequence[str] | BaseException]:
        asked = [database.answer_set(together, [name], ENGINE) for name in ("a", "bad", "c")]
        return await asyncio.gather(*asked, return_exceptions=True)

    first, second, third = asyncio.run(ask())
    assert (first, third) == (["a"], ["c"])
    assert isinstance(second, Invalid)
    assert [notes(database, name) for name in ("a", "bad", "c")] == [1, 0, 1]


def test_a_reader_cannot_write(database: Database) -> None:
    if not database.engines.is_embedded:
        return
    with pytest.raises(Unavailable):
        database.read(lambda work: write_note(work, "inc_1"), ENGINE)


def test_ids_and_the_instant_of_a_unit_are_its_own(database: Database) -> None:
    def draw(work: Work) -> tuple[str, str, datetime]:
        return work.new_id("inc"), work.new_id("inc"), work.now

    first, second, now = database.write(draw, ENGINE)
    third, _, later = database.write(draw, ENGINE)
    assert len({first, second, third}) == 3
    assert now == later
    assert first.startswith("inc_")


def test_whoever_listens_hears_what_a_commit_touched(database: Database) -> None:
    heard: list[frozenset[str]] = []
    database.listeners.append(lambda news: heard.append(news.touched))
    database.write(lambda work: write_note(work, "inc_1"), ENGINE)
    assert heard == [frozenset({"inc_1"})]


def test_a_closed_database_takes_nothing_more(database: Database) -> None:
    database.write(lambda work: write_note(work, "inc_1"), ENGINE)
    database._queue.close()
    with pytest.raises(Unavailable, match="stopping"):
        database.submit(lambda work: write_note(work, "inc_1"), ENGINE)


def test_the_other_story_is_told_where_the_first_fails_for_a_reason_nobody_foresaw(
    database: Database,
) -> None:
    def breaks(work: Work, subjects: Sequence[str]) -> Sequence[str]:
        if "inc_odd" in subjects:
            raise KeyError("a rule forgot this case")
        return [write_note(work, subject) for subject in subjects]

    def plain(work: Work, subjects: Sequence[str]) -> Sequence[str]:
        return [write_note(work, f"{subject}_kept") for subject in subjects]

    async def three() -> list[Sequence[str]]:
        asked = (
            database.answer_set(breaks, [name], ENGINE, instead=plain)
            for name in ("inc_a", "inc_odd", "inc_b")
        )
        return list(await asyncio.gather(*asked))

    assert asyncio.run(three()) == [["inc_a"], ["inc_odd_kept"], ["inc_b"]]
    assert notes(database, "inc_odd_kept") == 1


def test_what_a_person_must_mend_is_refused_and_not_told_otherwise(database: Database) -> None:
    def refuses(_: Work, subjects: Sequence[str]) -> Sequence[str]:
        raise Invalid(f"{subjects[0]} makes no sense")

    def plain(work: Work, subjects: Sequence[str]) -> Sequence[str]:
        return [write_note(work, subject) for subject in subjects]

    with pytest.raises(Invalid):
        database.write_set(refuses, ["inc_a"], ENGINE, instead=plain)
    assert notes(database, "inc_a") == 0

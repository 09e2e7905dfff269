"""What happened is added to, never changed; whoever changes it is found."""

from threading import Event

import pytest
from sqlalchemy import delete, event, update

from runcard.db.database import Database
from runcard.kernel.actor import Engine
from runcard.ledgers.timeline import store as timeline
from runcard.ledgers.timeline.model import NoteWritten, Resolved
from runcard.ledgers.timeline.store import chain, entry

ENGINE = Engine()


@pytest.fixture
def told(database: Database) -> Database:
    for number in range(4):
        database.write(
            lambda work, n=number: timeline.write(
                work, "inc_1", NoteWritten(f"note {n}"), Resolved("")
            ),
            ENGINE,
        )
    database.write(lambda work: timeline.write(work, "inc_2", NoteWritten("Ärger 🚢")), ENGINE)
    return database


def breaks(database: Database) -> list[tuple[str, int]]:
    found = database.read(lambda work: list(timeline.find_breaks(work)), ENGINE)
    return [(one.subject, one.position) for one in found]


def test_a_story_reads_in_order_without_a_gap(told: Database) -> None:
    story = told.read(lambda work: timeline.read(work, "inc_1"), ENGINE)
    assert [one.position for one in story] == list(range(1, 9))
    assert story[0].event == NoteWritten("note 0")
    later = told.read(lambda work: timeline.since(work, "inc_1", 6), ENGINE)
    assert [one.position for one in later] == [7, 8]


def test_an_honest_book_holds(told: Database) -> None:
    assert breaks(told) == []
    assert told.read(timeline.count, ENGINE) == 9


def test_a_changed_word_is_found(told: Database) -> None:
    forged = update(entry).where(entry.c.subject == "inc_1", entry.c.position == 3)
    told.write(lambda work: work.tx.execute(forged.values(data='{"text":"nothing"}')), ENGINE)
    assert breaks(told) == [("inc_1", 3)]


def test_a_torn_out_line_is_found(told: Database) -> None:
    torn = delete(entry).where(entry.c.subject == "inc_1", entry.c.position == 3)
    told.write(lambda work: work.tx.execute(torn), ENGINE)
    assert breaks(told) == [("inc_1", 3)]


def test_a_torn_out_end_is_found(told: Database) -> None:
    torn = delete(entry).where(entry.c.subject == "inc_1", entry.c.position > 6)
    told.write(lambda work: work.tx.execute(torn), ENGINE)
    assert breaks(told) == [("inc_1", 6)]


def test_a_forged_head_is_found(told: Database) -> None:
    forged = update(chain).where(chain.c.subject == "inc_2").values(head="f" * 64)
    told.write(lambda work: work.tx.execute(forged), ENGINE)
    assert breaks(told) == [("inc_2", 1)]


def test_what_is_added_during_the_walk_is_no_break(told: Database) -> None:
    """Each chain is read with its entries at one moment, whatever else is written meanwhile."""
    writes = iter(range(8))
    busy = Event()

    def also_write(*_: object) -> None:
        number = None if busy.is_set() else next(writes, None)
        if number is not None:
            busy.set()
            note = NoteWritten(f"meanwhile {number}")
            told.write(lambda work: timeline.write(work, "inc_2", note), ENGINE)
            busy.clear()

    event.listen(told.engines.reading, "before_cursor_execute", also_write)
    try:
        assert breaks(told) == []
    finally:
        event.remove(told.engines.reading, "before_cursor_execute", also_write)
    assert next(writes) > 1

"""The writing thread goes on, whatever became of those who asked it for something."""

import asyncio
import threading

from runcard.db.database import Database
from runcard.db.work import Work
from runcard.kernel.actor import Engine

ENGINE = Engine()


def test_a_caller_that_no_longer_waits_does_not_stop_the_writer(database: Database) -> None:
    go = threading.Event()
    first = [database.submit(lambda _: go.wait(10.0), ENGINE) for _ in range(8)]
    given_up = database.submit(lambda _: 7, ENGINE)
    assert given_up.cancel()
    go.set()
    assert [one.result(10.0) for one in first] == [True] * 8
    assert database.submit(lambda _: 8, ENGINE).result(10.0) == 8


def test_a_door_that_closed_does_not_stop_the_writer(database: Database) -> None:
    go, begun = threading.Event(), threading.Event()

    def slow(_: Work) -> None:
        begun.set()
        go.wait(10.0)

    async def ask_and_leave() -> None:
        asked = asyncio.create_task(database.answer(slow, ENGINE))
        await asyncio.to_thread(begun.wait, 10.0)
        asked.cancel()

    asyncio.run(ask_and_leave())
    go.set()
    assert database.submit(lambda _: 8, ENGINE).result(10.0) == 8

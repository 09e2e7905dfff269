"""Each writing transaction is timed once, from its beginning until its connection is back."""

import threading

from runcard.db.database import Database
from runcard.db.timing import time_transactions
from runcard.kernel.actor import Engine

PAUSE_S = 0.05


def test_a_unit_of_work_is_timed_and_a_look_is_not(database: Database) -> None:
    took: list[float] = []
    time_transactions(database.engines.writing, took.append)
    database.write(lambda _: threading.Event().wait(PAUSE_S), Engine())
    database.read(lambda work: work.now, Engine())
    assert len(took) == 1
    assert PAUSE_S <= took[0] < 10.0

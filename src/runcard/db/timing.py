"""How long each writing transaction takes, from its beginning until it is on disk."""

import time
from collections.abc import Callable
from typing import Any

from sqlalchemy import Engine, event

BEGUN = "begun_at"


def time_transactions(engine: Engine, took: Callable[[float], None]) -> None:
    """`took` is told the seconds each time a connection is given back; it must be quick."""

    @event.listens_for(engine, "checkout")
    def taken(_connection: Any, record: Any, _proxy: Any) -> None:
        record.info[BEGUN] = time.perf_counter()

    @event.listens_for(engine, "checkin")
    def given_back(_connection: Any, record: Any) -> None:
        begun = record.info.pop(BEGUN, None)
        if begun is not None:
            took(time.perf_counter() - begun)

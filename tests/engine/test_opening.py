"""The database was away at the start: it is tried until it is there, once."""

from threading import Event

import pytest

from runcard.engine import opening
from runcard.engine.opening import Opening
from runcard.kernel.errors import Unavailable
from tests.engine.observing import eventually


def test_it_is_tried_until_it_is_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "TRY_AGAIN", 0.01)
    tries: list[int] = []

    def open_it() -> None:
        tries.append(1)
        if len(tries) == 1:
            raise Unavailable("it does not answer")
        if len(tries) == 2:
            raise RuntimeError("something else")

    one = Opening(open_it)
    one.start()
    eventually(one.is_done.is_set, "it is open")
    one.stop()
    assert len(tries) == 3


def test_one_that_is_stopped_tries_no_more() -> None:
    tried = Event()
    one = Opening(tried.set)
    one.stop()
    assert not tried.is_set()

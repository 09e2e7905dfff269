"""A loop proves that it runs by a turn begun after it is asked, and leaves what is not its own."""

import threading

from runcard.engine.loop import Due, Loop
from runcard.ledgers.agenda.modules import LeftToOthers
from tests.engine.observing import eventually

SOON_S = 5.0


def a_loop(once: "threading.Event | None" = None) -> Loop:
    """Its turn waits for the event, if there is one."""

    def turn() -> int:
        if once is not None:
            once.wait()
        return 0

    return Loop("test", turn, lambda: Due(None, 60.0))


def test_a_loop_that_sleeps_answers_when_it_is_asked() -> None:
    loop = a_loop()
    loop.start()
    assert loop.ask().wait(SOON_S)
    loop.stop()


def test_a_loop_that_stands_still_does_not_answer() -> None:
    let_go = threading.Event()
    loop = a_loop(let_go)
    loop.start()
    asked = [loop.ask(), loop.ask()]
    assert not asked[1].wait(0.2)
    let_go.set()
    assert all(one.wait(SOON_S) for one in asked)
    loop.stop()


def test_a_turn_that_fails_is_no_answer() -> None:
    faults = [RuntimeError("no")]

    def once() -> int:
        if faults:
            raise faults.pop()
        return 0

    loop = Loop("test", once, lambda: Due(None, 60.0))
    first = loop.ask()
    loop.start()
    eventually(lambda: not faults, "it stumbles")
    assert loop.ask().wait(SOON_S)
    assert not first.is_set()
    loop.stop()


def test_what_is_left_to_others_is_looked_at_again_and_is_no_answer() -> None:
    theirs = threading.Event()
    theirs.set()
    turns = []

    def once() -> int:
        turns.append(1)
        if theirs.is_set():
            raise LeftToOthers("not ours")
        return 0

    loop = Loop("test", once, lambda: Due(None, 60.0))
    loop.start()
    asked = loop.ask()
    eventually(lambda: len(turns) >= 2, "it looks again when it is rung for")
    assert not asked.is_set()
    theirs.clear()
    assert loop.ask().wait(SOON_S)
    loop.stop()

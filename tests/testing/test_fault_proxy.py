"""The proxy spoils a line in the way it was asked, and in no other."""

import socket
import threading
import time
from collections.abc import Iterator

import pytest

from runcard.testing.fault_proxy import FaultProxy, Faults, a_fault_proxy

WORDS = b"the gates are shut " * 40


@pytest.fixture
def echo() -> Iterator[tuple[str, int]]:
    """Says again whatever is said to it."""
    listening = socket.create_server(("127.0.0.1", 0))

    def answer(call: socket.socket) -> None:
        with call:
            try:
                while said := call.recv(4096):
                    call.sendall(said)
            except OSError:
                return

    def serve() -> None:
        try:
            while True:
                call, _ = listening.accept()
                threading.Thread(target=answer, args=(call,), daemon=True).start()
        except OSError:
            return

    threading.Thread(target=serve, daemon=True).start()
    yield listening.getsockname()
    listening.close()


@pytest.fixture
def proxy(echo: tuple[str, int]) -> Iterator[FaultProxy]:
    with a_fault_proxy(echo, seed=7) as proxy:
        yield proxy


def through(proxy: FaultProxy, words: bytes = WORDS, within: float = 5.0) -> bytes:
    """What comes back; TimeoutError where nothing does."""
    with socket.create_connection(("127.0.0.1", proxy.port), timeout=within) as line:
        line.sendall(words)
        heard = b""
        while len(heard) < len(words):
            piece = line.recv(4096)
            if not piece:
                break
            heard += piece
        return heard


def test_a_sound_line_passes_everything(proxy: FaultProxy) -> None:
    assert through(proxy) == WORDS
    assert proxy.lines_taken == 1


def test_a_delay_and_a_loss_are_felt_as_a_wait(proxy: FaultProxy) -> None:
    proxy.faults = Faults(delay=0.05, loss=1.0)
    begun = time.monotonic()
    assert through(proxy, b"ahoy") == b"ahoy"
    assert time.monotonic() - begun >= 0.5, "there and back, each 0.05 s and one loss of 0.2 s"


def test_a_limit_slows_the_line_down(proxy: FaultProxy) -> None:
    proxy.faults = Faults(bytes_a_second=100)
    begun = time.monotonic()
    assert through(proxy, b"x" * 40) == b"x" * 40
    assert time.monotonic() - begun >= 0.25


def test_a_half_open_line_takes_everything_and_says_nothing(proxy: FaultProxy) -> None:
    proxy.faults = Faults(is_half_open=True)
    with pytest.raises(TimeoutError):
        through(proxy, within=0.3)


def test_a_corrupt_line_changes_some_bytes_and_loses_none(proxy: FaultProxy) -> None:
    proxy.faults = Faults(corrupts_every=20)
    heard = through(proxy)
    assert len(heard) == len(WORDS)
    assert 0 < sum(a != b for a, b in zip(heard, WORDS, strict=True)) < len(WORDS) // 2


def test_a_line_is_cut_after_so_many_bytes(proxy: FaultProxy) -> None:
    proxy.faults = Faults(cut_after=100)
    assert through(proxy, b"x" * 40) == b"x" * 40
    with pytest.raises(ConnectionError):
        through(proxy, b"x" * 400)


def test_cutting_resets_what_is_open_and_takes_what_is_new(proxy: FaultProxy) -> None:
    with socket.create_connection(("127.0.0.1", proxy.port), timeout=5.0) as line:
        line.sendall(b"ahoy")
        assert line.recv(10) == b"ahoy"
        assert proxy.cut() == 1
        with pytest.raises(ConnectionError):
            line.recv(10)
    assert through(proxy) == WORDS


def test_a_refusing_proxy_takes_no_line(proxy: FaultProxy) -> None:
    proxy.faults = Faults(is_refusing=True)
    with pytest.raises(ConnectionError):
        through(proxy)

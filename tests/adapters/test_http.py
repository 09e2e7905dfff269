"""The real Http against servers on loopback that answer badly, slowly or not at all."""

import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Event, Thread

import pytest

from runcard.adapters.http import LONGEST_BODY, OutboundHttp
from runcard.kernel.errors import Unavailable
from tests.peers.process import free_port
from tests.peers.webhook_sink import WebhookSink

Talk = Callable[[socket.socket, Event], None]


@contextmanager
def server_that(talk: Talk) -> Iterator[str]:
    """Takes one call and does with it what it is told; `over` is set when the test is over."""
    listening = socket.create_server(("127.0.0.1", 0))
    over = Event()

    def serve() -> None:
        call, _ = listening.accept()
        with call:
            call.settimeout(5)
            try:
                call.recv(65536)
                talk(call, over)
            except OSError:
                over.set()

    thread = Thread(target=serve)
    thread.start()
    try:
        yield f"http://127.0.0.1:{listening.getsockname()[1]}/a-secret-path"
    finally:
        over.set()
        thread.join()
        listening.close()


def test_an_answer_comes_back_with_its_status_and_body() -> None:
    def answers(call: socket.socket, over: Event) -> None:
        call.sendall(b"HTTP/1.1 418 Teapot\r\nContent-Length: 5\r\n\r\nshort")

    with server_that(answers) as url:
        answer = OutboundHttp().post(url, b"{}", {"X-A": "b"})
    assert (answer.status, answer.body) == (418, b"short")


def test_body_and_headers_arrive_as_given(webhook_sink: WebhookSink) -> None:
    OutboundHttp().post(f"{webhook_sink.url}/x?y=1", "ä".encode(), {"X-Key": "k"})
    (request,) = webhook_sink.received
    assert (request.path, request.body) == ("/x?y=1", "ä".encode())
    assert request.headers["x-key"] == "k"
    assert request.headers["user-agent"] == "runcard"


def test_a_huge_answer_is_cut_and_keeps_its_status() -> None:
    def floods(call: socket.socket, over: Event) -> None:
        call.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 99999999\r\n\r\n")
        while not over.is_set():
            call.sendall(b"x" * 65536)

    with server_that(floods) as url:
        answer = OutboundHttp().post(url, b"", {})
    assert (answer.status, len(answer.body)) == (200, LONGEST_BODY)


def test_an_answer_that_breaks_off_is_still_an_answer() -> None:
    def breaks_off(call: socket.socket, over: Event) -> None:
        call.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf")

    with server_that(breaks_off) as url:
        assert OutboundHttp().post(url, b"", {}).status == 200


def test_a_server_that_says_nothing_is_given_up() -> None:
    def says_nothing(call: socket.socket, over: Event) -> None:
        over.wait()

    with server_that(says_nothing) as url, pytest.raises(Unavailable, match=r"127\.0\.0\.1"):
        OutboundHttp(total=0.1).post(url, b"", {})


def test_a_server_that_drips_is_given_up_in_the_same_time() -> None:
    def drips(call: socket.socket, over: Event) -> None:
        call.sendall(b"HTTP/1.1 200 OK\r\nX: ")
        while not over.wait(0.02):
            call.sendall(b"y")

    with server_that(drips) as url, pytest.raises(Unavailable, match=r"too long|timed out"):
        OutboundHttp(total=0.2).post(url, b"", {})


def test_what_is_no_http_is_no_answer() -> None:
    def mumbles(call: socket.socket, over: Event) -> None:
        call.sendall(b"220 smtp.example\r\n")

    with server_that(mumbles) as url, pytest.raises(Unavailable):
        OutboundHttp().post(url, b"", {})


def test_a_refused_connection_is_unavailable_and_hides_the_path() -> None:
    with pytest.raises(Unavailable) as fault:
        OutboundHttp().post(f"http://127.0.0.1:{free_port()}/a-secret-path", b"", {})
    assert "127.0.0.1" in fault.value.message
    assert "secret" not in fault.value.message


def test_a_house_that_closes_lets_go_of_its_connections(webhook_sink: WebhookSink) -> None:
    http = OutboundHttp()
    http.post(webhook_sink.url, b"", {})
    http.close()


@pytest.mark.parametrize(
    "url", ["http://a..b", "", "http://", "http://[", "ftp://a.example", "a b", "http://\x00"]
)
def test_an_address_that_is_none_is_unavailable(url: str) -> None:
    with pytest.raises(Unavailable):
        OutboundHttp().post(url, b"", {})


def test_a_header_with_a_line_break_is_unavailable(webhook_sink: WebhookSink) -> None:
    with pytest.raises(Unavailable):
        OutboundHttp().post(webhook_sink.url, b"", {"x": "a\r\nb: c"})


def test_loopback_is_closed_where_private_addresses_are(webhook_sink: WebhookSink) -> None:
    with pytest.raises(Unavailable, match="no address that we may connect to"):
        OutboundHttp(allow_private=False).post(webhook_sink.url, b"", {})
    assert webhook_sink.received == []

"""The judge of the crash tests counts whole messages only."""

import socket
from urllib.parse import urlsplit

import httpx2
import pytest

from tests.crash.sink import SinkThatKills

pytestmark = pytest.mark.crash


@pytest.mark.parametrize("body", [b"", b'{"key": "page'])
def test_a_message_whose_sender_died_over_it_did_not_arrive(
    webhook_sink: SinkThatKills, body: bytes
) -> None:
    there = urlsplit(webhook_sink.url)
    with socket.create_connection((there.hostname, there.port), timeout=10.0) as sender:
        sender.sendall(b"POST /ada HTTP/1.1\r\nHost: sink\r\nContent-Length: 40\r\n\r\n" + body)
        sender.shutdown(socket.SHUT_WR)
        assert b" 400 " in sender.recv(100)
    assert webhook_sink.received == []
    httpx2.post(f"{webhook_sink.url}/ada", json={"key": "page:1"})
    assert len(webhook_sink.received) == 1

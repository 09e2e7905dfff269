"""Providers that misbehave: a mail server and a web address that a test can put in any mood."""

import json
import socket
import socketserver
import struct
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import Enum

RESET = struct.pack("ii", 1, 0)
GARBAGE = bytes(range(128, 256)) * 8 + b"\r\n"
LONGEST_CALL_SECONDS = 60.0


class Mood(Enum):
    """How a provider takes a message."""

    TAKES = "takes it and says so"
    FORGETS = "says that it took it, and forgets it"
    BUSY = "says: not now"
    REFUSES = "says: never"
    RESETS = "resets the line in the middle of the message"
    GARBAGE = "answers what means nothing"
    SILENT = "takes the line and never says a word"
    DRIPS = "answers one byte a second"


@dataclass(slots=True)
class Provider:
    """`taken` are the bodies it has for its people; `heard` is all that was said on any line."""

    host: str = "127.0.0.1"
    port: int = 0
    mood: Mood = Mood.TAKES
    banner_lines: int = 1
    taken: list[bytes] = field(default_factory=list)
    heard: list[bytes] = field(default_factory=list)
    closed: threading.Event = field(default_factory=threading.Event)
    """Set when the provider goes away: nobody on a line waits any longer."""
    _changed: threading.Condition = field(default_factory=threading.Condition)

    def keep(self, body: bytes) -> None:
        """A message arrived; whoever waits for it is told."""
        with self._changed:
            if self.mood is not Mood.FORGETS:
                self.taken.append(body)
            self._changed.notify_all()

    def wait_for(self, count: int, within: float) -> list[bytes]:
        """What was taken, once there is so much of it; else AssertionError."""
        with self._changed:
            there = self._changed.wait_for(lambda: len(self.taken) >= count, within)
            assert there, f"waited {within:g} s for {count} message(s); came: {len(self.taken)}"
            return list(self.taken)


@dataclass(frozen=True, slots=True)
class Call:
    """One line to a provider."""

    provider: Provider
    line: socket.socket
    reading: socketserver.StreamRequestHandler

    def say(self, words: bytes) -> None:
        """In the mood the provider is in."""
        match self.provider.mood:
            case Mood.SILENT:
                self.provider.closed.wait(LONGEST_CALL_SECONDS)
            case Mood.GARBAGE:
                self.line.sendall(GARBAGE)
            case Mood.DRIPS:
                for byte in words:
                    self.line.sendall(bytes([byte]))
                    if self.provider.closed.wait(1.0):
                        return
            case _:
                self.line.sendall(words)

    def hear(self) -> bytes:
        """The next line; nothing when the caller has hung up."""
        said = self.reading.rfile.readline(65_536)
        self.provider.heard.append(said)
        return said

    def reset(self) -> None:
        """End the line without a word."""
        self.line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET)
        self.line.close()


def speak_smtp(call: Call) -> None:
    """As much of RFC 5321 as a letter needs; it offers no encryption."""
    answers = {
        Mood.BUSY: b"451 4.7.1 greylisted, come again\r\n",
        Mood.REFUSES: b"550 5.1.1 nobody of that name\r\n",
    }
    banner = b"".join(b"220-stub\r\n" for _ in range(call.provider.banner_lines - 1))
    call.say(banner + b"220 stub\r\n")
    while words := call.hear():
        verb = words[:4].upper()
        if verb == b"RCPT":
            call.say(answers.get(call.provider.mood, b"250 fine\r\n"))
        elif verb == b"DATA":
            call.say(b"354 go on\r\n")
            if not hear_letter(call):
                return
            call.say(b"250 kept\r\n")
        elif verb == b"QUIT":
            call.say(b"221 bye\r\n")
            return
        else:
            call.say(b"250 stub\r\n")


def hear_letter(call: Call) -> bool:
    """Up to the lone point; False where the line was reset in the middle of it."""
    letter = b""
    while (line := call.hear()) not in {b".\r\n", b""}:
        letter += line
        if call.provider.mood is Mood.RESETS:
            call.reset()
            return False
    call.provider.keep(letter)
    return True


def speak_http(call: Call) -> None:
    """One POST, one answer."""
    statuses = {Mood.BUSY: b"503 Busy", Mood.REFUSES: b"404 Not Found"}
    length = 0
    while (line := call.hear()) not in {b"\r\n", b""}:
        name, _, value = line.partition(b":")
        if name.lower() == b"content-length":
            length = int(value)
    if call.provider.mood is Mood.RESETS:
        call.reset()
        return
    body = call.reading.rfile.read(length)
    if call.provider.mood in {Mood.TAKES, Mood.FORGETS, Mood.DRIPS}:
        call.provider.keep(body)
    status = statuses.get(call.provider.mood, b"200 OK")
    call.say(b"HTTP/1.1 " + status + b"\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")


def keys_in(bodies: list[bytes]) -> list[str]:
    """The keys of pages that came to a webhook."""
    return [str(json.loads(body)["key"]) for body in bodies]


class Server(socketserver.ThreadingTCPServer):
    """A thread a line; none of them holds up the end of a test."""

    daemon_threads = True
    allow_reuse_address = True
    block_on_close = False


@contextmanager
def a_provider(speak: Callable[[Call], None], mood: Mood = Mood.TAKES) -> Iterator[Provider]:
    """A provider for the length of a block: `a_provider(speak_smtp, Mood.DRIPS)`."""
    provider = Provider(mood=mood)

    class Answering(socketserver.StreamRequestHandler):
        def handle(self) -> None:
            try:
                speak(Call(provider, self.connection, self))
            except (OSError, ValueError):
                return

    server = Server((provider.host, 0), Answering)
    provider.port = server.server_address[1]
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    try:
        yield provider
    finally:
        provider.closed.set()
        server.shutdown()
        server.server_close()
        thread.join()

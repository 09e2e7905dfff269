"""A TCP proxy that spoils a line on purpose: between a node and its database, or a provider."""

import asyncio
import random
import socket
import struct
import threading
from collections.abc import Coroutine, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import Any

PIECE = 16 * 1024
RETRANSMIT_SECONDS = 0.2
# A close with this on the socket is a reset, as from a machine that lost its power.
RESET = struct.pack("ii", 1, 0)
Upstream = tuple[str, int] | str
"""A host and a port, or the path of a Unix socket."""


@dataclass(frozen=True, slots=True)
class Faults:
    """What happens to whatever passes, in both directions. Nothing, unless said."""

    delay: float = 0.0
    """Seconds each piece waits."""
    jitter: float = 0.0
    """Up to so many seconds more, by chance."""
    loss: float = 0.0
    """The share of pieces that are lost once and sent again, which a TCP line feels as a wait."""
    bytes_a_second: int | None = None
    """1 is the slow byte."""
    corrupts_every: int | None = None
    """One byte in so many arrives as another one."""
    cut_after: int | None = None
    """A line is reset once so many bytes have passed."""
    is_half_open: bool = False
    """Bytes are taken and none is passed on; nobody is told."""
    is_refusing: bool = False
    """New lines are reset at once."""


SOUND = Faults()


@dataclass(slots=True, eq=False)
class Line:
    """One line through the proxy."""

    writers: tuple[asyncio.StreamWriter, ...]
    passed: int = 0

    def reset(self) -> None:
        """End it without a word."""
        for writer in self.writers:
            raw: socket.socket | None = writer.get_extra_info("socket")
            if raw is not None and raw.family != socket.AF_UNIX:
                with suppress(OSError):
                    raw.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET)
            writer.transport.abort()


@dataclass(slots=True)
class FaultProxy:
    """Listens on loopback. `faults` may be changed at any moment, also for lines that are open."""

    upstream: Upstream
    faults: Faults = SOUND
    seed: int = 0
    port: int = 0
    lines_taken: int = 0
    _lines: set[Line] = field(default_factory=set)
    _chance: random.Random = field(init=False)
    _loop: asyncio.AbstractEventLoop = field(default_factory=asyncio.new_event_loop)
    _thread: threading.Thread | None = None
    _server: asyncio.Server | None = None

    def __post_init__(self) -> None:
        self._chance = random.Random(self.seed)

    def start(self) -> None:
        """Listen, on a free port if none was named."""
        self._thread = threading.Thread(target=self._loop.run_forever, name="proxy", daemon=True)
        self._thread.start()
        self._do(self._listen())

    def stop(self) -> None:
        """Reset what is open, and listen no more."""
        self._do(self._end())
        self._loop.call_soon_threadsafe(self._loop.stop)
        if self._thread is not None:
            self._thread.join()
        self._loop.close()

    def cut(self) -> int:
        """Reset every open line; new ones are taken. Returns how many there were."""
        return self._do(self._reset_all())

    def _do(self, what: "Coroutine[Any, Any, int]") -> int:
        return asyncio.run_coroutine_threadsafe(what, self._loop).result(10.0)

    async def _listen(self) -> int:
        self._server = await asyncio.start_server(self._take, "127.0.0.1", self.port)
        self.port = self._server.sockets[0].getsockname()[1]
        return self.port

    async def _end(self) -> int:
        if self._server is not None:
            self._server.close()
        count = await self._reset_all()
        others = asyncio.all_tasks() - {asyncio.current_task()}
        for task in others:
            task.cancel()
        await asyncio.gather(*others, return_exceptions=True)
        return count

    async def _reset_all(self) -> int:
        lines = list(self._lines)
        for line in lines:
            line.reset()
        return len(lines)

    async def _take(self, near: asyncio.StreamReader, back: asyncio.StreamWriter) -> None:
        self.lines_taken += 1
        if self.faults.is_refusing:
            Line((back,)).reset()
            return
        try:
            far, on = await self._dial()
        except OSError:
            Line((back,)).reset()
            return
        line = Line((back, on))
        self._lines.add(line)
        try:
            await asyncio.gather(self._pump(line, near, on), self._pump(line, far, back))
        except (OSError, asyncio.CancelledError):
            line.reset()
        finally:
            self._lines.discard(line)
            for writer in line.writers:
                writer.close()

    async def _dial(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        if isinstance(self.upstream, str):
            return await asyncio.open_unix_connection(self.upstream)
        return await asyncio.open_connection(*self.upstream)

    async def _pump(
        self, line: Line, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        while piece := await reader.read(PIECE):
            await self._hold()
            if self.faults.is_half_open:
                continue
            line.passed += len(piece)
            if self.faults.cut_after is not None and line.passed > self.faults.cut_after:
                line.reset()
                return
            await self._pass_on(self._spoilt(piece), writer)
        if writer.can_write_eof() and not self.faults.is_half_open:
            writer.write_eof()

    async def _hold(self) -> None:
        faults = self.faults
        seconds = faults.delay + self._chance.uniform(0.0, faults.jitter)
        if self._chance.random() < faults.loss:
            seconds += RETRANSMIT_SECONDS
        if seconds:
            await asyncio.sleep(seconds)

    def _spoilt(self, piece: bytes) -> bytes:
        every = self.faults.corrupts_every
        if every is None:
            return piece
        chance = self._chance
        return bytes(b ^ 0x5A if chance.randrange(every) == 0 else b for b in piece)

    async def _pass_on(self, piece: bytes, writer: asyncio.StreamWriter) -> None:
        while piece:
            speed = self.faults.bytes_a_second
            size = len(piece) if speed is None else max(speed // 10, 1)
            writer.write(piece[:size])
            await writer.drain()
            piece = piece[size:]
            if speed is not None:
                await asyncio.sleep(size / speed)


@contextmanager
def a_fault_proxy(
    upstream: Upstream, faults: Faults = SOUND, seed: int = 0
) -> Iterator[FaultProxy]:
    """A proxy for the length of a block."""
    proxy = FaultProxy(upstream, faults, seed)
    proxy.start()
    try:
        yield proxy
    finally:
        proxy.stop()

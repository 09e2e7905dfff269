"""Rings after a commit, so that whoever watches a subject looks again."""

import asyncio
import threading
from contextlib import suppress
from dataclasses import dataclass, field

from runcard.db.writer import Committed


@dataclass(slots=True, eq=False)
class Listening:
    """One watcher on its own event loop; `close` it in a finally."""

    loop: asyncio.AbstractEventLoop
    queue: asyncio.Queue[frozenset[str]]
    bell: "Bell"

    async def wait(self, seconds: float) -> frozenset[str] | None:
        """The subjects that changed; empty where another node changed something, and all must look
        again; None when nothing happened for so long."""
        try:
            return await asyncio.wait_for(self.queue.get(), seconds)
        except TimeoutError:
            return None

    def close(self) -> None:
        """Stop listening."""
        self.bell.forget(self)


@dataclass(slots=True)
class Bell:
    """Rung from the writer's thread, heard on any number of event loops."""

    _listeners: set[Listening] = field(default_factory=set)
    _guard: threading.Lock = field(default_factory=threading.Lock)

    def subscribe(self) -> Listening:
        """Listen from the running event loop."""
        listening = Listening(asyncio.get_running_loop(), asyncio.Queue(), self)
        with self._guard:
            self._listeners.add(listening)
        return listening

    def forget(self, listening: Listening) -> None:
        """Take a watcher off."""
        with self._guard:
            self._listeners.discard(listening)

    def ring(self, news: Committed) -> None:
        """Tell everybody what a commit touched."""
        if not news.touched:
            return
        with self._guard:
            listeners = list(self._listeners)
        for listening in listeners:
            with suppress(RuntimeError):  # its loop is closed: nobody watches there any more
                listening.loop.call_soon_threadsafe(listening.queue.put_nowait, news.touched)

    def ring_for_all(self) -> None:
        """Another node changed something: everybody looks again."""
        with self._guard:
            listeners = list(self._listeners)
        for listening in listeners:
            with suppress(RuntimeError):  # its loop is closed: nobody watches there any more
                listening.loop.call_soon_threadsafe(listening.queue.put_nowait, frozenset())

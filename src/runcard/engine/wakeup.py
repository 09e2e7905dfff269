"""PostgreSQL: hear other nodes' commits by LISTEN; losing the connection costs only the poll."""

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import structlog
from sqlalchemy import Engine

from runcard.db.dialect import WAKE_CHANNEL

log = structlog.get_logger()
LISTEN_SECONDS = 1.0
AFTER_A_FAULT = 2.0


@dataclass(slots=True)
class Wakeup:
    """A dedicated connection that waits for other nodes."""

    engine: Engine
    rung: Callable[[], None]
    node: str
    """This process, whose own commits are heard before they are announced."""
    _stopping: threading.Event = field(default_factory=threading.Event)
    _thread: threading.Thread | None = None

    def start(self) -> None:
        """Begin to listen."""
        self._thread = threading.Thread(target=self._run, name="wakeup", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Stop within a second."""
        self._stopping.set()
        if self._thread is not None:
            self._thread.join()

    def _run(self) -> None:
        while not self._stopping.is_set():
            try:
                self._listen()
            except Exception as fault:  # the driver's own faults too: whatever it was, listen again
                log.warning("lost the wake-up channel; polling goes on", why=str(fault))
                self._stopping.wait(AFTER_A_FAULT)

    def _listen(self) -> None:
        with self.engine.connect() as connection:
            raw: Any = connection.connection.driver_connection
            connection.detach()
            raw.autocommit = True
            raw.execute(f"listen {WAKE_CHANNEL}")
            while not self._stopping.is_set():
                heard = list(raw.notifies(timeout=LISTEN_SECONDS, stop_after=1))
                if any(one.payload != self.node for one in heard):
                    self.rung()
            raw.close()

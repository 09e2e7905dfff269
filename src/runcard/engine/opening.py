"""The database was away at the start: tried until it is there, and then the house comes to life."""

import threading
from collections.abc import Callable
from dataclasses import dataclass, field

import structlog

from runcard.kernel.errors import RuncardError

log = structlog.get_logger()
TRY_AGAIN = 1.0


@dataclass(slots=True)
class Opening:
    """`open` raises while it is not there."""

    open: Callable[[], None]
    is_done: threading.Event = field(default_factory=threading.Event)
    _stopping: threading.Event = field(default_factory=threading.Event)
    _thread: threading.Thread | None = None

    def start(self) -> None:
        """Begin to try."""
        self._thread = threading.Thread(target=self._run, name="opening", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Try no more."""
        self._stopping.set()
        if self._thread is not None:
            self._thread.join()

    def _run(self) -> None:
        said = ""
        while not self._stopping.wait(TRY_AGAIN):
            try:
                self.open()
            except RuncardError as fault:
                if fault.message != said:
                    said = fault.message
                    log.error("the database is away; alerts are kept in the spool", why=said)
                continue
            except Exception as fault:  # whatever it was, a pager tries again
                log.error("the house could not come to life", why=repr(fault))
                continue
            log.info("the database is here; everything runs")
            self.is_done.set()
            return

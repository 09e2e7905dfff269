"""Room on the disk under the database: a reserve is kept while there is plenty, and given up for
what must still be written when there is none."""

import os
import threading
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path

import structlog

RESERVE_BYTES = 16 * 1024 * 1024
# With less than this nothing can be promised: a commit of SQLite writes to its log and its index.
LEAST_BYTES = 1024 * 1024

log = structlog.get_logger()


class Room(Enum):
    """How much there is."""

    ENOUGH = "enough"
    SHORT = "storage full"
    """The reserve has been given up."""
    NONE = "storage full, the reserve is used up"
    REFUSED = "storage refuses writes"


@dataclass(slots=True)
class Reserve:
    """A file beside the database. Any thread may give it up; one takes it back."""

    folder: Path
    size: int = RESERVE_BYTES
    room: Room = Room.ENOUGH
    """As it was when somebody looked last, or gave the reserve up."""
    _guard: threading.Lock = field(default_factory=threading.Lock)

    @property
    def path(self) -> Path:
        """Where it stands."""
        return self.folder / "reserve"

    def hold(self) -> Room:
        """Take the reserve back where there is room for it again, and write to it; says how things
        are."""
        with self._guard:
            try:
                self.room = self._take_back()
            except OSError as fault:
                log.error("the disk refuses", folder=str(self.folder), why=fault.strerror)
                self.room = Room.REFUSED
        return self.room

    def give_up(self) -> bool:
        """Make room, once. False when there is nothing left to give."""
        with self._guard:
            if not self._is_held():
                return False
            self.path.unlink()
            self.room = Room.SHORT
        log.error("the disk is full; the reserve is given up", folder=str(self.folder))
        return True

    def free(self) -> int:
        """Bytes that may still be written beside it."""
        disk = os.statvfs(self.folder)
        return disk.f_bavail * disk.f_frsize

    def _take_back(self) -> Room:
        self.folder.mkdir(parents=True, exist_ok=True)
        if not self._is_held() and self.free() >= 2 * self.size:
            self._fill()
        if self._is_held():
            self._touch()
            return Room.ENOUGH
        return Room.NONE if self.free() < LEAST_BYTES else Room.SHORT

    def _is_held(self) -> bool:
        return self.path.exists()

    def _touch(self) -> None:
        """A disk that turned read-only, or fails, is known before an alert meets it."""
        handle = os.open(self.path, os.O_WRONLY)
        try:
            os.pwrite(handle, b"0", 0)
            os.fdatasync(handle)
        finally:
            os.close(handle)

    def _fill(self) -> None:
        """Really taken, not only promised by the file's length."""
        handle = os.open(self.path, os.O_WRONLY | os.O_CREAT, 0o600)
        try:
            os.posix_fallocate(handle, 0, self.size)
        except OSError:
            self.path.unlink()
            raise
        finally:
            os.close(handle)

"""What was accepted while the database is away: on disk before it is answered, read in order later.

A record is `length, crc32, bytes` at the end of the newest segment. A record that was cut off by a
crash was never answered with yes, so a segment ends where its records stop making sense. Segments
are read whole and unlinked once everything in them is in the database; what is read twice changes
nothing, since alerts are known by their identity.
"""

import errno
import os
import struct
import threading
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from runcard.db.durable import on_disk
from runcard.kernel.errors import Unavailable

HEAD = struct.Struct("<II")
MOST_BYTES = 256 * 1024 * 1024
SEGMENT_BYTES = 8 * 1024 * 1024
NAME = "spool-{:012d}.log"


@dataclass(slots=True)
class Spool:
    """A folder of segments. `put` may be called from any thread, `drain` from one."""

    folder: Path
    most: int = MOST_BYTES
    segment_bytes: int = SEGMENT_BYTES
    write: Callable[[int, bytes], int] = os.write
    on_put: Callable[[], None] | None = None
    """Called when something was kept: whoever drains it may wake up."""
    make_room: Callable[[], bool] = lambda: False
    """Asked when the disk is full; whether it is worth another try."""
    _open: int | None = None
    _number: int = 0
    _written: int = 0
    _bytes: int = 0
    _guard: threading.Lock = field(default_factory=threading.Lock)

    def __post_init__(self) -> None:
        segments = self._segments()
        self._bytes = sum(path.stat().st_size for path in segments)
        self._number = max((number_of(path) for path in segments), default=0)

    @property
    def is_empty(self) -> bool:
        """Whether everything that was accepted is in the database."""
        return self._bytes == 0

    @property
    def waiting_bytes(self) -> int:
        """How much waits for the database."""
        return self._bytes

    def put(self, records: Sequence[bytes]) -> None:
        """Keep records, together: on disk when this returns. Raises Unavailable when the spool is
        full or its disk refuses, and then none of them is kept."""
        frame = b"".join(HEAD.pack(len(one), zlib.crc32(one)) + one for one in records)
        with self._guard:
            if self._bytes + len(frame) > self.most:
                raise Unavailable(
                    f"The database is away, and the spool in {self.folder} is full with "
                    f"{self._bytes >> 20} MiB; bring the database back"
                )
            self._append(frame)
        if self.on_put is not None:
            self.on_put()

    def _append(self, frame: bytes) -> None:
        try:
            self._sync(frame)
        except OSError as fault:
            self._give_up_segment()
            if fault.errno == errno.ENOSPC and self.make_room():
                self._append(frame)
                return
            raise Unavailable(
                f"Neither the database nor the spool can keep it: {fault.strerror} in {self.folder}"
            ) from None
        self._written += len(frame)
        self._bytes += len(frame)

    def _sync(self, frame: bytes) -> None:
        segment = self._segment()
        self._write_whole(segment, frame)
        os.fdatasync(segment)

    def _write_whole(self, segment: int, frame: bytes) -> None:
        """All of it, however many calls that takes."""
        while frame:
            frame = frame[self.write(segment, frame) :]

    def _segment(self) -> int:
        if self._open is not None and self._written >= self.segment_bytes:
            self._close()
        if self._open is None:
            self.folder.mkdir(parents=True, exist_ok=True)
            self._number += 1
            path = self.folder / NAME.format(self._number)
            self._open = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_APPEND, 0o600)
            self._written = 0
            on_disk(self.folder)
        return self._open

    def _give_up_segment(self) -> None:
        """Half a record may be at its end: cut it off, and begin another segment next time."""
        if self._open is None:
            return
        with suppress(OSError):
            os.ftruncate(self._open, self._written)
        self._close()

    def _close(self) -> None:
        if self._open is not None:
            with suppress(OSError):
                os.close(self._open)
        self._open = None

    def look(self) -> Iterator[bytes]:
        """Every record that waits, in order."""
        for path in self._segments():
            yield from records_in(path.read_bytes())

    def drain(self) -> Iterator[tuple[Path, list[bytes]]]:
        """The segments in order with their records. Call `drop` for each one that is carried out;
        what is put meanwhile comes in a later segment."""
        while True:
            with self._guard:
                segments = self._segments()
                if segments and number_of(segments[0]) == self._number:
                    self._close()
            if not segments:
                return
            path = segments[0]
            yield path, records_in(path.read_bytes())
            if path.exists():
                return

    def drop(self, path: Path) -> None:
        """Everything in this segment is in the database."""
        with self._guard:
            size = path.stat().st_size
            path.unlink()
            on_disk(self.folder)
            self._bytes -= size

    def set_aside(self, record: bytes) -> Path:
        """Keep a record that nothing can be made of beside the others, out of their way. Raises
        Unavailable when the disk refuses."""
        place = self.folder / f"set-aside-{zlib.crc32(record):08x}.json"
        try:
            with place.open("wb") as file:
                file.write(record)
                file.flush()
                os.fsync(file.fileno())
        except OSError as fault:
            raise Unavailable(f"{place} cannot be written: {fault.strerror}") from None
        return place

    def close(self) -> None:
        """Let go of the file; what waits stays on disk."""
        with self._guard:
            self._close()

    def _segments(self) -> list[Path]:
        return sorted(self.folder.glob("spool-*.log"))


def number_of(path: Path) -> int:
    """`spool-000000000007.log` is the seventh."""
    return int(path.stem.removeprefix("spool-"))


def records_in(words: bytes) -> list[bytes]:
    """The records of a segment, up to where they stop making sense."""
    found = []
    at = 0
    while at + HEAD.size <= len(words):
        length, crc = HEAD.unpack_from(words, at)
        record = words[at + HEAD.size : at + HEAD.size + length]
        if len(record) < length or zlib.crc32(record) != crc:
            break
        found.append(record)
        at += HEAD.size + length
    return found

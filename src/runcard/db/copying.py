"""A SQLite database as one file elsewhere: consistent, on disk, and readable by its owner alone."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from runcard.db.dialect import connected_to_read
from runcard.db.durable import written_beside
from runcard.kernel.errors import NotFound, Unavailable

# A copy on the disk of the pager must not take the room that alerts need.
LEFT_FREE = 64 * 1024 * 1024


def copy_database(source: Path, target: Path) -> int:
    """One snapshot, taken beside whoever writes: a reader that can do nothing else holds nobody up,
    and cannot meet what two writers do to a log before SQLite 3.51.3. The file appears whole, or
    not at all; returns its size."""
    if not source.is_file():
        raise NotFound(f"There is no database {source}")
    ensure_room(source, target)
    try:
        with written_beside(target) as fresh:
            with closing(read_only(source)) as origin, closing(sqlite3.connect(fresh)) as copy:
                # All pages in one step: in several, each commit of the writer would begin it anew.
                origin.backup(copy)
                # One file that needs no other, on whatever disk it will lie.
                copy.execute("pragma journal_mode=delete")
            return fresh.stat().st_size
    except sqlite3.Error as fault:
        raise Unavailable(f"{target} cannot be written: {fault}") from None


def read_only(path: Path) -> sqlite3.Connection:
    """A connection that can change nothing. Raises Unavailable for what is no database."""
    try:
        opened = connected_to_read(path)
        opened.execute("pragma schema_version")
    except sqlite3.Error as fault:
        raise Unavailable(f"{path} cannot be read as a database: {fault}") from None
    return opened


def faults_of(path: Path) -> tuple[str, ...]:
    """What SQLite finds wrong with the file itself; nothing where it is whole."""
    try:
        with closing(read_only(path)) as opened:
            said = [str(words) for (words,) in opened.execute("pragma integrity_check(20)")]
    except Unavailable as fault:
        return (fault.message,)
    except sqlite3.Error as fault:
        return (str(fault),)
    return () if said == ["ok"] else tuple(said)


def ensure_room(source: Path, target: Path) -> None:
    """Raises Unavailable where the copy would fill the disk."""
    folder = target.absolute().parent
    if not folder.is_dir():
        raise Unavailable(f"{folder} is no folder; make it, or choose another place")
    disk = os.statvfs(folder)
    free, needed = disk.f_bavail * disk.f_frsize, source.stat().st_size + LEFT_FREE
    if free < needed:
        raise Unavailable(
            f"{folder} has {free >> 20} MiB free, and {needed >> 20} MiB are needed; "
            "choose another disk"
        )

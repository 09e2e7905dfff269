"""What is on disk and not only on its way there."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from runcard.kernel.errors import Unavailable

OWNER_ONLY = 0o600


def on_disk(path: Path) -> None:
    """What was written to a file, or which files a folder holds, outlives a power cut. Raises
    OSError where the disk refuses."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def written_beside(target: Path) -> Iterator[Path]:
    """A file under another name, readable by its owner alone, that gets its own name once it is
    whole and on disk. Raises Unavailable where the disk refuses; then nothing has changed."""
    fresh = target.with_name(f"{target.name}.new")
    try:
        fresh.unlink(missing_ok=True)
        os.close(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, OWNER_ONLY))
        yield fresh
        on_disk(fresh)
        fresh.replace(target)
        on_disk(target.absolute().parent)
    except OSError as fault:
        raise Unavailable(f"{target} cannot be written: {fault.strerror or fault}") from None
    finally:
        fresh.unlink(missing_ok=True)

"""What is on disk and not only on its way there."""

import os
from pathlib import Path


def on_disk(path: Path) -> None:
    """What was written to a file, or which files a folder holds, outlives a power cut. Raises
    OSError where the disk refuses."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)

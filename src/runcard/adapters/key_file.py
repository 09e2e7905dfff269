"""The keys this install prints, in a file that only its owner reads."""

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from runcard.kernel.errors import Unavailable

NAME = "keys.json"
OWNER_ONLY = 0o600


@dataclass(frozen=True, slots=True)
class KeyFileOnDisk:
    """In the data folder; replaced whole, never half-written."""

    folder: Path

    def read(self) -> Mapping[str, str]:
        """What the file says; nothing when it is not there or was damaged."""
        try:
            said = json.loads((self.folder / NAME).read_text("utf-8"))
        except (OSError, ValueError):
            return {}
        if not isinstance(said, dict):
            return {}
        return {str(name): str(words) for name, words in said.items()}

    def write(self, words: Mapping[str, str]) -> None:
        """Readable by its owner only from the first byte."""
        path = self.folder / NAME
        fresh = path.with_suffix(".new")
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            fresh.unlink(missing_ok=True)
            descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, OWNER_ONLY)
            with os.fdopen(descriptor, "w", encoding="utf-8") as file:
                json.dump(dict(words), file)
            fresh.replace(path)
        except OSError as fault:
            raise Unavailable(
                f"{path} cannot be written: {fault.strerror}; choose another folder with --data"
            ) from None

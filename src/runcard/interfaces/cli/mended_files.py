"""`--fix`: files changed where a machine may, and nowhere else."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from runcard.domain.playbooks.mending import Mended, mend
from runcard.interfaces.cli.checked import one_checked
from runcard.interfaces.cli.documents import Document

MOST_CHANGES = 10_000
ENDS = re.compile(r"(\r\n|\r|\n)")


def mend_files(found: list[Document], day: date) -> list[str]:
    """Mend each document in place, in the list too; says what was changed."""
    said: list[str] = []
    for at, document in enumerate(found):
        # What is told once a document shows its next place when this one is mended.
        while (done := _mended(found[at], day)).changes and len(said) < MOST_CHANGES:
            found[at] = _written(found[at], done)
            said.extend(_told(document.name, done))
    return said


def _mended(document: Document, day: date) -> Mended:
    return mend(_lines(document.text)[0], one_checked(document, day).findings)


def _written(document: Document, done: Mended) -> Document:
    """The file with its own line ends, put in place of the old one at once."""
    path = Path(document.name)
    ends = _lines(document.text)[1]
    text = "".join(line + end for line, end in zip(done.lines, ends, strict=True))
    mark = "\ufeff" if path.read_bytes().startswith(b"\xef\xbb\xbf") else ""
    beside = path.with_name(f".{path.name}.mended")
    beside.write_bytes((mark + text).encode("utf-8"))
    beside.chmod(path.stat().st_mode)
    beside.replace(path)
    return Document(document.name, text)


def _lines(text: str) -> tuple[Sequence[str], Sequence[str]]:
    """The lines, and what ends each of them."""
    parts = ENDS.split(text)
    return parts[0::2], [*parts[1::2], ""]


def _told(name: str, done: Mended) -> Iterator[str]:
    for line, code in done.changes:
        yield f"✓ {name}:{line}: mended {code}"

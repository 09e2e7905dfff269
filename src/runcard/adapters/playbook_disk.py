"""Playbooks on this machine's disk: one document, or every Markdown file of a folder."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from runcard.domain.people.model import PlaybookSource
from runcard.domain.people.playbook_entries import stem
from runcard.domain.playbooks.repository import Found, Reading
from runcard.kernel.errors import Invalid

ENDINGS = (".md", ".markdown")
MOST_BYTES = 4 * 1024 * 1024
MOST_DOCUMENTS = 1000


@dataclass(frozen=True, slots=True)
class PlaybookDisk:
    """Paths are meant from the folder of the team file."""

    folder: Path

    def read(self, entry: PlaybookSource) -> Reading:
        """One document, or a folder of them; what cannot be read is said."""
        place = self.folder / Path(entry.path).expanduser()
        if place.is_dir():
            return self.read_folder(entry, place)
        try:
            return Reading(entry, (Found(entry.name, entry.path, words_of(place)),))
        except Invalid as fault:
            return Reading(entry, why=fault.message)

    def read_folder(self, entry: PlaybookSource, place: Path) -> Reading:
        """Every document below it, each called as its file is."""
        found, faults = [], []
        for file in documents_in(place):
            inside = file.relative_to(place).as_posix()
            try:
                path = f"{entry.path.rstrip('/')}/{inside}"
                found.append(Found(stem(inside), path, words_of(file)))
            except Invalid as fault:
                faults.append(fault.message)
        why = None if found or faults else f"{place.absolute()} holds no Markdown document"
        return Reading(entry, tuple(found), is_folder=True, why=why, faults=tuple(faults))


def documents_in(place: Path) -> Iterator[Path]:
    """In the order of their names; what begins with a dot is no document."""
    files = sorted(
        file
        for file in place.rglob("*")
        if file.suffix.casefold() in ENDINGS and file.is_file()
        if not any(part.startswith(".") for part in file.relative_to(place).parts)
    )
    yield from files[:MOST_DOCUMENTS]


def words_of(path: Path) -> str:
    """A document's words. Raises Invalid that says what was looked for and where."""
    try:
        raw = path.read_bytes()
    except OSError as fault:
        raise Invalid(f"{path.absolute()} cannot be read: {fault.strerror}") from None
    return document_in(raw, str(path.absolute()))


def document_in(raw: bytes, name: str) -> str:
    """The words of a document's bytes. Raises Invalid for what is none."""
    if len(raw) > MOST_BYTES:
        raise Invalid(f"{name} is larger than {MOST_BYTES >> 20} MiB; name a Markdown document")
    try:
        words = raw.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        raise Invalid(f"{name} is not UTF-8 at byte {fault.start}; save it as UTF-8") from None
    if not words.strip():
        raise Invalid(f"{name} is empty; name a Markdown document with severities")
    return words

"""Each entry's digest covers the one before, so that no line can be changed or taken out unseen."""

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256

START = "0" * 64


@dataclass(frozen=True, slots=True)
class Link:
    """What the digest is taken over: everything a reader is shown."""

    subject: str
    position: int
    at_micros: int
    by: str
    kind: str
    data: str
    """The event as JSON, as it is kept."""


@dataclass(frozen=True, slots=True)
class Broken:
    """Where a chain does not hold, and how."""

    subject: str
    position: int
    why: str


def digest(before: str, link: Link) -> str:
    """SHA-256 over the digest before and every part of the entry behind its own length, so that no
    two entries read alike; 64 hex digits."""
    place, at = str(link.position), str(link.at_micros)
    words = (
        f"{len(before)}:{before}{len(link.subject)}:{link.subject}{len(place)}:{place}"
        f"{len(at)}:{at}{len(link.by)}:{link.by}{len(link.kind)}:{link.kind}"
        f"{len(link.data)}:{link.data}"
    )
    return sha256(words.encode("utf-8", "surrogatepass")).hexdigest()


def first_break(
    links: Iterable[tuple[Link, str]], *, head: str | None, length: int | None
) -> Broken | None:
    """The first place where one subject's chain does not hold; None when it holds to its head."""
    before, position, subject = START, 0, ""
    for link, kept in links:
        position += 1
        subject = link.subject
        if link.position != position:
            return Broken(subject, position, f"entry {position} is missing")
        before = digest(before, link)
        if before != kept:
            return Broken(subject, position, f"entry {position} was changed after it was written")
    if length is not None and (position != length or before != head):
        return Broken(subject, position, f"the book says {length} entries, {position} are there")
    return None

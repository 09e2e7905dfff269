"""Whoever came in by a token since the start: believed only while nobody can be asked."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from runcard.domain.access.model import Visitor
from runcard.domain.access.rules import ending_of

MOST = 1000


@dataclass(slots=True)
class KnownVisitors:
    """Keyed by the digest of the token, so the token itself is kept nowhere. May be used from any
    thread."""

    _kept: dict[str, Visitor] = field(default_factory=dict)
    age: int = 0
    """Rises whenever a token may have been revoked."""

    @property
    def digests(self) -> tuple[str, ...]:
        """Of all who are remembered."""
        return tuple(self._kept)

    def last(self, digest: str, now: datetime) -> Visitor | None:
        """Who came in by it, unless its time is over."""
        visitor = self._kept.get(digest)
        if visitor is None or (visitor.ends_at is not None and visitor.ends_at <= now):
            return None
        return visitor

    def expect(self, digest: str, visitor: Visitor) -> None:
        """Known from the start, and not looked up."""
        self._kept.setdefault(digest, visitor)

    def keep(self, digest: str, visitor: Visitor, *, age: int) -> None:
        """Remember a look-up, unless a token was revoked since it began (`age` is from before
        it)."""
        if len(self._kept) >= MOST:
            self._kept.clear()
        self._kept[digest] = visitor
        if age != self.age:
            self.drop(digest)

    def drop(self, digest: str) -> None:
        """This token lets nobody in."""
        self._kept.pop(digest, None)

    def confirm(self, asked: Collection[str], good: Mapping[str, Visitor]) -> None:
        """Of those that were asked about, only the good ones stay, as they are today."""
        for digest in asked:
            if digest not in good:
                self.drop(digest)
            elif digest in self._kept:
                self._kept[digest] = good[digest]

    def forget(self, touched: Collection[str]) -> None:
        """Subjects were touched; the tokens of some name may have been revoked."""
        self.age += 1
        for digest, visitor in tuple(self._kept.items()):
            if ending_of(visitor.actor.id) in touched:
                self.drop(digest)

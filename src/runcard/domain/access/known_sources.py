"""Sources seen a moment ago, so that a storm of alerts does not ask the database for every key."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from runcard.domain.access.model import Source

# A key that another node revoked stays good here for at most this long; this node forgets at once.
REMEMBERED = timedelta(seconds=5)
MOST = 1000
LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)


@dataclass(slots=True)
class KnownSources:
    """Keyed by the digest of the key, so the key itself is kept nowhere."""

    _kept: dict[str, tuple[Source, datetime]] = field(default_factory=dict)
    age: int = 0
    """Rises whenever all is forgotten."""

    def find(self, digest: str, now: datetime) -> Source | None:
        """The source of a key that was looked up a moment ago."""
        source, until = self._kept.get(digest, (None, now))
        return source if until > now else None

    def expect(self, digest: str, source: Source) -> None:
        """Known from elsewhere: good only while nobody can be asked."""
        self._kept.setdefault(digest, (source, LONG_AGO))

    def last(self, digest: str) -> Source | None:
        """What was known of it, however long ago: for when nobody can be asked."""
        source, _ = self._kept.get(digest, (None, LONG_AGO))
        return source

    def keep(self, digest: str, source: Source, now: datetime, *, age: int) -> None:
        """Remember a look-up, unless keys changed since it began (`age` is from before it)."""
        if age != self.age:
            return
        if len(self._kept) >= MOST:
            self._kept.clear()
        self._kept[digest] = (source, now + REMEMBERED)

    def forget(self) -> None:
        """A key was issued or revoked."""
        self.age += 1
        self._kept.clear()

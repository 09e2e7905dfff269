"""Signals with words that every database can keep: an odd character must not stop a page."""

from collections.abc import Mapping
from datetime import datetime
from hashlib import sha256

from runcard.domain.alerts.model import Signal

REPLACEMENT = "\ufffd"
# An index of PostgreSQL takes 2,700 bytes, and a character may need four.
LONGEST_KEY = 400


def kept_words(words: str) -> str:
    """Null characters and lone surrogates, which no database takes, become a replacement mark."""
    if words.isprintable():
        return words
    plain = words.replace("\0", REPLACEMENT)
    return plain.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def kept_key(words: str) -> str:
    """What tells signals apart: a longer one is cut, and its digest tells it apart."""
    kept = kept_words(words)
    if len(kept) <= LONGEST_KEY:
        return kept
    return f"{kept[:LONGEST_KEY]}#{sha256(kept.encode()).hexdigest()}"


def kept_pairs(pairs: Mapping[str, str]) -> Mapping[str, str]:
    """Labels or annotations."""
    return {kept_words(name): kept_words(value) for name, value in pairs.items()}


def kept_moment(moment: datetime) -> datetime:
    """Raises ValueError for a moment that could mean any hour of the day."""
    if moment.utcoffset() is None:
        raise ValueError(f"{moment} has no time zone")
    return moment


def signal_from(source: str, said: Signal) -> Signal:
    """The signal as it is taken in, under the name of the source that sent it. Raises what Python
    raises when a parser handed over something that is no signal."""
    # Written out: `replace` looks every field up, and this is done for each alert of a storm.
    return Signal(
        fingerprint=kept_key(said.fingerprint),
        state=said.state,
        starts_at=kept_moment(said.starts_at),
        title=kept_words(said.title),
        group_key=kept_key(said.group_key),
        labels=kept_pairs(said.labels),
        annotations=kept_pairs(said.annotations),
        ends_at=None if said.ends_at is None else kept_moment(said.ends_at),
        link=None if said.link is None else kept_words(said.link),
        source=source,
    )

"""How a token is written, whether it is the one we know, and when it has ended."""

import hashlib
import hmac
import re
from datetime import datetime

from runcard.domain.access.model import IntakeKey, Token
from runcard.kernel.errors import Invalid

TOKEN_PREFIX = "rct_"
KEY_PREFIX = "rck_"
# 192 bits: nobody guesses it, so a plain SHA-256 of it is safe to keep. Hex, because a double
# click on a screen selects all of it.
CHANCE_BYTES = 24
FORM = re.compile(rf"(?:{TOKEN_PREFIX}|{KEY_PREFIX})[0-9a-f]{{{2 * CHANCE_BYTES}}}")
ENDING = "tokens end: "
NAME = re.compile(r"\S(?:.{0,62}\S)?")


def written(prefix: str, chance: bytes) -> str:
    """The words of a new token or key."""
    return prefix + chance.hex()


def is_token(words: str) -> bool:
    """Whether it has the form of a token; anything else is refused without asking the database."""
    return words.startswith(TOKEN_PREFIX) and FORM.fullmatch(words) is not None


def is_key(words: str) -> bool:
    """Whether it has the form of an intake key."""
    return words.startswith(KEY_PREFIX) and FORM.fullmatch(words) is not None


def digest_of(words: str) -> str:
    """What is kept instead of the words."""
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()


def is_same(kept: str, shown: str) -> bool:
    """Compare two digests in a time that does not tell how far they agree."""
    return hmac.compare_digest(kept, shown)


def has_ended(token: Token, now: datetime) -> bool:
    """Whether a token lets nobody in any more."""
    return token.revoked_at is not None or (token.ends_at is not None and token.ends_at <= now)


def ending_of(name: str) -> str:
    """The subject touched when the tokens of a name are revoked: who remembers them forgets."""
    return f"{ENDING}{name}"


def is_revoked(key: IntakeKey) -> bool:
    """Whether an intake key lets nobody in any more."""
    return key.revoked_at is not None


def checked_name(name: str) -> str:
    """Names stand in the timeline: 1 to 64 printable characters, no space at either end."""
    if NAME.fullmatch(name) is None or not name.isprintable():
        raise Invalid(
            f"{name!r} is not a name; write 1 to 64 printable characters without outer spaces",
            where="/name",
        )
    return name

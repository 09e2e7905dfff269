"""The signed links of a page: whoever holds one may acknowledge that page, and nothing else."""

import hmac
import re
from hashlib import sha256

from runcard.kernel.errors import Invalid

PREFIX = "pg_"
PAGE_ID = re.compile(rf"{PREFIX}([0-9a-f]{{32}})")
# Letters and digits alone: programs that find links in a message cut off a last dash or underscore.
DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
ID_BYTES = 16
# Half of SHA-256 is enough against forgery and keeps the link inside one SMS.
MAC_BYTES = 16
LENGTH = 43
"""How many base-62 digits 32 bytes need."""
PURPOSE = b"runcard acknowledge\0"


def sign(secret: bytes, page_id: str) -> str:
    """43 letters and digits that only this install can write."""
    form = PAGE_ID.fullmatch(page_id)
    if form is None:
        raise Invalid(
            f"{page_id!r} is not the id of a page; it looks like {PREFIX} and 32 hex digits"
        )
    return in_base_62(bytes.fromhex(form[1]) + _mac(secret, page_id))


def verify(secret: bytes, token: str) -> str | None:
    """The page the token answers, or None for a token this install did not write."""
    if len(token) != LENGTH or not token.isascii() or not token.isalnum():
        return None
    value = from_base_62(token)
    if value.bit_length() > 8 * (ID_BYTES + MAC_BYTES):
        return None
    page_id = PREFIX + (value >> (8 * MAC_BYTES)).to_bytes(ID_BYTES, "big").hex()
    return page_id if hmac.compare_digest(sign(secret, page_id), token) else None


def in_base_62(raw: bytes) -> str:
    """Fixed length, the most telling digit first."""
    value = int.from_bytes(raw, "big")
    digits = []
    for _ in range(LENGTH):
        value, digit = divmod(value, len(DIGITS))
        digits.append(DIGITS[digit])
    return "".join(reversed(digits))


def from_base_62(words: str) -> int:
    """The number that letters and digits stand for."""
    value = 0
    for letter in words:
        value = value * len(DIGITS) + DIGITS.index(letter)
    return value


def _mac(secret: bytes, page_id: str) -> bytes:
    return hmac.new(secret, PURPOSE + page_id.encode(), sha256).digest()[:MAC_BYTES]

"""Where a list goes on: opaque to clients, the number of the last incident to us."""

import re
from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error

from runcard.kernel.errors import Invalid

INSIDE = re.compile(r"before:([1-9][0-9]{0,8})")


def cursor_before(number: int) -> str:
    """Asks for what is older than this incident."""
    return urlsafe_b64encode(f"before:{number}".encode()).decode().rstrip("=")


def number_in(cursor: str) -> int:
    """Raises Invalid for a cursor that did not come from us."""
    try:
        plain = urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)).decode("ascii")
    except (Error, ValueError):
        plain = ""
    form = INSIDE.fullmatch(plain)
    if form is None:
        raise Invalid(
            "this cursor is not one of ours; leave it out to begin with the newest",
            where="?cursor",
        )
    return int(form[1])

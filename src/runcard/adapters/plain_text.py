"""Words from outside, bounded and made fit for a screen, a mail header or an index."""

import re
from hashlib import sha256
from urllib.parse import quote

LONGEST_TEXT = 4096
LONGEST_TITLE = 500
# PostgreSQL refuses an index entry of more than some 2,700 bytes; a character may take four.
LONGEST_IDENTITY = 500
# Control signs, signs that turn the reading direction, and halves of surrogate pairs. Line breaks
# and tabs stay: descriptions have lines.
UNFIT = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
GAP = re.compile(r"\s+")
LONGEST_TOKEN = 120


def tidy(text: str, longest: int = LONGEST_TEXT) -> str:
    """The text without control signs, cut with an ellipsis where it is too long."""
    if len(text) <= longest and text.isprintable():
        return text
    fit = UNFIT.sub("", text[: 4 * longest])
    return fit if len(fit) <= longest else fit[: longest - 1] + "…"


def one_line(text: str, longest: int = LONGEST_TITLE) -> str:
    """Tidy, and on one line."""
    if len(text) <= longest and text.isprintable():
        return text.strip()
    return tidy(GAP.sub(" ", UNFIT.sub(" ", text[: 4 * longest])).strip(), longest)


def identity(text: str) -> str:
    """The text itself; a digest where it is too long or unfit, since a cut would confuse two."""
    if len(text) <= LONGEST_IDENTITY and text.isprintable():
        return text
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def token(text: str) -> str:
    """The text as one word of ASCII that may stand in a header; the same text, the same word."""
    encoded = text.encode("utf-8", "surrogatepass")
    word = quote(encoded, safe=":")
    return word if 0 < len(word) <= LONGEST_TOKEN else sha256(encoded).hexdigest()


def web_link(text: str | None) -> str | None:
    """The link if a browser may follow it and it is whole; no `javascript:` reaches a screen."""
    if not text or len(text) > LONGEST_TEXT or not text.isprintable() or " " in text:
        return None
    return text if text.lower().startswith(("http://", "https://")) else None

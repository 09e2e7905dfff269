"""Values for several promises, cut at the slashes between them and at no other slash."""

import re

SLASH = re.compile(r"\s*[/／・]\s*")
# `(24/7)`, `(phone/pager)`, `24/7`, `7/7`: a slash inside one value.
INSIDE = re.compile(
    r"[(（][^()（）]{1,80}[)）]|(?<!\d)(?:24\s?/\s?(?:7(?:\s?/\s?365)?|24|365)|7\s?/\s?7)(?!\d)"
)
KEPT = "\0"


def pieces_of(value: str) -> list[str]:
    """`10 min (24/7) / 2 h` is two."""
    masked = INSIDE.sub(lambda found: found.group().replace("/", KEPT), value)
    return [piece.replace(KEPT, "/") for piece in SLASH.split(masked)]

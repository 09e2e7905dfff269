"""Spans of time as people write them in settings, and as people read them on a screen."""

import re
from datetime import timedelta

from runcard.kernel.errors import Invalid

SECONDS = {"s": 1, "m": 60, "h": 3600, "d": 86400, "w": 604800}
PART = re.compile(r"(\d+)\s*([smhdw])")


def parse_span(words: str) -> timedelta:
    """`15m`, `1h30m`, `2d`. Raises Invalid for anything else; never guesses."""
    compact = words.strip().lower().replace(" ", "")
    parts = PART.findall(compact)
    if not parts or "".join(f"{count}{unit}" for count, unit in parts) != compact:
        raise Invalid(f"{words!r} is not a span of time; write it like 15m, 1h30m or 2d")
    return timedelta(seconds=sum(int(count) * SECONDS[unit] for count, unit in parts))


def spoken(span: timedelta) -> str:
    """`2 min 40 s`, `1 h 05 min`, `3 days`: the two largest units, as the screens say it."""
    seconds = int(abs(span).total_seconds())
    if seconds < 60:
        return f"{seconds} s"
    if seconds < 3600:
        minutes, rest = divmod(seconds, 60)
        return f"{minutes} min {rest} s" if rest else f"{minutes} min"
    if seconds < 2 * 86400:
        hours, rest = divmod(seconds // 60, 60)
        return f"{hours} h {rest:02d} min" if rest else f"{hours} h"
    return f"{seconds // 86400} days"

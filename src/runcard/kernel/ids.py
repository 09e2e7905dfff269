"""Typed ids: a prefix, 48 bits of milliseconds, 80 bits of chance, so that they sort by time."""

from datetime import datetime
from typing import NewType

AlertId = NewType("AlertId", str)
IncidentId = NewType("IncidentId", str)
PageId = NewType("PageId", str)
PersonId = NewType("PersonId", str)
PlaybookId = NewType("PlaybookId", str)
ReviewId = NewType("ReviewId", str)
TokenId = NewType("TokenId", str)
UpdateId = NewType("UpdateId", str)

CHANCE_BITS = 80


def sortable_id(prefix: str, now: datetime, chance: int) -> str:
    """`inc_` and 32 hex digits; `chance` is cut to 80 bits."""
    milliseconds = int(now.timestamp() * 1000)
    return f"{prefix}_{milliseconds:012x}{chance & ((1 << CHANCE_BITS) - 1):020x}"

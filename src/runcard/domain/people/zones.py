"""Time zones by name: that of the team, or UTC where this machine does not know it."""

from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

UNIVERSAL = ZoneInfo("UTC")


@lru_cache(maxsize=64)
def find_zone(name: str) -> ZoneInfo | None:
    """The zone `Europe/Berlin`; None where there is no such thing here."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def zone_named(name: str) -> ZoneInfo:
    """The same, for whoever must have one: a page goes out whatever the zone is called."""
    return find_zone(name) or UNIVERSAL

"""The name at the head of an entry that no colon parts from the rest: a dash does, an arrow behind
brackets, or ticks around the name."""

import re

from runcard.domain.playbooks.page.blocks import Label
from runcard.domain.playbooks.words import plain

GLOSSED = re.compile(r"^([^()（）→]{1,24}[(（][^()（）]{1,48}[)）])\s*(?:→|⇒|->|[-–—])\s*(\S.*)$")
TICKED = re.compile(r"^`([^`]{1,16})`\s*(\S.*)$")
DASHES = (" – ", " — ", " - ")
LONGEST_NAME = 60


def unmarked_label(text: str) -> Label | None:
    """What an entry names first, and what it says of it."""
    return _glossed(text) or _dashed(text) or _ticked(text)


def _glossed(text: str) -> Label | None:
    """`P0 (all dark) → page at once`."""
    found = GLOSSED.match(plain(text))
    return Label(found.group(1), found.group(2), bold=False) if found else None


def _dashed(text: str) -> Label | None:
    """`P1 – site down` without a colon."""
    for dash in DASHES:
        if dash in text[:LONGEST_NAME]:
            name, _, value = plain(text).partition(dash)
            return Label(name, value, bold=False)
    return None


def _ticked(text: str) -> Label | None:
    """`` `sev0` All customers are down ``."""
    found = TICKED.match(text)
    return Label(found.group(1), found.group(2), bold=False) if found else None

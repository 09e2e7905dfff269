"""For whom a rhythm counts: the people who respond, those who lead them, or those outside."""

import re
from collections.abc import Sequence
from enum import Enum

from runcard.domain.playbooks.vocabulary import Vocabulary

OUTSIDE = {"customers", "public"}
INSIDE = {"internal", "staff"}
# `#incident-room`: where the team itself talks.
CHANNEL = re.compile(r"(?<!\w)#[a-z][\w-]{2,}")


class Side(Enum):
    """A side that is told something."""

    INSIDE = "inside"
    LEADERS = "leaders"
    OUTSIDE = "outside"


def side_of(text: str, words: Vocabulary) -> Side | None:
    """The side a phrase names, by its longest word for one."""
    match words.audiences.find(text):
        case found if found in INSIDE:
            return Side.INSIDE
        case found if found in OUTSIDE:
            return Side.OUTSIDE
        case "management":
            return Side.LEADERS
        case _:
            return None


def sides_of(pieces: Sequence[str], words: Vocabulary) -> list[Side | None]:
    """The sides of two or more pieces; of two, the one that names none is the other one's other:
    `every 10 minutes in the bridge, every 15 to the wards`."""
    sides = [side_of(piece, words) for piece in pieces]
    if len(sides) == 2:
        talks = [Side.INSIDE if CHANNEL.search(piece) else None for piece in pieces]
        sides = [side or talk for side, talk in zip(sides, talks, strict=True)]
    if len(sides) == 2 and sides.count(None) == 1:
        known = next(side for side in sides if side is not None)
        other = Side.OUTSIDE if known is Side.INSIDE else Side.INSIDE
        return [side or other for side in sides]
    return sides

"""Which version of each part of the engine a database wants: the gate of a rolling upgrade.

A migration that changes what a part reads or writes raises the part's number in the table, and the
code that comes with it raises the number here. A node with another number leaves that part alone:
the old one does no damage while it is replaced, and its doors stay open.
"""

from collections.abc import Mapping
from enum import Enum

from runcard.kernel.errors import Unavailable


class Module(Enum):
    """A part of the engine that can be left to other nodes."""

    FIRE = "fire"
    DELIVER = "deliver"
    AUDIT = "audit"


VERSIONS: Mapping[Module, int] = {Module.FIRE: 1, Module.DELIVER: 1, Module.AUDIT: 1}


class LeftToOthers(Unavailable):
    """The database belongs to another version of this part, or is being changed to one."""


def check_version(module: Module, wanted: int | None) -> None:
    """Raises LeftToOthers unless this node runs the version that the database wants."""
    ours = VERSIONS[module]
    if wanted is None:
        raise LeftToOthers("The schema is being changed; this node goes on when that is done")
    if wanted != ours:
        raise LeftToOthers(
            f"The database wants version {wanted} of {module.value} and this node runs {ours}; "
            "it leaves that to nodes of the other version"
        )

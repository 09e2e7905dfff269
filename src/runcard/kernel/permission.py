"""What an actor may do. Pure: an actor carries its grants."""

from collections.abc import Callable
from enum import Enum
from typing import Protocol, TypeVar

from runcard.kernel.errors import Forbidden


class Permission(Enum):
    """The verbs of the house, coarse on purpose."""

    INGEST = "ingest"
    READ = "read"
    RESPOND = "respond"
    ADMINISTER = "administer"


class Holder(Protocol):
    """Anything that carries grants."""

    @property
    def label(self) -> str: ...

    @property
    def grants(self) -> frozenset[Permission]: ...


def may(actor: Holder, permission: Permission) -> bool:
    """Whether the actor holds the permission; who administers may do everything."""
    return permission in actor.grants or Permission.ADMINISTER in actor.grants


def require(actor: Holder, permission: Permission) -> None:
    """Raise Forbidden unless the actor holds the permission."""
    if not may(actor, permission):
        raise Forbidden(
            f"{actor.label} may not {permission.value} here; sign in with a token that may"
        )


Verb = TypeVar("Verb", bound=Callable[..., object])


def open_to_everyone(verb: Verb) -> Verb:
    """Marks a verb that asks nobody, because what it is given is itself the permission."""
    return verb

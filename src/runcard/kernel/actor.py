"""Who acts. Every unit of work has exactly one actor, and the timeline names it."""

from dataclasses import dataclass

from runcard.kernel.permission import Permission

EVERYTHING = frozenset(Permission)


@dataclass(frozen=True, slots=True)
class Person:
    """A human, by the id the team file gives."""

    id: str
    grants: frozenset[Permission]

    @property
    def label(self) -> str:
        return self.id


@dataclass(frozen=True, slots=True)
class Integration:
    """A machine that holds a key: a monitoring system, a script."""

    name: str
    grants: frozenset[Permission]

    @property
    def label(self) -> str:
        return self.name


@dataclass(frozen=True, slots=True)
class Engine:
    """Runcard itself, carrying out what was decided earlier."""

    @property
    def label(self) -> str:
        return "runcard"

    @property
    def grants(self) -> frozenset[Permission]:
        return EVERYTHING


@dataclass(frozen=True, slots=True)
class Anonymous:
    """Nobody we know."""

    @property
    def label(self) -> str:
        return "somebody unknown"

    @property
    def grants(self) -> frozenset[Permission]:
        return frozenset()


Actor = Person | Integration | Engine | Anonymous

"""Names for the ids of people, as the team file gives them."""

from dataclasses import dataclass

from runcard.domain.people.model import Person, TeamFile
from runcard.kernel.actor import Actor


@dataclass(frozen=True, slots=True)
class Names:
    """Who is meant by an id, and whether that is you."""

    team: TeamFile
    me: str

    def of(self, person: str) -> str:
        """`Ada K.`; the id itself where the team file does not know it."""
        known = self.team.people.get(person) or self._by_id(person)
        return known.name if known is not None else person

    def is_me(self, person: str | None) -> bool:
        """Whether the reader is meant."""
        return person is not None and person == self.me

    def _by_id(self, person: str) -> Person | None:
        return next((p for p in self.team.people.values() if p.id == person), None)


def names_for(team: TeamFile, actor: Actor) -> Names:
    """The team's names, as this reader sees them."""
    return Names(team, actor.label)

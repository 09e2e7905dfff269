"""PostgreSQL: take up what another node put in force, when its commit is heard of."""

from dataclasses import dataclass, field

from runcard.engine.loop import Due, Loop
from runcard.flows.house import House

# Hearing of commits is a hint; looking this often is the guarantee.
LOOK_SECONDS = 5.0
# In a storm of commits by other nodes, one look for all that were heard of meanwhile.
GATHER_SECONDS = 0.2


@dataclass(slots=True)
class DeckWatch:
    """Doors judge alerts by the deck, so a node that only runs doors has one of these too."""

    house: House
    loop: Loop = field(init=False)

    def __post_init__(self) -> None:
        self.loop = Loop("deck", self.look, lambda: Due(None, LOOK_SECONDS))

    def start(self) -> None:
        """Begin to look."""
        self.loop.start()

    def stop(self) -> None:
        """Finish the look, then end."""
        self.loop.stop()

    def wake(self) -> None:
        """Another node changed something."""
        self.loop.bell.set()

    def look(self) -> int:
        """Compare the deck with what is in force, and see whether a quarantine began or ended."""
        self.loop.stopping.wait(GATHER_SECONDS)
        self.house.read(self.house.quarantine.look_again)
        self.house.read(self.house.deck.look_again)
        return 0

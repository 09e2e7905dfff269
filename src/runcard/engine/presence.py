"""This node among the others: it signs in, says every few seconds that it lives, and signs out.
As often it asks who of those it remembers is still let in; another node may have said no."""

from dataclasses import dataclass, field

import structlog

from runcard.engine.loop import Due, Loop
from runcard.flows.house import House
from runcard.flows.visitor_is_known import visitors_are_looked_up_again
from runcard.kernel.errors import Unavailable
from runcard.ledgers.agenda.nodes import BEAT_EVERY, Half, Node
from runcard.ledgers.agenda.store import nodes

log = structlog.get_logger()


@dataclass(slots=True)
class Presence:
    """By the id under which the node holds leases."""

    house: House
    node_id: str
    name: str
    version: str
    runs: tuple[Half, ...]
    beat: Loop = field(init=False)
    _me: Node | None = None

    def __post_init__(self) -> None:
        self.beat = Loop("beat", self._beaten, lambda: Due(None, BEAT_EVERY.total_seconds()))

    def start(self) -> None:
        """Sign in, and go on to say so."""
        signed = (self.node_id, self.name, self.version, self.runs)
        self._me = self.house.write(lambda work: nodes.sign_in(work, *signed))
        self.beat.start()

    def stop(self) -> None:
        """Sign out. With the database away the others see that we are gone."""
        self.beat.stop()
        try:
            self.house.write(lambda work: nodes.sign_out(work, self.node_id))
        except Unavailable as fault:
            log.warning("could not sign out", why=fault.message)

    def _beaten(self) -> int:
        me = self._me
        if me is not None:
            self.house.write(lambda work: nodes.beat(work, me))
        visitors_are_looked_up_again(self.house)
        return 0

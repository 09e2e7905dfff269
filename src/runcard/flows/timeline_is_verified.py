"""Every chain of the timeline is walked from its beginning to its head."""

from runcard.db.work import Work
from runcard.flows.house import House
from runcard.ledgers.timeline.queries import Verified, verified


def verify(work: Work, house: House) -> Verified:
    """How many entries there are, and every place where a chain does not hold."""
    return verified(work)

"""Kind of job → what carries it; the one table of what leaves the house."""

from collections.abc import Sequence

from runcard.db.work import Work
from runcard.flows import library_is_read
from runcard.flows.house import House
from runcard.flows.library_is_read import READ_LIBRARY, Errand
from runcard.flows.page_is_due import Sending, begun
from runcard.ledgers.agenda.model import Lease
from runcard.ledgers.agenda.rules import HOLD
from runcard.ledgers.agenda.store import jobs

Carried = Sending | Errand


def claim(work: Work, house: House, owner: str, most: int) -> list[Carried]:
    """Claim what is due under a lease, and write down that it was begun."""
    return sorted_out(work, house, owner, jobs.claim(work, owner, work.now + HOLD, most))


def claim_alone(work: Work, house: House, owner: str, key: str) -> list[Carried]:
    """The same for one job."""
    return sorted_out(work, house, owner, jobs.claim_one(work, owner, work.now + HOLD, key))


def sorted_out(work: Work, house: House, owner: str, leases: Sequence[Lease]) -> list[Carried]:
    """Pages first: somebody waits for them."""
    errands = [Errand(lease) for lease in leases if lease.job.kind == READ_LIBRARY]
    pages = [lease for lease in leases if lease.job.kind != READ_LIBRARY]
    return [*begun(work, house, owner, pages), *errands]


def carry_errand(house: House, errand: Errand) -> None:
    """Touches the world; never inside a transaction."""
    library_is_read.carry(house, errand)

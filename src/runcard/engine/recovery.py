"""At start: what was left half done, and what we do about it."""

import structlog

from runcard.flows.house import House
from runcard.ledgers.agenda.store import jobs

log = structlog.get_logger()


def recover(house: House) -> None:
    """On SQLite the former owner is dead, so its leases end now; on PostgreSQL they lapse by
    themselves, since the owner may be alive on another node."""
    if not house.db.engines.is_embedded:
        return
    released = house.write(jobs.release_all)
    if released:
        log.info("took over pages that were in the air", released=released)

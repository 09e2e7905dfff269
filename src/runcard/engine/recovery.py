"""At start: what was left half done, and what we do about it."""

import structlog

from runcard.flows.clock_is_set_back import clock_is_set_back
from runcard.flows.house import House
from runcard.flows.runcard_is_started import runcard_is_started
from runcard.flows.work_is_set_aside import parked_is_tried_again
from runcard.ledgers.agenda.store import jobs

log = structlog.get_logger()


def recover(house: House) -> None:
    """That we begin is written down; what was parked is tried again, and a clock that was set back
    meanwhile is seen. On SQLite the former owner is dead, so its leases end now; on PostgreSQL they
    lapse by themselves, since the owner may be alive on another node."""
    house.write(lambda work: runcard_is_started(work, house))
    # What was parked before the copy was made waits with the rest.
    is_copy = house.quarantine.now is not None
    again = 0 if is_copy else house.write(lambda work: parked_is_tried_again(work, house))
    moved = house.write(clock_is_set_back)
    if again or moved:
        log.info("took up what was left", parked=again, planned_by_another_clock=moved)
    if not house.db.engines.is_embedded:
        return
    released = house.write(jobs.release_all)
    if released:
        log.info("took over pages that were in the air", released=released)

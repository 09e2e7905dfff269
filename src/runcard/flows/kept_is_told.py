"""What was kept while the database was away is told to it, in order and in one unit: an alert that
somebody has answered meanwhile pages nobody again."""

from collections.abc import Sequence

import structlog

from runcard.db.work import Work
from runcard.flows.alerts_arrive import alerts_arrive
from runcard.flows.house import House
from runcard.flows.incident_is_acknowledged import incident_is_acknowledged
from runcard.flows.page_is_answered import answer
from runcard.flows.spool_records import Answer, Called, Post, Pressed, Record, Took
from runcard.kernel.errors import Conflict, Forbidden, NotFound

log = structlog.get_logger()


def kept_is_told(work: Work, house: House, records: Sequence[Record]) -> None:
    """Raises whatever one of them raises; then nothing was told."""
    for record in records:
        match record:
            case Post():
                with work.acting(record.sender):
                    alerts_arrive(
                        work,
                        record.signals,
                        deck=house.deck,
                        ceiling=house.ceiling,
                        quarantine=house.quarantine,
                    )
            case Pressed() | Took():
                answer_unless_late(work, house, record)
            case Called():
                pass  # its link is known already, and its alert is a post of its own


def answer_unless_late(work: Work, house: House, kept: Answer) -> None:
    """The incident may have been answered, or its page be gone, since then; or there never was one
    of that number."""
    try:
        answer_now(work, house, kept)
    except (NotFound, Conflict, Forbidden) as fault:
        log.info("a kept answer came too late", why=fault.message)


def answer_now(work: Work, house: House, kept: Answer) -> None:
    """As whoever answered then. Raises NotFound or Conflict where it makes no sense any more."""
    match kept:
        case Pressed():
            answer(work, house, kept.page_id)
        case Took():
            with work.acting(kept.actor):
                incident_is_acknowledged(work, house, kept.ref, kept.told_through)

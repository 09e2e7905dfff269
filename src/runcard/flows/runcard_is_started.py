"""Runcard begins to work; a process that dies again and again is told of."""

from datetime import timedelta

from runcard import __version__
from runcard.db.work import Work
from runcard.domain.alerts.model import Signal
from runcard.flows.about_ourselves import alert_about_ourselves
from runcard.flows.alerts_arrive import alerts_arrive
from runcard.flows.house import House
from runcard.ledgers.timeline import store as timeline
from runcard.ledgers.timeline.model import Started
from runcard.ledgers.timeline.store import INSTALL

MOST_STARTS = 10
WITHIN = timedelta(seconds=60)


def runcard_is_started(work: Work, house: House) -> None:
    """Write it down. Ten starts in a minute are an incident of our own, which is one however often
    it goes on."""
    timeline.write(work, INSTALL, Started(__version__))
    starts = timeline.latest(work, INSTALL, Started.kind, MOST_STARTS)
    if len(starts) == MOST_STARTS and abs(work.now - starts[-1].at) <= WITHIN:
        alarm = [dies_again_and_again()]
        alerts_arrive(work, alarm, deck=house.deck, quarantine=house.quarantine)


def dies_again_and_again() -> Signal:
    """What the fallback list is woken by."""
    return alert_about_ourselves(
        "restarts",
        f"Runcard was started {MOST_STARTS} times within a minute",
        "It dies or is killed again and again; its log says why.",
    )

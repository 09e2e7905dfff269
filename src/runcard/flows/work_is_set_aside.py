"""A timer or a job could not be carried out: later, then no more, and then somebody is told."""

from collections.abc import Mapping

from runcard.db.work import Work
from runcard.domain.alerts.model import Signal
from runcard.domain.escalation.actions import ESCALATE
from runcard.domain.paging.actions import PAGE
from runcard.flows.about_ourselves import alert_about_ourselves
from runcard.flows.alert_clears import MONITORING_ENDS
from runcard.flows.alerts_arrive import alerts_arrive
from runcard.flows.house import House
from runcard.ledgers.agenda.model import Book, Job, Setback, Timer
from runcard.ledgers.agenda.rules import SET_ASIDE, is_parked
from runcard.ledgers.agenda.store import jobs, setbacks, timers

MEANT: Mapping[str, str] = {
    ESCALATE: "the next level of an escalation",
    MONITORING_ENDS: "the end of a monitoring period",
    PAGE: "a page",
}
MOST_PUT_BACK = 1000


def timer_is_set_aside(work: Work, house: House, timer: Timer, why: str) -> Setback:
    """It is due again later, or parked."""
    setback = setbacks.note(work, timer, why)
    if is_parked(setback.tries):
        timers.take_out(work, timer.key)
        park(work, house, setback)
    else:
        timers.push_back(work, timer.key, work.now + SET_ASIDE)
    return setback


def job_is_set_aside(work: Work, house: House, job: Job, why: str) -> Setback:
    """It is tried again later, or parked."""
    setback = setbacks.note(work, job, why)
    if is_parked(setback.tries):
        jobs.park(work, job.key, why)
        park(work, house, setback)
    else:
        jobs.set_aside(work, job.key, work.now + SET_ASIDE, why)
    return setback


def park(work: Work, house: House, setback: Setback) -> None:
    """Nobody tries it any more, and the incident about it is opened or joined."""
    setbacks.park(work, setback.key)
    alarm = [signal_about(setback)]
    alerts_arrive(work, alarm, deck=house.deck, quarantine=house.quarantine)


def signal_about(setback: Setback) -> Signal:
    """One incident for all that fails of one kind, with an alert for each."""
    meant = MEANT.get(setback.kind, setback.kind)
    tried = f"{setback.key} failed {setback.tries} times and is parked: {setback.why}. "
    return alert_about_ourselves(
        f"parked:{setback.key}",
        f"Runcard could not carry out {meant}, of {setback.subject}",
        tried + "A new start of Runcard tries it again.",
        group=f"parked:{setback.kind}",
    )


def parked_is_tried_again(work: Work, _house: House) -> int:
    """A new start may be a version that can do it. Returns how many there are."""
    waiting = setbacks.parked(work, MOST_PUT_BACK)
    again = [
        Timer(one.key, one.kind, one.subject, work.now, one.generation, one.step)
        for one in waiting
        if one.book is Book.TIMER
    ]
    timers.arm(work, again)
    if keys := [one.key for one in waiting if one.book is Book.JOB]:
        jobs.put_back(work, keys)
    setbacks.forget(work, [one.key for one in waiting])
    return len(waiting)

"""What is ahead of incidents if nobody acts."""

from collections.abc import Sequence

from runcard.db.work import Work
from runcard.domain.escalation.actions import ESCALATE
from runcard.kernel.permission import Permission, require
from runcard.ledgers.agenda.model import Timer
from runcard.ledgers.agenda.store import timers


def next_rungs(work: Work, generations: Sequence[tuple[str, int]]) -> dict[str, Timer]:
    """The level of each (incident, generation) that is told next, and when."""
    require(work.actor, Permission.READ)
    current = dict(generations)
    rungs: dict[str, Timer] = {}
    for timer in timers.of_subjects(work, list(current)):
        if timer.kind == ESCALATE and timer.generation == current[timer.subject]:
            rungs.setdefault(timer.subject, timer)
    return rungs

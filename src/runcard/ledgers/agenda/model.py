"""What must happen: a timer is decided when it is due, a job is carried outside."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum


class JobState(Enum):
    """Where a job is on its way."""

    READY = "ready"
    RUNNING = "running"
    DONE = "done"
    DEAD = "dead"
    CANCELLED = "cancelled"
    PARKED = "parked"
    QUARANTINED = "quarantined"


class Ambiguous(Enum):
    """What to do when nobody knows whether an attempt reached the outside."""

    RESEND = "resend"
    VERIFY = "verify"
    ASK = "ask"


@dataclass(frozen=True, slots=True)
class Timer:
    """Its subject is one id; `generation` is the subject's when it was armed, and a timer of an
    older generation does nothing. `step` says which rung or round."""

    key: str
    kind: str
    subject: str
    due_at: datetime
    generation: int = 0
    step: int = 0


@dataclass(frozen=True, slots=True)
class Job:
    """The key is handed to the outside, so that a second try can be recognised there."""

    key: str
    kind: str
    subject: str
    run_at: datetime
    generation: int = 0
    step: int = 0
    ambiguous: Ambiguous = Ambiguous.RESEND
    destination: str | None = None
    """Where it goes: what goes to the same place may be carried out together."""


class Book(Enum):
    """Which of the two lists of the agenda a thing stands in."""

    TIMER = "timer"
    JOB = "job"


@dataclass(frozen=True, slots=True)
class Setback:
    """A timer or a job that could not be carried out, how often, and why the last time. Once it is
    parked nobody tries it again before Runcard is started anew."""

    key: str
    book: Book
    kind: str
    subject: str
    generation: int
    step: int
    why: str
    tries: int = 1
    parked_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Quarantined:
    """The database is a copy, and what was planned in it waits until a person says so."""

    since: datetime
    why: str


@dataclass(frozen=True, slots=True)
class KeptBack:
    """How much of the agenda waits, or waited, in quarantine."""

    timers: int
    jobs: int


@dataclass(frozen=True, slots=True)
class Lease:
    """A job in somebody's hands until a moment; the token fences off a zombie's late answer."""

    job: Job
    job_id: int
    attempt: int
    token: int
    until: datetime
    was_open: bool
    """An earlier attempt was begun and never finished: it may have reached the outside."""

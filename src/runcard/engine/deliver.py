"""Ready jobs: claim under a lease with a fencing token, call outside, commit the outcome."""

import threading
import time
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, field
from functools import partial

import structlog

from runcard.db.work import Work
from runcard.domain.paging.model import Receipt, Retry
from runcard.engine.setting_aside import SettingAside
from runcard.engine.unwritten import Unwritten
from runcard.flows.errands import Carried, carry_errand, claim, claim_alone
from runcard.flows.house import House
from runcard.flows.page_is_due import Sending, finished, pages_were_sent, send, still_ours
from runcard.flows.tally import Counted
from runcard.kernel.errors import Unavailable
from runcard.ledgers.agenda.model import Job
from runcard.ledgers.agenda.modules import LeftToOthers
from runcard.ledgers.agenda.rules import FIRST_WAIT, HOLD
from runcard.ledgers.agenda.store import jobs

log = structlog.get_logger()
# A claim is what may be sent twice after a crash, so it stays small.
MOST_CLAIMED = 20
HANDS = 20
# A page leaves within milliseconds of its claim. One that did not was held up: this node was
# frozen, and whether the page is still its own must be asked before anything is sent.
HELD_UP_SECONDS = 2.0
# Above what any way takes to give up. A hand that hangs for longer keeps no page: its lease lapses.
LONGEST_SENDING_SECONDS = 45.0


@dataclass(slots=True)
class Deliver:
    """Carries pages outside, and whatever else touches the world. A claim never takes more than
    there are free hands, so that a page under lease is always being sent."""

    house: House
    owner: str
    on_free: threading.Event
    longest_sending: float = LONGEST_SENDING_SECONDS
    aside: SettingAside = field(init=False)
    unwritten: Unwritten = field(init=False)
    _hands: ThreadPoolExecutor = field(
        default_factory=lambda: ThreadPoolExecutor(HANDS, thread_name_prefix="deliver")
    )
    _in_the_air: dict[Carried, float] = field(default_factory=dict)
    """What is being sent, and since when; by the clock that never jumps."""
    _guard: threading.Lock = field(default_factory=threading.Lock)

    def __post_init__(self) -> None:
        self.aside = SettingAside(self.house)
        self.unwritten = Unwritten(self.house)

    def once(self) -> int:
        """Claim and hand out; returns how many are on their way now."""
        free = self._free_hands()
        if free <= 0:
            return 0
        asked_at = time.monotonic()
        sendings = self._claim(min(free, MOST_CLAIMED))
        for sending in sendings:
            with self._guard:
                self._in_the_air[sending] = asked_at
            self._hands.submit(self._carry, sending).add_done_callback(self._landed)
        return len(sendings)

    def once_and_wait(self) -> int:
        """The same, until all of it is written down; for tests that move time by hand."""
        sendings = self._claim(MOST_CLAIMED)
        for sending in sendings:
            self._send_and_write(sending)
        return len(sendings)

    def answers(self, within: float) -> bool:
        """Whether a hand takes something up in time, and none has hung for longer than it may."""
        _, waiting = wait([self._hands.submit(int)], within)
        return not waiting and self._longest_in_the_air() <= self.longest_sending

    def is_full(self) -> bool:
        """Whether every hand is busy; `on_free` is set when one comes free."""
        return self._free_hands() <= 0

    def renew(self) -> None:
        """Keep what is in the air in our hands, save what a hand hangs on."""
        oldest = time.monotonic() - self.longest_sending
        with self._guard:
            leases = [
                lease
                for one, since in self._in_the_air.items()
                if since > oldest or not isinstance(one, Sending)
                for lease in one.leases
            ]
        if leases:
            self.house.write(lambda work: jobs.renew(work, leases, work.now + HOLD))

    def drain(self) -> None:
        """Let what is in the air land, then let go."""
        self._hands.shutdown(wait=True)

    def _free_hands(self) -> int:
        with self._guard:
            return HANDS - len(self._in_the_air)

    def _longest_in_the_air(self) -> float:
        with self._guard:
            sent = [at for one, at in self._in_the_air.items() if isinstance(one, Sending)]
            return time.monotonic() - min(sent, default=time.monotonic())

    def _claim(self, most: int) -> list[Carried]:
        try:
            return self.house.write(lambda work: claim(work, self.house, self.owner, most))
        except LeftToOthers:
            raise
        except Unavailable:
            self.unwritten.send_due(most)
            raise
        except Exception as fault:  # one bad page: find it, set it aside, carry the others
            log.error("a page could not be prepared", why=repr(fault))
            return self._claim_one_by_one(most)

    def _claim_one_by_one(self, most: int) -> list[Carried]:
        waiting = self.house.read(lambda work: jobs.look_claimable(work, most))
        return [sending for job in waiting for sending in self._claim_alone(job)]

    def _claim_alone(self, job: Job) -> list[Carried]:
        def claimed(work: Work) -> list[Carried]:
            return claim_alone(work, self.house, self.owner, job.key)

        try:
            return self.house.write(claimed)
        except Exception as fault:  # the loop outlives a poisoned row
            self.aside.job(job, fault)
            return []

    def _carry(self, sending: Carried) -> None:
        try:
            if self._is_still_ours(sending):
                self._send_and_write(sending)
        except Exception as fault:  # its lease lapses, and it is sent again; not for ever
            log.error("the outcome could not be written", key=sending.lease.job.key, why=str(fault))
            self.aside.job(sending.lease.job, fault)
        finally:
            with self._guard:
                self._in_the_air.pop(sending, None)
            self.on_free.set()

    def _is_still_ours(self, sending: Carried) -> bool:
        if not isinstance(sending, Sending):
            return True
        now = time.monotonic()
        with self._guard:
            held_up = now - self._in_the_air.get(sending, now) > HELD_UP_SECONDS
        if not held_up or self.house.write(partial(still_ours, sending=sending)):
            return True
        log.warning("a page was held up and is not ours any more", key=sending.lease.job.key)
        return False

    def _send_and_write(self, sending: Carried) -> None:
        if not isinstance(sending, Sending):
            carry_errand(self.house, sending)
            return
        receipt = self.unwritten.receipt_of(sending) or self._sent(sending)
        kind, outcome = sending.attempt.way.kind, type(receipt).__name__
        self.house.tally.count(Counted.PAGE_ATTEMPTS, kind, outcome.lower())
        self.house.write_set(pages_were_sent, finished(sending, receipt))
        log.info(
            "page attempt",
            key=sending.lease.job.key,
            way=kind,
            receipt=outcome,
        )

    def _sent(self, sending: Sending) -> Receipt:
        try:
            return send(self.house, sending)
        except Exception as fault:  # a plug-in broke its promise: the page must not hang on it
            kind = sending.attempt.way.kind
            log.error("a notifier raised", kind=kind, why=repr(fault))
            return Retry(f"{kind} failed with {type(fault).__name__}; the log says why", FIRST_WAIT)

    def _landed(self, done: Future[None]) -> None:
        fault = done.exception()
        if fault is not None:
            log.error("a page attempt failed unexpectedly; its lease will lapse", why=repr(fault))

"""R-10: a row that always fails is in nobody's way, is parked, and is told of once."""

import time
from collections.abc import Sequence
from threading import Event
from typing import Any

import pytest

from runcard.domain.paging.model import Delivered, Message, Receipt
from runcard.engine.deliver import Deliver
from runcard.engine.fire import Fire
from runcard.engine.recovery import recover
from runcard.ledgers.agenda.model import Job, Timer
from runcard.ledgers.agenda.rules import MOST_TRIES
from runcard.ledgers.agenda.store import jobs, setbacks, timers
from runcard.testing.house import HouseForTests
from tests.engine.conftest import SEV1, open_incident, stand_on
from tests.engine.observing import rows, tamper
from tests.figures import Figures

# Of processor time, so that whatever else this machine does is not counted; both are kept.
LONGEST_DELAY_S = 1.0
KINDS = 20
ABOUT_OURSELVES = "select title, source from incident where source = 'runcard'"


class Stopwatch:
    """How long the sound row waited for the others."""

    def __init__(self) -> None:
        self.wall, self.processor = time.monotonic(), time.process_time()

    def stop(self, figures: Figures, house: HouseForTests, queue: str) -> None:
        wall, processor = time.monotonic() - self.wall, time.process_time() - self.processor
        figures.keep(
            "R-10",
            database=house.house.db.engines.writing.dialect.name,
            queue=queue,
            poison=KINDS,
            delay_s=round(wall, 3),
            of_it_processor_s=round(processor, 3),
        )
        assert processor < LONGEST_DELAY_S


def until_parked(house: HouseForTests) -> None:
    """Every try that a row gets, each at its time."""
    for _ in range(MOST_TRIES + 1):
        house.work()
        house.clock.forward(seconds=30)
    house.work()


def poison_timers(house: HouseForTests) -> Sequence[Timer]:
    """Twenty kinds nobody can decide, at the head of the queue."""
    before = house.clock.now()
    bad = [Timer(f"bad:{n}", f"kind_{n}", f"inc_{n}", before, step=n) for n in range(KINDS)]
    house.house.write(lambda work: timers.arm(work, bad))
    return bad


def poison_jobs(house: HouseForTests) -> None:
    """Pages whose incident stands on a playbook that is gone, at the head of the queue."""
    for number in range(KINDS):
        stand_on(house, "pb_gone", incident=open_incident(house, f"Poisoned {number}"))
    house.clock.forward(seconds=1)


def test_timers_that_always_fail_delay_no_other_by_a_second(
    house: HouseForTests, figures: Figures
) -> None:
    incident = open_incident(house, "Bow door")
    house.work()
    poison_timers(house)
    house.clock.forward(minutes=46)
    stopwatch = Stopwatch()
    Fire(house.house).once()
    stopwatch.stop(figures, house, "timers")
    assert house.paged(incident) == ["ada", "bo"]


def test_pages_that_always_fail_delay_no_other_by_a_second(
    house: HouseForTests, figures: Figures
) -> None:
    poison_jobs(house)
    sound = open_incident(house, "Bow door")
    stopwatch = Stopwatch()
    for _ in range(2):  # a claim in which all fail looks like nothing to do; the loop asks again
        house.work()
    stopwatch.stop(figures, house, "pages")
    assert house.paged(sound) == ["ada"]
    assert len(house.phone.sent) == 1


def test_a_timer_is_parked_after_its_last_try_and_one_incident_says_so(
    house: HouseForTests,
) -> None:
    poison_timers(house)
    until_parked(house)
    assert rows(house.house.db, "select count(*) from timer where key like 'bad:%'") == [(0,)]
    kept = house.house.read(lambda work: setbacks.parked(work, 100))
    assert len(kept) == KINDS
    assert {one.tries for one in kept} == {MOST_TRIES}
    told = rows(house.house.db, ABOUT_OURSELVES)
    assert len(told) == KINDS, "one a kind, and each once"
    assert all(title.startswith("Runcard could not carry out") for title, _ in told)
    assert {message.to for message in house.phone.sent} == {"cy"}, "the fallback list is woken"


def test_many_rows_of_one_kind_are_one_incident(house: HouseForTests) -> None:
    poison_jobs(house)
    until_parked(house)
    parked = "select count(*) from job where state = 'parked'"
    assert rows(house.house.db, parked) == [(KINDS,)]
    [(title, _)] = rows(house.house.db, ABOUT_OURSELVES)
    assert "a page" in title
    alerts = "select count(*) from alert where source = 'runcard'"
    assert rows(house.house.db, alerts) == [(KINDS,)], "each is an alert of it"


def test_what_is_parked_is_never_tried_before_the_next_start(house: HouseForTests) -> None:
    poisoned = open_incident(house, "Bow door")
    playbook = stand_on(house, "pb_gone", incident=poisoned)
    until_parked(house)
    stand_on(house, playbook, incident=poisoned)
    house.forward(hours=1)
    about_ada = [message for message in house.phone.sent if message.to == "ada"]
    assert about_ada == []
    recover(house.house)
    house.work()
    assert "ada" in {message.to for message in house.phone.sent}, "a new start tries it again"
    assert house.house.read(lambda work: setbacks.parked(work, 100)) == []


class SentButNeverWritten:
    """Each page gets out, and then what is kept of it is gone."""

    kind = "dev_phone"

    def __init__(self, house: HouseForTests) -> None:
        self.house, self.sent = house, list[Message]()

    def send(self, message: Message, http: object) -> Receipt:
        if message.to == "ada":
            self.sent.append(message)
        return Delivered(message.key)


UNWRITABLE = {
    "sqlite": [
        """create trigger broken before update of outcome on attempt
        when new.address = 'ada' and new.outcome is not null
        begin select raise(abort, 'a broken row'); end"""
    ],
    "postgresql": [
        """create function breaks() returns trigger language plpgsql as
        $$ begin raise exception 'a broken row' using errcode = '23514'; end $$""",
        """create trigger broken before update of outcome on attempt for each row
        when (new.address = 'ada' and new.outcome is not null) execute function breaks()""",
    ],
}


def test_a_page_whose_outcome_cannot_be_written_is_not_sent_for_ever(
    house: HouseForTests,
) -> None:
    for words in UNWRITABLE[house.house.db.engines.writing.dialect.name]:
        tamper(house.house.db, words)
    way = SentButNeverWritten(house)
    house.house.notifiers = {way.kind: way}
    open_incident(house, "Bow door")
    deliver = Deliver(house.house, "test", Event())
    for _ in range(2 * MOST_TRIES):
        deliver.once()
        deliver.drain()
        deliver = Deliver(house.house, "test", Event())
        house.clock.forward(seconds=31)
    first = [message for message in way.sent if message.key == way.sent[0].key]
    assert len(first) == MOST_TRIES, "at least once, and not for ever"


class Unjudgeable(dict[str, str]):
    """Labels that can be kept, and that no rule can read."""

    def get(self, *_: Any) -> Any:
        raise RuntimeError("a rule fell over")


@pytest.mark.parametrize("failing", ["first", "last"])
def test_an_alert_that_no_rule_can_judge_hurts_no_other(house: HouseForTests, failing: str) -> None:
    bad = house.signal("Bow door", labels=Unjudgeable(SEV1))
    sound = [house.signal(f"Stern door {n}", labels=SEV1) for n in range(5)]
    posts = [[bad], *([one] for one in sound)]
    for post in posts if failing == "first" else reversed(posts):
        house.arrive(*post)
    house.work()
    titles = [message.title for message in house.phone.sent]
    assert sum("Stern door" in title for title in titles) == 5
    assert sum("Bow door" in title for title in titles) == 1, "and somebody looks at it"


def test_a_job_of_a_kind_nobody_knows_is_no_page(house: HouseForTests) -> None:
    strange = Job("strange:1", "strange", "pg_nobody", house.clock.now())
    house.house.write(lambda work: jobs.enqueue(work, [strange]))
    incident = house.alert("Bow door", labels=SEV1)
    assert house.paged(incident) == ["ada"]
    assert len(house.phone.sent) == 1

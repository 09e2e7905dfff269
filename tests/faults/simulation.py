"""A seeded world around a house: alerts, people, providers, clocks and crashes, one act at a time.

Nothing here sleeps: the wall clock and the steady clock are numbers. Every act is drawn from the
seed, so a seed that fails once fails again.
"""

import random
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime
from threading import Event
from typing import Any

from runcard.domain.alerts.model import Signal
from runcard.domain.incidents.model import Status
from runcard.engine.clock_watch import ClockWatch
from runcard.engine.deliver import Deliver
from runcard.engine.fire import Fire
from runcard.engine.recovery import recover
from runcard.flows.command_is_taken import command_is_taken
from runcard.flows.errands import claim
from runcard.flows.page_is_due import Sending, send
from runcard.flows.severity_is_set import severity_is_set
from runcard.flows.status_is_changed import status_is_changed
from runcard.kernel.errors import Conflict
from runcard.ledgers.agenda.store import jobs, timers
from runcard.testing.house import HouseForTests, a_house
from tests.faults import audit
from tests.faults.simulated_ways import SimulatedWay
from tests.flows.playbook_for_stories import PLAYBOOK, TEAM

ADDRESSES = {"webhook": "https://hooks.ferries.example/{}", "email": "{}@ferries.example"}
SEVERITIES = ("SEV1", "SEV1", "SEV2", "SEV3", "unheard of", None)
SPANS = (1, 7, 30, 61, 300, 301, 1200, 2760)
JUMPS = (3600, -3600, 86_400, -86_400, 400, -400)
MOST_TURNS = 4000
PEOPLE = ("ada", "bo", "cy")


class Crash(Exception):
    """The process died here."""


def team_of_two_ways() -> dict[str, Any]:
    """Everybody has a webhook and, a minute later, an e-mail."""
    people = {
        who: {
            **said,
            "ways": [{"kind": kind, "address": at.format(who)} for kind, at in ADDRESSES.items()],
        }
        for who, said in TEAM["people"].items()
    }
    return {**TEAM, "people": people}


@dataclass(slots=True)
class Simulation:
    """What the world did, as the world itself remembers it."""

    seed: int
    home: HouseForTests
    ways: Mapping[str, SimulatedWay]
    chance: random.Random
    steady: float = 0.0
    fired: list[Signal] = field(default_factory=list)
    accepted: dict[str, str] = field(default_factory=dict)
    """Alert → incident, of every word that was answered."""
    closed_pages: set[str] = field(default_factory=set)
    """Pages that were asked for before an acknowledgement or a resolution was committed."""
    claimed_after: list[str] = field(default_factory=list)
    """Of those, the ones that were claimed after it: there must be none."""
    answered: set[str] = field(default_factory=set)
    jumps: int = 0
    crashes: int = 0
    acts: int = 0
    _deliver: Deliver = field(init=False)
    _watch: ClockWatch = field(init=False)

    def __post_init__(self) -> None:
        self.start_process()
        self._watch.look()

    def start_process(self) -> None:
        """The engine as after a start; what the one before held is found by recovery."""
        self._deliver = Deliver(self.home.house, f"node-{self.crashes}", Event())
        self._watch = ClockWatch(self.home.house, f"node-{self.crashes}", lambda: self.steady)
        recover(self.home.house)

    def run(self, acts: int) -> None:
        """So many acts, then peace: providers are sound, nobody answers, and time goes on."""
        deeds: list[tuple[Callable[[], None], int]] = [
            (self.post, 6), (self.repeat, 2), (self.clear, 3), (self.answer, 2),
            (self.resolve, 1), (self.say, 1), (self.fire, 6), (self.deliver, 8),
            (self.wait, 5), (self.jump, 1), (self.change_moods, 2), (self.sleep, 1),
            (self.die_deciding, 1), (self.die_with_pages_in_the_air, 1), (self.die, 1),
        ]  # fmt: skip
        names, weights = zip(*deeds, strict=True)
        for _ in range(acts):
            self.chance.choices(names, weights)[0]()
            self._watch.look()
            self.acts += 1

    def post(self) -> None:
        """Monitoring says that something is wrong."""
        count = self.chance.choice((1, 1, 1, 2, 4))
        signals = [self.signal(len(self.fired) + number) for number in range(count)]
        self.take_in(signals)
        self.fired += signals

    def signal(self, number: int) -> Signal:
        severity = self.chance.choice(SEVERITIES)
        labels = {} if severity is None else {"severity": severity}
        group = f"group-{self.chance.randrange(1 + number // 2)}"
        return self.home.signal(f"Gate {number} is shut", labels=labels, group_key=group)

    def repeat(self) -> None:
        """Monitoring says it again, twice in one post."""
        if self.fired:
            signal = self.chance.choice(self.fired)
            self.take_in([signal, signal])

    def clear(self) -> None:
        """Monitoring says that it is over."""
        if self.fired:
            self.take_in([self.home.cleared(self.chance.choice(self.fired[-6:]))])

    def take_in(self, signals: list[Signal]) -> None:
        recorded = self.home.arrive(*signals)
        self.accepted |= {one.alert_id: one.incident_id or "" for one in recorded}

    def answer(self) -> None:
        """Somebody acknowledges."""
        incident_id = self.some_incident()
        if incident_id is not None:
            self.answer_about(incident_id)

    def answer_about(self, incident_id: str) -> None:
        asked = {shown.page.id for shown in self.home.brief(incident_id).pages}
        with suppress(Conflict):
            self.home.acknowledge(incident_id, self.chance.choice(PEOPLE))
            self.closed_pages |= asked
            self.answered.add(incident_id)

    def resolve(self) -> None:
        """Somebody says that it is over."""
        incident_id = self.some_incident()
        if incident_id is None:
            return
        asked = {shown.page.id for shown in self.home.brief(incident_id).pages}
        with suppress(Conflict):
            self.home.resolve(incident_id)
            self.closed_pages |= asked
            self.answered.add(incident_id)

    def say(self) -> None:
        """Somebody takes command, says where it stands, or chooses another severity."""
        incident_id = self.some_incident()
        if incident_id is None:
            return
        house, who = self.home.house, self.chance.choice(PEOPLE)
        status = self.chance.choice((Status.IDENTIFIED, Status.MITIGATING))
        level = self.chance.choice(("SEV1", "SEV2"))
        story = self.chance.choice((
            lambda work: command_is_taken(work, house, incident_id, who),
            lambda work: status_is_changed(work, house, incident_id, status, "we looked"),
            lambda work: severity_is_set(work, house, incident_id, level),
        ))  # fmt: skip
        with suppress(Conflict):
            self.home.does(who, story)

    def some_incident(self) -> str | None:
        known = sorted(set(self.accepted.values()) - {""})
        return self.chance.choice(known) if known else None

    def fire(self) -> None:
        Fire(self.home.house).once()

    def deliver(self) -> None:
        self.carry(self.claim(self.chance.randint(1, 8)))

    def claim(self, most: int) -> list[Sending]:
        """As the deliverer does, and watched: nothing that was answered may be claimed."""
        sendings = self._deliver._claim(most)
        asked = {sending.attempt.page_id for sending in sendings}
        self.claimed_after += sorted(asked & self.closed_pages)
        return sendings

    def carry(self, sendings: list[Sending]) -> None:
        for sending in sendings:
            self._deliver._carry(sending)

    def wait(self) -> None:
        """Time goes by on both clocks."""
        self.go_on(self.chance.choice(SPANS))

    def go_on(self, seconds: float) -> None:
        self.home.clock.forward(seconds=seconds)
        self.steady += seconds

    def jump(self) -> None:
        """Somebody sets the wall clock; the steady one knows nothing of it."""
        self.home.clock.forward(seconds=self.chance.choice(JUMPS))
        self.jumps += 1

    def sleep(self) -> None:
        """The machine is suspended for two hours: its steady clock stands still meanwhile."""
        self.home.clock.forward(hours=2)
        self.jumps += 1

    def change_moods(self) -> None:
        for way in self.ways.values():
            way.sound = self.chance.choice((1.0, 1.0, 0.7, 0.0))

    def die(self) -> None:
        """Between two commits."""
        self.crashes += 1
        self.start_process()

    def die_deciding(self) -> None:
        """In the middle of a decision: the transaction goes with the process."""
        firing = Fire(self.home.house)

        def dies(work: Any) -> None:
            firing._batch(work)
            raise Crash

        with suppress(Crash):
            self.home.house.write(dies)
        self.die()

    def die_with_pages_in_the_air(self) -> None:
        """Some were sent and not written down, some were claimed and not sent."""
        house, most = self.home.house, self.chance.randint(1, 8)
        sendings = house.write(lambda w: claim(w, house, self._deliver.owner, most))
        asked = {sending.attempt.page_id for sending in sendings}
        self.claimed_after += sorted(asked & self.closed_pages)
        for sending in sendings[: self.chance.randint(0, len(sendings))]:
            with suppress(RuntimeError):
                send(house, sending)
        self.die()
        if sendings and self.chance.random() < 0.5:
            told = self.chance.choice(sendings).told
            self.answer_about(self.chance.choice(told)[1])

    def come_to_rest(self) -> int:
        """Time goes on until nothing is planned any more. Returns how many turns that took."""
        for way in self.ways.values():
            way.sound = 1.0
        for turn in range(MOST_TURNS):
            done = Fire(self.home.house).once()
            sendings = self.claim(8)
            self.carry(sendings)
            if done or sendings:
                continue
            due = self.next_due()
            if due is None:
                return turn
            self.go_on(max((due - self.home.clock.now()).total_seconds(), 0.001))
            self._watch.look()
        raise AssertionError("the escalations of this world never end")

    def next_due(self) -> datetime | None:
        return self.home.house.read(
            lambda work: min(
                (at for at in (timers.next_at(work), jobs.next_at(work)) if at is not None),
                default=None,
            )
        )


@contextmanager
def a_simulation(address: str, seed: int, *, durable: bool = False) -> Iterator[Simulation]:
    """A world of its own over a fresh database."""
    chance, team = random.Random(seed), team_of_two_ways()
    with a_house(address, {"ferries": PLAYBOOK}, team, durable=durable) as home:
        ways = {kind: SimulatedWay(random.Random(chance.random())) for kind in ADDRESSES}
        home.house.notifiers = ways
        audit.install(home.house.db)
        yield Simulation(seed, home, ways, chance)

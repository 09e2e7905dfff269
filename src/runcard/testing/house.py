"""A whole house for a test: a real database, a frozen clock, fake ways out, moved by hand."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from threading import Event
from typing import Any, TypeVar

from runcard.adapters.reference_works import read_linter
from runcard.db.database import Database
from runcard.db.engine import open_engines
from runcard.db.migrate import upgrade
from runcard.db.work import Unit
from runcard.domain.alerts.model import AlertState, Recorded, Signal
from runcard.domain.people.team_file import decode
from runcard.domain.playbooks.actions import Edition, publish
from runcard.engine.deliver import Deliver
from runcard.engine.fire import Fire
from runcard.flows.briefing import Briefing
from runcard.flows.briefings import brief
from runcard.flows.deck import Deck
from runcard.flows.house import ENGINE, House
from runcard.flows.incident_is_acknowledged import incident_is_acknowledged
from runcard.flows.incident_is_declared import Declaration, incident_is_declared
from runcard.flows.incident_is_resolved import incident_is_resolved
from runcard.flows.links import Links
from runcard.kernel.actor import Integration, Person
from runcard.kernel.permission import Permission
from runcard.kernel.secret import Secret
from runcard.ledgers.timeline.render import sentence
from runcard.testing.clock import FrozenClock
from runcard.testing.fakes import FakeHttp, FakeNotifier

T = TypeVar("T")
PROMETHEUS = Integration("prometheus", frozenset({Permission.INGEST}))
RESPONDER = frozenset({Permission.READ, Permission.RESPOND})
MOST_TURNS = 500


@dataclass(slots=True)
class HouseForTests:
    """`work()` does everything that is due; nothing happens by itself."""

    house: House
    clock: FrozenClock
    phone: FakeNotifier

    def work(self) -> None:
        """Decide and deliver until nothing is due any more."""
        fire = Fire(self.house)
        deliver = Deliver(self.house, "test", Event())
        for _ in range(MOST_TURNS):
            if fire.once() + deliver.once_and_wait() == 0:
                return
        raise AssertionError("the house does not come to rest")

    def signal(self, title: str, **said: Any) -> Signal:
        """A firing signal; labels, group key, fingerprint and the rest if they matter."""
        name = said.pop("fingerprint", title)
        return Signal(
            fingerprint=name,
            state=said.pop("state", AlertState.FIRING),
            starts_at=said.pop("starts_at", self.clock.now()),
            title=title,
            group_key=said.pop("group_key", name),
            source=said.pop("source", "prometheus"),
            **said,
        )

    def cleared(self, signal: Signal) -> Signal:
        """The same occurrence, over now."""
        return replace(signal, state=AlertState.CLEARED, ends_at=self.clock.now())

    def arrive(self, *signals: Signal) -> Sequence[Recorded]:
        """One post."""
        return self.house.take_in_now(signals, PROMETHEUS)

    def alert(self, title: str, **said: Any) -> str:
        """One firing alert; returns its incident, and wakes whoever is due now."""
        recorded = self.arrive(self.signal(title, **said))
        self.work()
        incident_id = recorded[0].incident_id
        assert incident_id is not None
        return incident_id

    def brief(self, ref: str) -> Briefing:
        """All of one incident."""
        return self.house.read(lambda work: brief(work, self.house, ref))

    def acknowledge(self, ref: str, who: str = "ada") -> None:
        """Somebody answers."""
        self.does(who, lambda work: incident_is_acknowledged(work, self.house, ref, "web"))

    def resolve(self, ref: str, who: str = "ada") -> None:
        """Somebody says that it is over."""
        self.does(who, lambda work: incident_is_resolved(work, self.house, ref, "mended"))

    def declare(self, declaration: Declaration, who: str = "ada") -> str:
        """Somebody says that something is wrong."""
        return self.does(who, lambda work: incident_is_declared(work, self.house, declaration)).id

    def does(self, who: str, story: Unit[T]) -> T:
        """One unit of work as a responder."""
        return self.house.db.write(story, Person(who, RESPONDER))

    def paged(self, ref: str) -> list[str]:
        """Who was paged about an incident, in order."""
        return [shown.page.person_id for shown in self.brief(ref).pages]

    def told(self, ref: str) -> list[str]:
        """The timeline in sentences."""
        return [sentence(entry) for entry in self.brief(ref).timeline]

    def forward(self, **span: float) -> None:
        """Let time pass, and do what came due at the moment it stops."""
        self.clock.forward(**span)
        self.work()


@contextmanager
def a_house(
    database: str, playbooks: Mapping[str, str], team: Mapping[str, Any], *, durable: bool = False
) -> Iterator[HouseForTests]:
    """A house over a fresh database with these documents and this team file in force. Only a test
    about the disk wants it durable: it is slower."""
    engines = open_engines(database, durable=durable)
    upgrade(engines.writing)
    clock = FrozenClock()
    db = Database(engines, clock)
    db.start()
    try:
        deck = Deck(read_linter())
        publish_all(db, deck, dict(team), playbooks)
        phone = FakeNotifier()
        links = Links("http://runcard.example", Secret("00" * 32))
        house = House(db, deck, {phone.kind: phone}, FakeHttp(), "http://runcard.example", links)
        yield HouseForTests(house, clock, phone)
    finally:
        db.close()


def publish_all(db: Database, deck: Deck, team_words: object, sources: Mapping[str, str]) -> None:
    """Put exactly these documents in force, whatever was before."""
    team = decode(team_words)
    editions = [
        Edition(deck.card_of(name, source, team_words, team), source)
        for name, source in sources.items()
    ]
    db.write(lambda work: publish(work, editions, team_words), ENGINE)
    deck.put_in_force([one.card for one in editions])

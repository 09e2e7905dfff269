"""The database is away: alerts and answers are kept in the spool, the worst alerts wake somebody
from memory, and all of it is told to the database afterwards, in order."""

from collections import OrderedDict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from hashlib import sha256

import msgspec
import structlog

from runcard.db.spool import Spool
from runcard.domain.alerts.model import AlertState, Kept, Signal
from runcard.domain.alerts.rules import identity
from runcard.domain.escalation.model import Notify
from runcard.domain.escalation.rules import Standing, next_step
from runcard.domain.incidents.model import Opening
from runcard.domain.incidents.rules import WORST
from runcard.domain.paging.model import Message
from runcard.domain.paging.ports import Http, Notifier
from runcard.domain.paging.rules import plan
from runcard.domain.people.model import Person
from runcard.domain.playbooks.card import Card
from runcard.flows.alerts_arrive import opening_of
from runcard.flows.deck import Deck
from runcard.flows.links import Links
from runcard.flows.rungs import known, policy_of
from runcard.flows.spool_records import Answer, Called, Post, Pressed, Took, packed, unpacked
from runcard.kernel.errors import Unavailable
from runcard.kernel.ids import PageId

log = structlog.get_logger()
# The database tells repeats apart; memory only keeps from calling about one group again and again.
CALL_AGAIN = timedelta(minutes=5)
MOST_CALLS = 10_000
# Answers that count before the spool is drained; more than people can give, each asked about anew.
MOST_ANSWERS = 1000


@dataclass(frozen=True, slots=True)
class Call:
    """One person to wake from memory, and about what."""

    person: Person
    opening: Opening
    identity: str

    @property
    def page_id(self) -> PageId:
        """The same for the same person and alert, so that two messages have one answer."""
        told = f"away:{self.identity}:{self.person.id}"
        return PageId(f"pg_{sha256(told.encode()).hexdigest()[:32]}")

    @property
    def kept(self) -> Called:
        """What the spool keeps of it."""
        group, title = self.opening.group_key, self.opening.title
        return Called(self.page_id, self.person.id, self.identity, group, title)


@dataclass(slots=True)
class Shelter:
    """Where alerts and answers wait for the database. `keep` and `answer` may be called from any
    thread; the rest belongs to the thread that drains it."""

    spool: Spool
    deck: Deck
    notifiers: Mapping[str, Notifier]
    http: Http
    links: Links
    _unheard: OrderedDict[str, Signal] = field(default_factory=OrderedDict)
    """By group: one alert of it is enough to wake somebody, and a flood stays on the disk."""
    _called_at: dict[str, datetime] = field(default_factory=dict)
    _called: dict[PageId, Called] = field(default_factory=dict)
    _answered: set[str] = field(default_factory=set)
    _answers: dict[bytes, Answer] = field(default_factory=dict)
    """Those that wait in the spool, by their words there."""

    def __post_init__(self) -> None:
        """A process that died while the database was away left its calls and answers here."""
        for words in self.spool.look():
            try:
                record = unpacked(words)
            except msgspec.DecodeError:
                continue  # whoever drains the spool says so
            if isinstance(record, Called):
                self._called[record.page_id] = record
            elif isinstance(record, Answer):
                self._remember_answer(words, record)
            if isinstance(record, Pressed):
                self._mark_answered(record.page_id)

    @property
    def is_empty(self) -> bool:
        """Whether alerts may go to the database directly without overtaking others."""
        return self.spool.is_empty

    @property
    def answers(self) -> tuple[Answer, ...]:
        """What people said that the database has not heard yet, in order."""
        return tuple(self._answers.values())

    def keep(self, source: str, signals: Sequence[Signal]) -> Sequence[Kept]:
        """On disk when this returns. Raises Unavailable when the spool cannot take it either."""
        self.spool.put([packed(Post(source, list(signals)))])
        for signal in signals:
            self._hear(signal)
        return [Kept() for _ in signals]

    def _hear(self, signal: Signal) -> None:
        if signal.state is AlertState.FIRING:
            opening = opening_of(signal, self.deck)
            if opening.rank <= WORST:
                self._unheard.setdefault(opening.group_key, signal)

    def call_behind(self, page_id: PageId) -> Called | None:
        """The call from memory that a link stands for."""
        return self._called.get(page_id)

    def answer(self, page_id: PageId) -> Called | None:
        """Somebody has it: on disk when this returns, and from now on nobody else is called about
        it from memory. Raises Unavailable when the spool cannot take it."""
        self._keep_answer(Pressed(page_id))
        return self._mark_answered(page_id)

    def take(self, took: Took) -> None:
        """Somebody has an incident: on disk when this returns. Raises Unavailable when the spool
        cannot take it."""
        self._keep_answer(took)

    def _keep_answer(self, answer: Answer) -> None:
        """Remembered first: the spool may be drained before `put` returns."""
        words = packed(answer)
        self._remember_answer(words, answer)
        try:
            self.spool.put([words])
        except Unavailable:
            self._answers.pop(words, None)
            raise

    def _mark_answered(self, page_id: PageId) -> Called | None:
        call = self._called.get(page_id)
        if call is not None:
            self._answered.add(call.group_key)
        return call

    def _remember_answer(self, words: bytes, answer: Answer) -> None:
        if len(self._answers) < MOST_ANSWERS:
            self._answers[words] = answer

    def are_told(self, records: Sequence[bytes]) -> None:
        """The database has these."""
        for words in records:
            self._answers.pop(words, None)

    def is_over(self) -> None:
        """The database has all of it: what is said about a group later is news again."""
        self._answered.clear()

    def wake(self, now: datetime) -> int:
        """Call whoever must hear of what was kept; returns how many messages left."""
        sent = 0
        while self._unheard:
            _, signal = self._unheard.popitem(last=False)
            sent += sum(self._send(call) for call in self._calls(signal, now))
        return sent

    def _calls(self, signal: Signal, now: datetime) -> Sequence[Call]:
        """The first people of the escalation, for the worst level and for what nobody can judge."""
        opening = opening_of(signal, self.deck)
        if not self._is_news(opening.group_key, now):
            return ()
        self._called_at[opening.group_key] = now
        card = self._card(opening)
        policy = policy_of(self.deck, opening, card)
        standing = Standing(now, now, is_acknowledged=False, is_resolved=False)
        first = next_step(policy, 0, standing)
        if not isinstance(first, Notify):
            return ()
        people = self.deck.reach(card, first.level.title, now).people
        return [Call(known(card, person), opening, identity(signal)) for person in people]

    def _is_news(self, group: str, now: datetime) -> bool:
        last = self._called_at.get(group)
        return group not in self._answered and (last is None or now - last >= CALL_AGAIN)

    def _card(self, opening: Opening) -> Card:
        in_force = (card for card in self.deck.in_force if card.id == opening.playbook_id)
        return next(in_force, self.deck.default())

    def _send(self, call: Call) -> int:
        self._remember(call.kept)
        sent = 0
        for one in plan(call.person, urgent=True):
            notifier = self.notifiers.get(one.way.kind)
            if notifier is not None:
                message = words_without_a_database(call, one.way.address, self.links)
                receipt = type(notifier.send(message, self.http)).__name__
                log.info("page from memory", way=one.way.kind, receipt=receipt)
                sent += 1
        return sent

    def _remember(self, call: Called) -> None:
        """The link in the message must still mean something after a restart; but a call that
        cannot be written down is made all the same."""
        if len(self._called) >= MOST_CALLS:
            self._called.clear()
        self._called[call.page_id] = call
        try:
            self.spool.put([packed(call)])
        except Unavailable as fault:
            log.error("a call from memory could not be written down", why=fault.message)


def words_without_a_database(call: Call, address: str, links: Links) -> Message:
    """What somebody reads while nothing can be looked up."""
    opening, link = call.opening, links.of_page(call.page_id)
    level = opening.severity or "severity not known"
    body = (
        f"{opening.title}\n{level}: {opening.why}\n\n"
        f"Acknowledge: {link}\n\n"
        "Runcard's database is away. The alert is kept on disk and becomes an incident when the "
        "database is back; until then nobody else is called.\n"
        "Look at the service itself now, and at Runcard's database."
    )
    title = f"[{level}] {opening.title} (Runcard's database is away)"
    key = f"away:{call.identity}:{call.person.id}"
    return Message(key, address, title, body, links.base_url, link, urgent=True)

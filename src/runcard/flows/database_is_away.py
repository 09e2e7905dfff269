"""The database is away: alerts are kept in the spool, the worst wake somebody from memory, and all
of it is folded in afterwards, in order."""

from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import msgspec
import structlog

from runcard.db.spool import Spool
from runcard.domain.alerts.model import AlertState, Kept, Signal
from runcard.domain.alerts.rules import identity
from runcard.domain.escalation.model import Notify
from runcard.domain.escalation.rules import Standing, next_step
from runcard.domain.incidents.model import Opening
from runcard.domain.paging.model import Message
from runcard.domain.paging.ports import Http, Notifier
from runcard.domain.paging.rules import plan
from runcard.domain.people.model import Person
from runcard.domain.playbooks.card import Card
from runcard.flows.alerts_arrive import judged, unjudged
from runcard.flows.deck import Deck
from runcard.flows.rungs import known, policy_of
from runcard.kernel.actor import Integration
from runcard.kernel.permission import Permission

log = structlog.get_logger()
# The database tells repeats apart; memory only keeps from calling about one group again and again.
CALL_AGAIN = timedelta(minutes=5)
SENDERS = frozenset({Permission.INGEST})


class Post(msgspec.Struct):
    """One post in the spool."""

    source: str
    signals: list[Signal]


DECODER = msgspec.json.Decoder(Post)


@dataclass(frozen=True, slots=True)
class Call:
    """One person to wake from memory, and about what."""

    person: Person
    opening: Opening
    identity: str


@dataclass(slots=True)
class Shelter:
    """Where alerts wait for the database. `keep` may be called from any thread; the rest belongs to
    the thread that drains it."""

    spool: Spool
    deck: Deck
    notifiers: Mapping[str, Notifier]
    http: Http
    base_url: str
    _unheard: deque[Signal] = field(default_factory=deque)
    _called: dict[str, datetime] = field(default_factory=dict)

    @property
    def is_empty(self) -> bool:
        """Whether alerts may go to the database directly without overtaking others."""
        return self.spool.is_empty

    def keep(self, source: str, signals: Sequence[Signal]) -> Sequence[Kept]:
        """On disk when this returns. Raises Unavailable when the spool cannot take it either."""
        self.spool.put([msgspec.json.encode(Post(source, list(signals)))])
        self._unheard += signals
        return [Kept() for _ in signals]

    def wake(self, now: datetime) -> int:
        """Call whoever must hear of what was kept; returns how many messages left."""
        sent = 0
        while self._unheard:
            signal = self._unheard.popleft()
            sent += sum(self._send(call) for call in self._calls(signal, now))
        return sent

    def _calls(self, signal: Signal, now: datetime) -> Sequence[Call]:
        """The first people of the escalation, for the worst level and for what nobody can judge."""
        if signal.state is not AlertState.FIRING:
            return ()
        opening = self._opening(signal)
        last = self._called.get(opening.group_key)
        if opening.rank > 0 or (last is not None and now - last < CALL_AGAIN):
            return ()
        self._called[opening.group_key] = now
        card = self._card(opening)
        policy = policy_of(self.deck, opening, card)
        standing = Standing(now, now, is_acknowledged=False, is_resolved=False)
        first = next_step(policy, 0, standing)
        if not isinstance(first, Notify):
            return ()
        people = self.deck.reach(card, first.level.title, now).people
        return [Call(known(card, person), opening, identity(signal)) for person in people]

    def _card(self, opening: Opening) -> Card:
        in_force = (card for card in self.deck.in_force if card.id == opening.playbook_id)
        return next(in_force, self.deck.default())

    def _opening(self, signal: Signal) -> Opening:
        try:
            return judged(signal, self.deck)
        except (ValueError, TypeError, LookupError, AttributeError, ArithmeticError) as surprise:
            log.error("an alert could not be judged", why=repr(surprise))
            return unjudged(signal, self.deck)

    def _send(self, call: Call) -> int:
        sent = 0
        for one in plan(call.person, urgent=True):
            notifier = self.notifiers.get(one.way.kind)
            if notifier is not None:
                message = words_without_a_database(call, one.way.address, self.base_url)
                receipt = type(notifier.send(message, self.http)).__name__
                log.info("page from memory", way=one.way.kind, receipt=receipt)
                sent += 1
        return sent


def words_without_a_database(call: Call, address: str, base_url: str) -> Message:
    """What somebody reads while nothing can be looked up."""
    opening = call.opening
    level = opening.severity or "severity not known"
    body = (
        f"{opening.title}\n{level}: {opening.why}\n\n"
        "Runcard's database is away. The alert is kept on disk and becomes an incident when the "
        "database is back; until then nobody else is called, and nothing can be acknowledged.\n"
        "Look at the service itself now, and at Runcard's database."
    )
    key = f"away:{call.identity}:{call.person.id}"
    title = f"[{level}] {opening.title} (Runcard's database is away)"
    return Message(key, address, title, body, base_url, base_url, urgent=True)


def sender_of(post: Post) -> Integration:
    """Whoever sent the post."""
    return Integration(post.source, SENDERS)


def posts_in(records: Sequence[bytes]) -> list[Post]:
    """The posts of a segment."""
    return [DECODER.decode(record) for record in records]

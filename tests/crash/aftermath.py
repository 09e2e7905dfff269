"""What is left when all is over: the database read from outside, beside what the sink was sent."""

import math
import random
import time
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, create_engine, make_url, text

from tests.crash.load import Accepted
from tests.peers.webhook_sink import Received, WebhookSink

POLL_S = 0.05
UNFINISHED = "select count(*) from job where state in ('ready', 'running')"
# The first level only: in these tests time is real, and the next ones are minutes away.
DUE = "select count(*) from timer where step = 0"
# Of the first level: a test that takes a quarter of an hour sees the next one come, and rightly.
ATTEMPTS = """
select attempt.key, attempt.started_at, attempt.outcome, page.incident_id, incident.acknowledged_at
from attempt join page on page.id = attempt.page_id
join incident on incident.id = page.incident_id
where page.level = 0
"""
ACKNOWLEDGED = "select id from incident where acknowledged_at is not null"


@dataclass(frozen=True, slots=True)
class Aftermath:
    """Alerts and attempts by the database; every page by the sink, in the order they came."""

    alert_ids: frozenset[str]
    incident_of: dict[str, str]
    """Message key → incident."""
    asked_after_answer: tuple[str, ...]
    """Incidents for which an attempt began after their acknowledgement was committed."""
    acknowledged: frozenset[str]
    """Incidents that somebody has, whether or not the answer reached them."""
    begun: tuple[tuple[str, float], ...]
    """Incident and moment of every attempt, in seconds."""
    outcomes: tuple[str | None, ...]
    received: tuple[str, ...]
    bodies: dict[str, set[bytes]] = field(default_factory=dict)

    def lost_alerts(self, accepted: Iterable[Accepted]) -> set[str]:
        return {one.alert_id for one in accepted} - self.alert_ids

    def lost_pages(self, accepted: Iterable[Accepted], excused: Iterable[str]) -> set[str]:
        """Incidents nobody was told of; one that was acknowledged first needs no page."""
        told = {self.incident_of.get(key) for key in self.received}
        return {one.incident_id for one in accepted} - told - set(excused)

    def begun_after(self, answered: Mapping[str, float]) -> set[str]:
        """Incidents of which a page was begun when the answer to an acknowledgement was in hand."""
        return {one for one, at in self.begun if at > answered.get(one, math.inf)}

    def incidents_with_several_keys(self) -> set[str]:
        """A repeat that the receiver could not know for one."""
        keys = Counter(self.incident_of.get(key, key) for key in set(self.received))
        return {incident for incident, count in keys.items() if count > 1}

    def repeats(self) -> int:
        return len(self.received) - len(set(self.received))


def aftermath(address: str, sink: WebhookSink) -> Aftermath:
    """Looked up when no process of ours holds the database any more."""
    received = sink.received
    bodies: dict[str, set[bytes]] = {}
    for one in received:
        bodies.setdefault(key_of(one), set()).add(one.body)
    engine = create_engine(make_url(address).set(drivername=driver(address)))
    try:
        with engine.connect() as tx:
            alerts = frozenset(tx.scalars(text("select id from alert")))
            attempts = tx.execute(text(ATTEMPTS)).all()
            acknowledged = frozenset(tx.scalars(text(ACKNOWLEDGED)))
    finally:
        engine.dispose()
    late = [
        row.incident_id
        for row in attempts
        if row.acknowledged_at is not None and row.started_at > row.acknowledged_at
    ]
    keys = {row.key: row.incident_id for row in attempts}
    begun = tuple((row.incident_id, row.started_at / 1e6) for row in attempts)
    outcomes = tuple(row.outcome for row in attempts)
    pages = tuple(key_of(one) for one in received)
    return Aftermath(alerts, keys, tuple(late), acknowledged, begun, outcomes, pages, bodies)


def driver(address: str) -> str:
    return "sqlite" if address.startswith("sqlite") else "postgresql+psycopg"


def key_of(request: Received) -> str:
    body: Any = request.json()
    return str(body["key"])


def eventually(is_so: Callable[[], bool], what: str, within: float = 30.0) -> None:
    """Look again and again, and fail in words."""
    deadline = time.monotonic() + within
    while not is_so():
        assert time.monotonic() < deadline, f"waited {within:g} s, and still not: {what}"
        time.sleep(POLL_S)


def is_quiet(tx: Connection) -> bool:
    """No page is on its way, and no first level is owed."""
    return [tx.scalar(text(words)) for words in (UNFINISHED, DUE)] == [0, 0]


def wait_until_quiet(address: str, within: float = 60.0) -> None:
    """Watches the database from outside, reading only."""
    engine = create_engine(make_url(address).set(drivername=driver(address)))

    def look() -> bool:
        with engine.connect() as tx:
            if tx.dialect.name == "sqlite":
                tx.exec_driver_sql("pragma query_only=on")
            return is_quiet(tx)

    try:
        eventually(look, "every page is delivered", within)
    finally:
        engine.dispose()


def a_seed(named: str | None) -> int:
    """The one you name to see a failure again, else a new one."""
    return int(named) if named else random.SystemRandom().randrange(1_000_000)

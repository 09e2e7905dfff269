"""What must hold in every world, whatever happened in it."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import text

from runcard.kernel.actor import Engine
from runcard.ledgers.timeline.queries import Verified, verified
from tests.faults import audit
from tests.faults.simulation import Simulation

# An incident that nobody has, that is not being watched until it ends by itself, and of which
# nothing is planned: no level, no page on its way, and it was not said that everybody was told.
DEAD_ENDS = """
select incident.id, incident.severity, incident.source from incident
where incident.state = 'open' and incident.status <> 'monitoring'
and not exists (select 1 from timer where timer.subject = incident.id)
and not exists (select 1 from page join job on job.subject = page.id
                where page.incident_id = incident.id and job.state in ('ready', 'running'))
and not exists (select 1 from entry where entry.subject = incident.id
                and entry.kind = 'escalation_exhausted')
and not exists (select 1 from setback where setback.subject = incident.id
                and setback.parked_at is not null)
"""
PAGES = """
select page.id, page.state, page.incident_id, page.person_id, page.level, incident.severity
from page join incident on incident.id = page.incident_id
"""
ATTEMPTS = "select key, page_id from attempt"
EVERY_WAY_SAID_NO = """
select page.id from page
where not exists (select 1 from job where job.subject = page.id and job.state <> 'dead')
"""
TWICE_ASKED = """
select incident_id, person_id, level, key, count(*) from page
group by incident_id, person_id, level, key having count(*) > 1
"""
PARKED = "select key, why from setback where parked_at is not null"


def faults_of(world: Simulation) -> Iterator[str]:
    """Every broken promise, in words."""
    yield from lost_alerts(world)
    yield from lost_pages(world)
    yield from (f"page {page} was claimed after the answer" for page in world.claimed_after)
    yield from untold_changes(world)
    yield from twice_under_two_keys(world)
    yield from dead_ends(world)
    yield from (f"{key} was parked: {why}" for key, why in asked(world, PARKED))
    for broken in timeline_of(world).breaks:
        yield f"the chain of {broken.subject} breaks: {broken.why}"


def asked(world: Simulation, words: str) -> list[Any]:
    return world.home.house.read(lambda work: list(work.tx.execute(text(words))))


def timeline_of(world: Simulation) -> Verified:
    return world.home.house.db.read(verified, Engine())


def lost_alerts(world: Simulation) -> Iterator[str]:
    kept = dict(asked(world, "select id, incident_id from alert"))
    for alert_id, incident_id in world.accepted.items():
        if alert_id not in kept:
            yield f"alert {alert_id} was answered and is not there"
        elif incident_id and kept[alert_id] is None:
            yield f"alert {alert_id} lost its incident"


def lost_pages(world: Simulation) -> Iterator[str]:
    """Each person of each level is tried, until it gets through or every way has said no, unless
    the page was ended before. What a provider took is all that counts."""
    tried = {key for way in world.ways.values() for key in way.tried}
    arrived = {message.key for way in world.ways.values() for message in way.arrived}
    keys: dict[str, set[str]] = {}
    for key, page_id in asked(world, ATTEMPTS):
        keys.setdefault(page_id, set()).add(key)
    refused = {page_id for (page_id,) in asked(world, EVERY_WAY_SAID_NO)}
    for page_id, state, incident_id, person, level, _ in asked(world, PAGES):
        if state != "open":
            continue
        if not keys.get(page_id, set()) & tried:
            yield f"{person} was never tried at level {level} of {incident_id}"
        elif not keys[page_id] & arrived and page_id not in refused:
            yield f"{person} was never reached at level {level} of {incident_id}"


def untold_changes(world: Simulation) -> Iterator[str]:
    """One entry a change, and no entry without one."""
    happened, told = audit.changes(world.home.house.db), audit.entries(world.home.house.db)
    for key in sorted(happened.keys() | told.keys()):
        if happened.get(key, 0) != told.get(key, 0):
            yield f"{key}: changed {happened.get(key, 0)} times, told {told.get(key, 0)} times"


def twice_under_two_keys(world: Simulation) -> Iterator[str]:
    """A repeat is known by its key, and says the same; a level is asked once of each person."""
    for row in asked(world, TWICE_ASKED):
        yield f"asked twice: {row}"
    for way in world.ways.values():
        said: dict[str, str] = {}
        for message in way.arrived:
            if said.setdefault(message.key, message.body) != message.body:
                yield f"{message.key} came with other words"


def dead_ends(world: Simulation) -> Iterator[str]:
    deck = world.home.house.deck
    card = deck.default()
    for incident_id, severity, _source in asked(world, DEAD_ENDS):
        if deck.promises(card, severity).pages:
            yield f"nothing is planned for {incident_id} ({severity}), and nobody was told so"

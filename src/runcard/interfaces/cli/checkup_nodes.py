"""The processes of an installation: which live, of which version, and how late the engine is."""

from collections.abc import Sequence
from datetime import timedelta

import msgspec

from runcard.db.database import Database
from runcard.db.engine import Engines
from runcard.flows.house import ENGINE
from runcard.flows.pulse import Condition, take_pulse
from runcard.interfaces.api.health import Health, NodeShown, health_of
from runcard.interfaces.cli.checkup import Line, Lines, bad, doubtful, good
from runcard.interfaces.cli.client import Client
from runcard.kernel.errors import Unavailable
from runcard.kernel.spans import spoken


def health_by(client: Client) -> Health:
    """What a running server says of itself and of the others."""
    return msgspec.convert(client.get("/health"), Health)


def health_in(engines: Engines) -> Health | None:
    """The same from a database that other nodes may share; None while it has no such tables."""
    try:
        return health_of(Database(engines).read(take_pulse, ENGINE))
    except Unavailable:
        return None


def nodes(health: Health) -> Lines:
    """One line a node, one on how late the engine is, and one where two versions run."""
    yield from (line_of(node) for node in health.nodes)
    versions = sorted({node.version for node in health.nodes if node.lives})
    if len(versions) > 1:
        says = f"{' and '.join(versions)} run side by side, as in a rolling upgrade"
        yield doubtful("Versions", says, "Bring all nodes to one version")
    if health.nodes:
        yield engine(health)
    yield from copy(health)


def copy(health: Health) -> Lines:
    """Whether what was planned waits for a person."""
    if health.quarantine is not None:
        since = f"{health.quarantine.since:%Y-%m-%d %H:%M} UTC"
        says = f"since {since}: what was planned before waits, and new alerts page; "
        step = "If this copy is to carry on: runcard db release"
        yield doubtful("Quarantine", says + health.quarantine.why, step)


def line_of(node: NodeShown) -> Line:
    silent = spoken(timedelta(seconds=node.silent_seconds))
    says = f"{node.name} runs {runs(node.runs)}, version {node.version}, heard of {silent} ago"
    if node.lives:
        return good("Node", says)
    return doubtful("Node", says, "Start it again; one that stays away is forgotten after a day")


def engine(health: Health) -> Line:
    """Whether anybody would be paged now."""
    if health.status == Condition.NO_ENGINE.value:
        step = "Start one: runcard serve, or runcard serve --only engine"
        return bad("Engine", "no node runs it: alerts are taken in and nobody is paged", step)
    late = spoken(timedelta(seconds=health.lag_seconds))
    says = f"the oldest thing that is due is {late} late; due: {health.timers_due} timers, "
    says += f"{health.pages_due} pages"
    if health.status == Condition.LATE.value:
        return bad("Engine", says, "Look into the log of the nodes that run the engine")
    return good("Engine", says)


def runs(halves: Sequence[str]) -> str:
    return " and ".join(halves)

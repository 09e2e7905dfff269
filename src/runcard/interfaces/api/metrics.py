"""`/metrics` for Prometheus: for whoever may read, or who shows the metrics token; nobody else."""

import hmac
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.core import (
    CounterMetricFamily,
    GaugeMetricFamily,
    HistogramMetricFamily,
    Metric,
)
from prometheus_client.exposition import CONTENT_TYPE_PLAIN_0_0_4
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from runcard import __version__
from runcard.flows.pulse import Pulse
from runcard.flows.tally import BOUNDS, Counted, Tally
from runcard.interfaces.api.auth import SCHEME
from runcard.interfaces.api.desk import Desk
from runcard.interfaces.api.errors import UNAUTHORIZED, guarded, problem
from runcard.kernel.actor import Actor, Integration
from runcard.kernel.errors import Forbidden
from runcard.kernel.permission import Permission
from runcard.kernel.secret import Secret
from runcard.ledgers.agenda.nodes import lives

SCRAPER = Integration("metrics", frozenset({Permission.READ}))
COUNTERS = {
    Counted.ALERTS: ("runcard_alerts", "Alerts taken in, by what became of them", ["fold"]),
    Counted.PAGE_ATTEMPTS: (
        "runcard_page_attempts",
        "Attempts to page somebody, by way and outcome",
        ["way", "outcome"],
    ),
    Counted.MENDED: ("runcard_escalations_mended", "Incidents found without a next step", []),
    Counted.HEARTBEATS: (
        "runcard_heartbeats",
        "Heartbeats to the outside, by outcome",
        ["outcome"],
    ),
}


def metrics_route(desk: Desk, tally: Tally, token: Secret | None) -> Route:
    """One address beside the API, so that a scrape needs no version."""

    async def show_metrics(request: Request) -> Response:
        try:
            reader = await reader_behind(request, desk, token)
        except Forbidden as fault:
            return problem(UNAUTHORIZED, fault.message)
        pulse = await desk.pulse(reader)
        registry = CollectorRegistry(auto_describe=False)
        registry.register(Scrape(pulse, tally))
        return Response(generate_latest(registry), media_type=CONTENT_TYPE_PLAIN_0_0_4)

    return Route("/metrics", guarded(show_metrics))


async def reader_behind(request: Request, desk: Desk, token: Secret | None) -> Actor:
    """Whoever shows a good token. Raises Forbidden for nobody we know."""
    shown = request.headers.get("authorization", "")
    words = shown[len(SCHEME) :].strip() if shown.lower().startswith(SCHEME) else ""
    if token and hmac.compare_digest(words.encode(), token.reveal().encode()):
        return SCRAPER
    return await desk.actor_of(words)


@dataclass(frozen=True, slots=True, eq=False)
class Scrape:
    """What one scrape is shown: how all nodes are, and what this one did since it began."""

    pulse: Pulse
    tally: Tally

    def collect(self) -> Iterator[Metric]:
        """In the order in which somebody reads it who is worried."""
        yield from self._engine()
        yield from self._nodes()
        yield from self._counters()
        yield self._commits()

    def _engine(self) -> Iterator[Metric]:
        load = self.pulse.load
        lag = GaugeMetricFamily(
            "runcard_engine_lag_seconds", "Age of the oldest thing that is due", labels=["ledger"]
        )
        lag.add_metric(["timers"], load.timer_lag.total_seconds())
        lag.add_metric(["jobs"], load.job_lag.total_seconds())
        due = GaugeMetricFamily("runcard_due", "Due and not done yet", labels=["ledger"])
        due.add_metric(["timers"], load.timers_due)
        due.add_metric(["jobs"], load.jobs_due)
        yield from (lag, due)
        yield GaugeMetricFamily(
            "runcard_jobs_waiting", "Pages that are to leave, now or later", load.jobs_waiting
        )
        yield GaugeMetricFamily(
            "runcard_open_incidents", "Incidents that are not resolved", self.pulse.open_incidents
        )

    def _nodes(self) -> Iterator[Metric]:
        nodes = GaugeMetricFamily(
            "runcard_node_up",
            "Nodes that signed in; 0 for one that went without a word",
            labels=["node", "name", "version", "runs"],
        )
        for node in self.pulse.nodes:
            runs = "+".join(half.value for half in node.runs)
            up = float(lives(node, self.pulse.now))
            nodes.add_metric([node.id, node.name, node.version, runs], up)
        yield nodes
        build = GaugeMetricFamily("runcard_build_info", "This process", labels=["version"])
        build.add_metric([__version__], 1)
        yield build

    def _counters(self) -> Iterator[Metric]:
        for what, (name, help_text, labels) in COUNTERS.items():
            counter = CounterMetricFamily(name, help_text, labels=labels)
            counts = self.tally.counts(what) or ({} if labels else {(): 0})
            for reasons, times in sorted(counts.items()):
                counter.add_metric(list(reasons), times)
            yield counter

    def _commits(self) -> Metric:
        took = self.tally.commits
        bounds = [*map(str, BOUNDS), "+Inf"]
        buckets = list(zip(bounds, accumulate(took.buckets), strict=True))
        return HistogramMetricFamily(
            "runcard_commit_seconds",
            "Writing transactions, from their beginning until they are on disk",
            buckets=buckets,
            sum_value=took.seconds,
        )

"""Metrics: closed unless one shows a token, and readable by Prometheus."""

from collections.abc import Iterator

import pytest
from prometheus_client.parser import text_string_to_metric_families
from starlette.applications import Starlette
from starlette.testclient import TestClient

from runcard import __version__
from runcard.flows.tally import BOUNDS, Counted, Tally
from runcard.interfaces.api.metrics import metrics_route
from runcard.kernel.errors import Unavailable
from runcard.kernel.secret import Secret
from tests.api.fake_house import FakeDesk

TOKEN = Secret("scrape-me")
Found = dict[tuple[str, tuple[tuple[str, str], ...]], float]


@pytest.fixture
def tally() -> Tally:
    return Tally()


@pytest.fixture
def scraper(desk: FakeDesk, tally: Tally) -> Iterator[TestClient]:
    site = Starlette(routes=[metrics_route(desk, tally, TOKEN)])
    with TestClient(site, raise_server_exceptions=False) as client:
        yield client


def scrape(scraper: TestClient, token: str = "scrape-me") -> Found:
    answer = scraper.get("/metrics", headers={"Authorization": f"Bearer {token}"})
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"].startswith("text/plain; version=0.0.4")
    return {
        (sample.name, tuple(sorted(sample.labels.items()))): sample.value
        for family in text_string_to_metric_families(answer.text)
        for sample in family.samples
    }


def labels(**said: str) -> tuple[tuple[str, str], ...]:
    return tuple(sorted(said.items()))


def test_nobody_reads_them_without_a_token(scraper: TestClient) -> None:
    assert scraper.get("/metrics").status_code == 401
    for words in ("", "scrape", "scrape-me-not", "rct_nobody"):
        answer = scraper.get("/metrics", headers={"Authorization": f"Bearer {words}"})
        assert answer.status_code == 401, words
        assert "runcard_" not in answer.text


def test_without_a_metrics_token_the_empty_one_opens_nothing(desk: FakeDesk) -> None:
    for token in (None, Secret("")):
        site = Starlette(routes=[metrics_route(desk, Tally(), token)])
        with TestClient(site, raise_server_exceptions=False) as client:
            answer = client.get("/metrics", headers={"Authorization": "Bearer "})
            assert answer.status_code == 401


def test_whoever_may_read_reads_them_and_others_do_not(scraper: TestClient) -> None:
    assert scrape(scraper, "rct_eve")
    answer = scraper.get("/metrics", headers={"Authorization": "Bearer rct_cron"})
    assert answer.status_code == 403


def test_they_say_how_all_nodes_are(scraper: TestClient) -> None:
    found = scrape(scraper)
    assert found["runcard_engine_lag_seconds", labels(ledger="timers")] == 4.0
    assert found["runcard_engine_lag_seconds", labels(ledger="jobs")] == 1.5
    assert found["runcard_due", labels(ledger="timers")] == 1
    assert found["runcard_due", labels(ledger="jobs")] == 2
    assert found["runcard_jobs_waiting", ()] == 3
    assert found["runcard_open_incidents", ()] == 5
    north = labels(node="node-1", name="north:8420", version="1.0", runs="engine+doors")
    south = labels(node="node-2", name="south:8420", version="0.9", runs="doors")
    assert (found["runcard_node_up", north], found["runcard_node_up", south]) == (1, 0)
    assert found["runcard_build_info", labels(version=__version__)] == 1


def test_they_count_reasons(scraper: TestClient, tally: Tally) -> None:
    assert scrape(scraper)["runcard_escalations_mended_total", ()] == 0
    tally.count_each(Counted.ALERTS, ["new"] * 3 + ["again"] * 2)
    tally.count(Counted.PAGE_ATTEMPTS, "email", "delivered")
    tally.count(Counted.PAGE_ATTEMPTS, "email", "delivered")
    tally.count(Counted.PAGE_ATTEMPTS, 'web"hook\n', "refused")
    tally.count(Counted.MENDED)
    found = scrape(scraper)
    assert found["runcard_alerts_total", labels(fold="new")] == 3
    assert found["runcard_page_attempts_total", labels(way="email", outcome="delivered")] == 2
    assert found["runcard_page_attempts_total", labels(way='web"hook\n', outcome="refused")] == 1
    assert found["runcard_escalations_mended_total", ()] == 1


def test_commits_are_a_histogram(scraper: TestClient, tally: Tally) -> None:
    for seconds in (0.0005, BOUNDS[0], 0.004, 9.0):
        tally.commit_took(seconds)
    found = scrape(scraper)
    assert found["runcard_commit_seconds_bucket", labels(le="0.001")] == 2
    assert found["runcard_commit_seconds_bucket", labels(le="0.005")] == 3
    assert found["runcard_commit_seconds_bucket", labels(le="+Inf")] == 4
    assert found["runcard_commit_seconds_count", ()] == 4
    assert found["runcard_commit_seconds_sum", ()] == pytest.approx(9.0055)


def test_while_the_database_is_away_they_say_so(scraper: TestClient, desk: FakeDesk) -> None:
    desk.fails = Unavailable("The database does not answer")
    answer = scraper.get("/metrics", headers={"Authorization": "Bearer scrape-me"})
    assert answer.status_code == 503

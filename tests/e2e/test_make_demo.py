"""The transcript of `make demo`: one link, an alert on request, a phone that rings, an answer."""

import json
import re
import time
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import httpx2
import pytest

from tests.e2e.reference import NAMES, document
from tests.e2e.runcard_process import (
    Runcard,
    demonstrating,
    link_in,
    on_phone,
    run_cli,
    until,
)

A_LINK = re.compile(r"https?://\S+/enter\?token=\S+")
RINGS_WITHIN_S = 10.0


@pytest.fixture
def demo(tmp_path: Path) -> Iterator[Runcard]:
    """`runcard demo` with its own sample team and playbook."""
    with demonstrating(tmp_path) as runcard:
        yield runcard


@pytest.fixture
def browser() -> Iterator[httpx2.Client]:
    """A plain HTTP client that keeps cookies, as a browser without JavaScript does."""
    with httpx2.Client(timeout=10.0, trust_env=False) as client:
        yield client


def ring(runcard: Runcard, browser: httpx2.Client) -> str:
    """`runcard demo fire`; answers the phone's page with the message on it."""
    assert on_phone(runcard, browser) is None
    began = time.monotonic()
    fired = run_cli(runcard.folder, "demo", "fire")
    assert fired.returncode == 0, fired.stderr
    posted = time.monotonic()
    page = until(lambda: on_phone(runcard, browser), RINGS_WITHIN_S, "the phone rings")
    seen = time.monotonic()
    print(f"\nfrom pressing Enter to the message on the phone's page: {seen - began:.2f} s")
    print(f"of which after `runcard demo fire` had answered: {seen - posted:.2f} s")
    return page


def seconds_to_phone(runcard: Runcard) -> float:
    """From the alert being taken in to its page being delivered, by the server's own times."""

    def delivered() -> str | None:
        attempts = [one for page in runcard.incident()["pages"] for one in page["attempts"]]
        return next((one["ended_at"] for one in attempts if one["outcome"] == "delivered"), None)

    ended = until(delivered, RINGS_WITHIN_S, "the page is delivered")
    return between(runcard.incident()["incident"]["opened_at"], ended)


def between(start: str, end: str) -> float:
    return (datetime.fromisoformat(end) - datetime.fromisoformat(start)).total_seconds()


def test_one_link_is_printed_and_it_opens_the_board(demo: Runcard, browser: httpx2.Client) -> None:
    told = demo.told()
    [link] = A_LINK.findall(told)
    assert "Ready in" in told
    assert "demo fire" in told
    board = browser.get(link, follow_redirects=True)
    assert board.status_code == 200
    assert browser.get(f"{demo.url}/").status_code == 200


def test_a_fired_alert_rings_the_phone_and_is_acknowledged_by_cli(
    demo: Runcard, browser: httpx2.Client
) -> None:
    page = ring(demo, browser)
    took = seconds_to_phone(demo)
    print(f"from the alert taken in to its page delivered, on the server: {took:.3f} s")
    assert took < RINGS_WITHIN_S
    assert "INC-1" in page

    taken = run_cli(demo.folder, "incident", "ack", "INC-1")
    assert taken.returncode == 0, taken.stderr
    assert "INC-1 is acknowledged by" in taken.stdout
    assert demo.incident()["incident"]["state"] == "acknowledged"

    again = run_cli(demo.folder, "incident", "ack", "INC-1")
    assert again.returncode == 5
    assert "acknowledged before" in again.stderr
    assert "Next:" in again.stderr


def test_the_signed_link_asks_first_and_says_who_has_it_afterwards(
    demo: Runcard, browser: httpx2.Client
) -> None:
    link = link_in(ring(demo, browser))

    scanner = httpx2.get(link)
    assert scanner.status_code == 200
    assert 'method="post"' in scanner.text
    untouched = demo.incident()
    assert untouched["incident"]["state"] == "open"
    assert [page["state"] for page in untouched["pages"]] == ["open"]

    answer = httpx2.post(link)
    assert answer.status_code == 200
    assert "You have it, Ada K." in answer.text
    taken = demo.incident()
    assert taken["incident"]["acknowledged_by"] == "Ada K."
    assert [page["state"] for page in taken["pages"]] == ["answered"]

    second = httpx2.post(link)
    assert second.status_code == 200
    assert "Ada K. has it already" in second.text
    said = [entry for entry in demo.incident()["timeline"] if entry["kind"] == "acknowledged"]
    assert len(said) == 1
    assert said[0]["data"]["through"] == "link"


def test_a_link_that_was_changed_leads_nowhere(demo: Runcard, browser: httpx2.Client) -> None:
    link = link_in(ring(demo, browser))
    forged = link[:-1] + ("A" if link[-1] != "A" else "B")
    assert httpx2.get(forged).status_code == 404
    assert httpx2.post(forged).status_code == 404
    assert demo.incident()["incident"]["state"] == "open"


def test_the_alert_can_be_cleared_and_the_incident_resolved_from_the_terminal(
    demo: Runcard, browser: httpx2.Client
) -> None:
    ring(demo, browser)
    for words in (["incident", "ack", "INC-1"], ["demo", "clear"]):
        assert run_cli(demo.folder, *words).returncode == 0
    assert [one["state"] for one in demo.incident()["alerts"]] == ["cleared"]
    over = run_cli(demo.folder, "incident", "resolve", "INC-1", "--why", "a release was withdrawn")
    assert over.returncode == 0, over.stderr
    shown = json.loads(run_cli(demo.folder, "--json", "incident", "show", "INC-1").stdout)
    assert shown["incident"]["state"] == "resolved"
    assert shown["review"]["text"].startswith("# Review: ")
    assert "a release was withdrawn" in shown["review"]["text"]
    assert run_cli(demo.folder, "verify").returncode == 0


@pytest.mark.parametrize("name", NAMES)
def test_any_document_rings_the_phone_at_its_top_level(
    name: str, tmp_path: Path, browser: httpx2.Client
) -> None:
    given = document(name)
    with demonstrating(tmp_path, "--playbook", str(given.path)) as runcard:
        page = ring(runcard, browser)
        print(f"{name}: taken in to delivered {seconds_to_phone(runcard):.3f} s")
        assert "INC-1" in page
        told = runcard.incident()
        assert not told["incident"]["provisional"]
        assert told["incident"]["severity"] == told["severities"][0]["key"]
        assert [one["person"] for one in told["pages"]] == ["Ada K."]
        assert httpx2.post(link_in(page)).status_code == 200
        assert runcard.incident()["incident"]["state"] == "acknowledged"

"""What cannot be read is refused by name, and somebody hears of it; what cannot start says why."""

import gzip
import json
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx2
import pytest

from tests.e2e.runcard_process import Runcard, Site, run_cli, serving, write_site
from tests.peers.process import free_port
from tests.peers.webhook_sink import Received, WebhookSink

DOCUMENT = """\
# When tills stand still

## Severity

| Level | Response | Update every |
|---|---|---|
| SEV1 | 10 min | 20 min |
"""
MOST_BYTES = 256 * 1024
START = "2026-11-21T03:01:40Z"
NOT_READ = "Source alertmanager sends what we cannot read"


def team_of(hook: str) -> dict[str, object]:
    """Ada is on call; Emil is on the fallback list, who is told what is wrong with Runcard."""
    return {
        "people": {
            "ada": {"name": "Ada K.", "webhook": f"{hook}/ada"},
            "emil": {"name": "Emil T.", "webhook": f"{hook}/emil"},
        },
        "on_call": {"rota": ["ada"]},
        "fallback": ["emil"],
        "playbooks": [{"name": "tills", "path": "tills.md"}],
    }


@pytest.fixture
def site(webhook_sink: WebhookSink) -> Site:
    return Site(team_of(webhook_sink.url), {"tills.md": DOCUMENT})


@pytest.fixture
def runcard(tmp_path: Path, site: Site) -> Iterator[Runcard]:
    with serving(tmp_path / "site", site) as running:
        yield running


def alert(number: int = 0, **parts: object) -> dict[str, object]:
    labels = {"alertname": "DiskFull", "instance": f"till-{number}", "severity": "SEV1"}
    return {"status": "firing", "labels": labels, "startsAt": START, **parts}


def post(*alerts: object) -> bytes:
    return json.dumps({"version": "4", "groupKey": "tills", "alerts": alerts}).encode()


REFUSED = [
    pytest.param(b'{"alerts": [', 422, "", id="broken off"),
    pytest.param(b"", 422, "", id="empty"),
    pytest.param(b"[1, 2]", 422, "", id="a list"),
    pytest.param(b"{}", 422, "/alerts", id="no alerts"),
    pytest.param(post(alert(), alert(1, status="on")), 422, "/alerts/1/status", id="a word"),
    pytest.param(post(alert(startsAt="soon")), 422, "/alerts/0/startsAt", id="a moment"),
    pytest.param(post(alert(labels=7)), 422, "/alerts/0/labels", id="labels"),
    pytest.param(post(alert())[:-3] + b'\xff"}]}', 422, "", id="not UTF-8"),
    pytest.param(
        b'{"x": ' + b"[" * 9999 + b"]" * 9999 + b', "alerts": []}', 422, "", id="too deep"
    ),
    pytest.param(post(*[alert(one) for one in range(5001)]), 413, None, id="5,001 alerts"),
    pytest.param(post(alert(annotations={"a": "x" * 5 * 2**20})), 413, None, id="oversized"),
]


def test_each_of_them_is_refused_by_name_and_all_are_one_incident_for_the_fallback_list(
    runcard: Runcard, webhook_sink: WebhookSink
) -> None:
    for case in REFUSED:
        body, status, pointer = case.values
        assert isinstance(body, bytes)
        is_refused(runcard.send(body), int(str(status)), pointer)
    webhook_sink.wait_for(is_for("/emil"))

    [row] = runcard.incidents()
    told = runcard.incident()
    assert row["incident"]["title"] == NOT_READ
    assert [one["title"] for one in told["alerts"]] == [NOT_READ]
    assert told["alerts"][0]["times"] == len(REFUSED)
    assert [one["person_id"] for one in told["pages"]] == ["emil"]
    assert [one.path for one in webhook_sink.received] == ["/emil"]


def is_refused(answer: httpx2.Response, status: int, pointer: object) -> None:
    """Problem details that say what happened, to which field, and what to do."""
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    problem = answer.json()
    assert problem["status"] == status
    assert problem["detail"]
    assert problem["try"]
    if pointer is not None:
        assert [one["pointer"] for one in problem["errors"]] == [pointer], problem


def test_a_small_body_that_expands_to_a_large_one_is_given_up(runcard: Runcard) -> None:
    body = gzip.compress(post(alert(annotations={"a": "x" * 64 * 2**20})))
    assert len(body) < MOST_BYTES
    answer = httpx2.post(
        runcard.intakes["alertmanager"], content=body, headers={"content-encoding": "gzip"}
    )
    is_refused(answer, 413, None)


def test_a_wrong_key_is_turned_away_and_wakes_nobody(runcard: Runcard) -> None:
    address = runcard.intakes["alertmanager"]
    answer = httpx2.post(address[:-4] + "0000", content=post(alert()))
    assert answer.status_code == 401
    assert httpx2.post(address[:-4] + "0000", content=b"{").status_code == 401
    assert runcard.incidents() == []


def test_five_thousand_alerts_are_an_outage_and_fit(
    runcard: Runcard, webhook_sink: WebhookSink
) -> None:
    answer = runcard.send(post(*[alert(one) for one in range(5000)]))
    assert answer.status_code == 202, answer.text[:300]
    assert len(answer.json()["alerts"]) == 5000
    webhook_sink.wait_for(is_for("/ada"))
    assert len(runcard.incidents()) == 1
    assert [one.path for one in webhook_sink.received] == ["/ada"]


def test_what_can_be_read_still_pages_the_on_call_beside_it(
    runcard: Runcard, webhook_sink: WebhookSink
) -> None:
    assert runcard.send(b"{").status_code == 422
    assert runcard.send(post(alert())).status_code == 202
    webhook_sink.wait_for(is_for("/emil"))
    webhook_sink.wait_for(is_for("/ada"))
    assert len(runcard.incidents()) == 2
    assert runcard.get("/verify")["holds"]


def test_a_second_server_on_the_same_data_is_refused(runcard: Runcard) -> None:
    port = str(free_port())
    said = fails_to_serve(runcard.folder, "--port", port, code=5)
    assert "in use by another Runcard" in said
    assert runcard.incidents() == []


def test_a_port_in_use_is_said_with_another_to_take(tmp_path: Path, site: Site) -> None:
    write_site(tmp_path, site)
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        said = fails_to_serve(tmp_path, "--port", str(port), code=6)
    assert f"Port {port} on 127.0.0.1 cannot be used" in said
    assert f"--port {port + 1}" in said


@pytest.mark.parametrize(
    ("address", "code", "sentence"),
    [
        ("mysql://root@db/runcard", 2, "must be like sqlite:///path/runcard.db or postgresql://"),
        ("postgresql://nobody:s3cret@127.0.0.1:1/none", 6, "does not answer"),
        ("sqlite:////proc/nowhere/runcard.db", 6, "cannot be opened"),
        ("sqlite:///tills.md", 6, "cannot be opened as a database"),
    ],
)
def test_a_wrong_database_address_is_one_sentence(
    tmp_path: Path, site: Site, address: str, code: int, sentence: str
) -> None:
    write_site(tmp_path, Site(site.team, site.documents, {"database": address}))
    said = fails_to_serve(tmp_path, code=code)
    assert sentence in said
    assert "s3cret" not in said
    assert len(said.splitlines()) <= 3, said


@pytest.mark.parametrize(
    ("content", "why"), [(b" \n", "is empty"), (b"# \xff\xfe", "is not UTF-8"), (None, "cannot")]
)
def test_a_playbook_that_cannot_be_used_is_named_with_its_place(
    tmp_path: Path, site: Site, content: bytes | None, why: str
) -> None:
    write_site(tmp_path, site)
    document = tmp_path / "tills.md"
    document.unlink()
    if content is not None:
        document.write_bytes(content)
    said = fails_to_serve(tmp_path, code=2)
    assert str(document) in said
    assert why in said
    assert "Next: Mend the document" in said
    checked = run_cli(tmp_path, "check", "tills.md")
    is_one_sentence(checked.returncode, checked.stdout, checked.stderr, code=2)


def test_a_playbook_of_a_demonstration_that_is_missing_is_said(tmp_path: Path) -> None:
    ended = run_cli(tmp_path, "demo", "--playbook", "nowhere.md")
    said = is_one_sentence(ended.returncode, ended.stdout, ended.stderr, code=2)
    assert str(tmp_path / "nowhere.md") in said
    assert not (tmp_path / "demo-data").exists()


def test_a_missing_or_broken_team_file_is_said_with_what_writes_it(
    tmp_path: Path, site: Site
) -> None:
    write_site(tmp_path, site)
    team = tmp_path / "team.yaml"
    team.write_text("people: [", encoding="utf-8")
    assert "team.yaml:1" in fails_to_serve(tmp_path, code=2)
    team.write_text("people: {ada: {fax: 7}}\nfalback: [ada]\n", encoding="utf-8")
    said = fails_to_serve(tmp_path, code=2)
    assert "people.ada.fax" in said
    assert "fallback" in said
    team.unlink()
    said = fails_to_serve(tmp_path, code=2)
    assert "team.yaml cannot be read" in said
    assert "runcard bind" in said


def test_settings_that_cannot_be_used_are_listed_whole(tmp_path: Path, site: Site) -> None:
    config = write_site(tmp_path, site)
    config.write_text('prt = 7\nmax_body = "much"\nteam = "team.yaml"\n', encoding="utf-8")
    said = fails_to_serve(tmp_path, code=2)
    assert "prt is not a setting; did you mean port?" in said
    assert "max_body" in said


def fails_to_serve(folder: Path, *options: str, code: int) -> str:
    """`runcard serve` ends by itself; answers what it said of it."""
    ended = run_cli(folder, "serve", *options)
    return is_one_sentence(ended.returncode, ended.stdout, ended.stderr, code=code)


def is_one_sentence(returned: int, out: str, err: str, *, code: int) -> str:
    """A sentence and a next step on stderr, nothing on stdout, and never a traceback."""
    assert returned == code, err
    assert out == ""
    assert "Traceback" not in err
    assert "did not foresee" not in err
    assert err.count("✕ ") == 1, err
    assert err.count("  Next: ") == 1, err
    return err


def is_for(path: str) -> Any:
    def fits(request: Received) -> bool:
        return request.path == path

    return fits

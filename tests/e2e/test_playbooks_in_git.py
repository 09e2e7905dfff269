"""Playbooks live in a git repository: a push puts them in force on every node, a loss waits."""

import hmac
import json
import os
import re
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack
from hashlib import sha256
from pathlib import Path

import httpx2
import pytest

from tests.e2e.runcard_process import Runcard, Site, run_cli, serving, until

DOCUMENT = """\
# When tills stand still

## Severity

| Level | Response | Update every |
|---|---|---|
| SEV1 | 10 min | 20 min |
| SEV2 | 1 hour | 2 hours |
| SEV3 | 4 hours | 8 hours |
"""
SOONER = DOCUMENT.replace("| 20 min |", "| 15 min |")
SMALLER = SOONER.replace("| SEV2 | 1 hour | 2 hours |\n", "")
WITHIN_S = 20.0
HOOK = re.compile(r"Pushes\s+(\S+)\s+\(secret ([0-9a-f]+)\)")
AS_SOMEBODY = {
    "GIT_AUTHOR_NAME": "a", "GIT_AUTHOR_EMAIL": "a@fernway.example",
    "GIT_COMMITTER_NAME": "a", "GIT_COMMITTER_EMAIL": "a@fernway.example",
    "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1",
}  # fmt: skip


class Repository:
    """A repository on this disk with one document in a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir()
        self.git("init", "--quiet", "-b", "main")
        self.commit(DOCUMENT)

    def git(self, *words: str) -> None:
        environment = {"PATH": os.environ["PATH"]} | AS_SOMEBODY
        subprocess.run(["git", *words], cwd=self.folder, env=environment, check=True)

    def commit(self, words: str) -> None:
        (self.folder / "books").mkdir(exist_ok=True)
        (self.folder / "books" / "tills.md").write_text(words, encoding="utf-8")
        self.git("add", "-A")
        self.git("commit", "--quiet", "-m", "tills")


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return Repository(tmp_path / "origin")


@pytest.fixture(params=["sqlite", "postgresql"])
def nodes(
    request: pytest.FixtureRequest, tmp_path: Path, repository: Repository
) -> Iterator[list[Runcard]]:
    """One server on SQLite; two on PostgreSQL, the second of which only runs doors."""
    team: dict[str, object] = {
        "people": {"ada": {"name": "Ada K.", "phone": "dev"}},
        "on_call": {"rota": ["ada"]},
        "fallback": ["ada"],
        # Rarely enough that only a push can be the reason.
        "playbooks": [{"repository": str(repository.folder), "path": "books", "every": "1h"}],
    }
    with ExitStack() as stack:
        settings: list[dict[str, object]] = [{"dev_phone": True}]
        if request.param == "postgresql":
            database = request.getfixturevalue("postgres_url")
            both = {"dev_phone": True, "database": database}
            settings = [both, both | {"only": "doors"}]
        yield [
            stack.enter_context(serving(tmp_path / f"node{number}", Site(team, {}, one)))
            for number, one in enumerate(settings)
        ]


def push(node: Runcard, *, sign: bool = True) -> int:
    """As a git server says it; answers the status."""
    found = HOOK.search(node.told())
    assert found is not None, node.told()
    body = b'{"ref": "refs/heads/main"}'
    digest = hmac.new(found[2].encode(), body, sha256).hexdigest()
    headers = {"X-Hub-Signature-256": f"sha256={digest}"} if sign else {}
    return httpx2.post(found[1], content=body, headers=headers, timeout=15.0).status_code


def cadence(node: Runcard) -> str:
    (playbook,) = node.get("/playbooks")["data"]
    shown = node.get(f"/playbooks/{playbook['name']}")
    return str(shown["severities"][0]["cadence"]["text"])


def test_a_push_is_in_force_on_every_node(nodes: list[Runcard], repository: Repository) -> None:
    assert {cadence(node) for node in nodes} == {"20 min"}
    repository.commit(SOONER)
    assert push(nodes[-1], sign=False) == 401
    assert push(nodes[-1]) == 202
    for node in nodes:
        until(lambda node=node: cadence(node) == "15 min", WITHIN_S, "the new version is in force")
    told = [one["changes"] for one in nodes[0].get("/playbooks/tills/versions")["data"]]
    assert told == [[], ["SEV1: update every 15 min, was 20 min"]]


def test_a_loss_waits_for_a_person_who_uses_the_command_line(
    nodes: list[Runcard], repository: Repository, tmp_path: Path
) -> None:
    first = nodes[0]
    repository.commit(SMALLER)
    assert push(first) == 202
    until(lambda: "playbook not put in force" in first.told(), WITHIN_S, "the loss is said")
    assert first.get("/playbooks/tills")["severities"][1]["key"] == "SEV2"
    (first.folder / "tills.md").write_text(SMALLER, encoding="utf-8")
    settings = ("--config", str(first.folder / "runcard.toml"))
    refused = run_cli(first.folder, *settings, "playbook", "publish", "tills.md")
    assert refused.returncode == 5, refused.stderr
    assert "the level SEV2 is gone" in refused.stdout
    agreed = run_cli(first.folder, *settings, "playbook", "publish", "tills.md", "--confirm")
    assert agreed.returncode == 0, agreed.stderr
    for node in nodes:
        until(
            lambda node=node: len(node.get("/playbooks/tills")["severities"]) == 2,
            WITHIN_S, "what was confirmed is in force",
        )  # fmt: skip
    back = run_cli(first.folder, *settings, "--json", "playbook", "rollback", "tills", "1")
    assert back.returncode == 0, back.stderr
    assert "the level SEV2 is new" in [one["words"] for one in json.loads(back.stdout)["changes"]]
    shown = run_cli(first.folder, *settings, "playbook", "versions", "tills")
    assert "✓ in force" in shown.stdout.splitlines()[-1], shown.stdout

"""`runcard playbook …`: what it asks of the server, and what it says of the answer."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import FakeApi, Run
from tests.cli.test_playbook_commands import DOCUMENT, TEAM

SLOWER = DOCUMENT.replace("| the ovens are cold | 10 min |", "| the ovens are cold | 20 min |")
CHANGE = {"kind": "clock", "words": "P1: respond within 20 min, was 10 min", "lost": False}
LOSS = {"kind": "level", "words": "the level P2 is gone", "lost": True}
PUBLISHED = {"name": "ovens", "version": "pb_2", "changes": [CHANGE]}
VERSIONS = {
    "data": [
        {"number": 1, "id": "pb_1", "published_at": "2026-11-20T08:00:00Z", "in_force": False,
         "changes": []},
        {"number": 2, "id": "pb_2", "published_at": "2026-11-21T08:00:00Z", "in_force": True,
         "changes": [CHANGE["words"]]},
    ],
    "next_cursor": None,
}  # fmt: skip


@pytest.fixture
def bakery(ask: Run) -> Run:
    """A folder with a document, a newer one, and a team file that calls the first `bread`."""
    Path("ovens.md").write_text(DOCUMENT, encoding="utf-8")
    Path("new.md").write_text(SLOWER, encoding="utf-8")
    team = f"{TEAM}playbooks:\n  - {{name: bread, path: ovens.md}}\n"
    Path("team.yaml").write_text(team, encoding="utf-8")
    return ask


def test_two_files_are_compared_without_a_server(run: Run, tmp_path: Path) -> None:
    Path("a.md").write_text(DOCUMENT, encoding="utf-8")
    Path("b.md").write_text(SLOWER, encoding="utf-8")
    shown = run("playbook", "diff", "a.md", "b.md")
    assert shown.exit_code == 0
    assert shown.stdout.splitlines() == ["From a.md to b.md:", f"  · {CHANGE['words']}"]
    said = json.loads(run("playbook", "diff", "a.md", "b.md", "--json").stdout)
    assert said["changes"] == [CHANGE]


def test_a_loss_is_marked_and_may_fail_a_check(run: Run) -> None:
    Path("a.md").write_text(DOCUMENT, encoding="utf-8")
    without = "\n".join(line for line in DOCUMENT.split("\n") if "P2" not in line)
    Path("b.md").write_text(without, encoding="utf-8")
    shown = run("playbook", "diff", "a.md", "b.md", "--fail-on-loss")
    assert shown.exit_code == 7
    assert "  ✕ the level P2 is gone" in shown.stdout.splitlines()


def test_a_document_is_published_under_the_name_the_team_file_gives_it(
    bakery: Run, api: FakeApi
) -> None:
    api.on("POST /api/v1/playbooks/bread/versions", PUBLISHED | {"name": "bread"}, 201)
    shown = bakery("playbook", "publish", "ovens.md")
    assert shown.exit_code == 0, shown.stderr
    assert shown.stdout.splitlines() == [
        "✓ bread is in force: pb_2", f"  · {CHANGE['words']}",
    ]  # fmt: skip
    assert api.asked[-1][1] == {"source": DOCUMENT, "confirm": False}


def test_a_refused_document_does_not_keep_the_others_from_being_published(
    bakery: Run, api: FakeApi
) -> None:
    words = "This version of bread loses something, so it is not put in force: the level P2 is gone"
    api.on("POST /api/v1/playbooks/bread/versions", {"status": 409, "detail": words}, 409)
    api.on("POST /api/v1/playbooks/new/versions", PUBLISHED | {"name": "new"}, 201)
    shown = bakery("playbook", "publish", ".")
    assert shown.exit_code == 5
    assert f"✕ bread: {words}" in shown.stdout.splitlines()
    assert "✓ new is in force: pb_2" in shown.stdout
    assert "--confirm" in shown.stderr


def test_one_name_cannot_be_two_documents(bakery: Run) -> None:
    assert bakery("playbook", "publish", ".", "--as", "bread").exit_code == 2


def test_versions_are_told_newest_first_with_what_they_changed(bakery: Run, api: FakeApi) -> None:
    api.on("GET /api/v1/playbooks/ovens/versions", VERSIONS)
    lines = bakery("playbook", "versions", "ovens").stdout.splitlines()
    assert lines[0].split() == ["2", "2026-11-21", "08:00", "UTC", "pb_2", "✓", "in", "force"]
    assert lines[1].strip() == CHANGE["words"]
    assert lines[2].split()[0] == "1"


def test_what_is_in_force_is_compared_with_the_file_of_that_name(bakery: Run, api: FakeApi) -> None:
    answer = {"old": "in force", "new": "the document", "changes": [LOSS]}
    api.on("POST /api/v1/playbooks/bread/changes", answer)
    shown = bakery("playbook", "diff", "bread")
    assert shown.stdout.splitlines()[1] == "  ✕ the level P2 is gone"
    assert api.asked[-1][1] == {"source": DOCUMENT}
    assert bakery("playbook", "diff", "unheard").exit_code == 4


def test_two_versions_are_compared_on_the_server(bakery: Run, api: FakeApi) -> None:
    answer = {"old": "version 1", "new": "version 2", "changes": []}
    api.on("GET /api/v1/playbooks/bread/changes?old=1&new=2", answer)
    shown = bakery("playbook", "diff", "bread", "--versions", "1", "2")
    assert shown.stdout.splitlines() == [
        "From version 1 to version 2:",
        "  Nothing goes differently",
    ]


def test_going_back_says_what_goes_differently(bakery: Run, api: FakeApi) -> None:
    api.on("POST /api/v1/playbooks/ovens/rollback", PUBLISHED)
    shown = bakery("playbook", "rollback", "ovens", "1")
    assert "✓ ovens is in force: pb_2" in shown.stdout
    assert api.asked[-1][1] == {"version": "1", "confirm": False}
    api.on("POST /api/v1/playbooks/ovens/rollback", {"status": 409, "detail": "loses"}, 409)
    refused = bakery("playbook", "rollback", "ovens", "1")
    assert refused.exit_code == 5
    assert "runcard playbook rollback ovens 1 --confirm" in refused.stderr


def test_retiring_says_what_it_means(bakery: Run, api: FakeApi) -> None:
    api.on("POST /api/v1/playbooks/ovens/retire", None, 200)
    assert "answers no new alert" in bakery("playbook", "retire", "ovens").stdout

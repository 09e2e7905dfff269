"""`check`, `bind` and `ready` say of any document what was understood, and what is missing here."""

import json
from importlib.resources import files
from pathlib import Path

import pytest

from runcard.adapters.reference_works import read_vocabulary
from runcard.domain.playbooks.compile import compile_playbook
from runcard.interfaces.cli.bind import Binding
from runcard.interfaces.cli.team_edit import TeamEdit
from tests.cli.conftest import Run

DOCUMENT = """\
# Bakery oven service

## Severity levels

| Level | Definition | Response time |
|---|---|---|
| P1 Critical | the ovens are cold | 10 min |
| P2 Low | a crumb | 4 hours |

## Escalation

1. **On-call baker**
2. **Head baker** (if not acknowledged in 15 min)

## Contacts

- **Flour supplier**: [phone]
"""
TEAM = """\
# Who we are. This line stays.
people:
  ada:
    name: Ada K.
    email: ada@bakery.example   # the first way
on_call:
  ovens: [ada]
fallback: [ada]
"""


@pytest.fixture
def bakery(run: Run) -> Run:
    """A folder with a document and a team file."""
    Path("ovens.md").write_text(DOCUMENT, encoding="utf-8")
    Path("team.yaml").write_text(TEAM, encoding="utf-8")
    return run


def test_checking_says_what_was_understood_and_where(bakery: Run) -> None:
    shown = bakery("check", "ovens.md")
    assert "Title: Bakery oven service  L1" in shown.stdout
    assert "P1 Critical" in shown.stdout
    assert "Head baker (if not acknowledged in 15 min)" in shown.stdout
    assert shown.stdout.splitlines()[-1].startswith("1 file · 2 levels")


def test_findings_alone_are_a_line_each_with_file_and_line(bakery: Run) -> None:
    lines = bakery("check", "ovens.md", "--findings").stdout.splitlines()
    assert any(" ovens.md:17" in line and "error RC402" in line for line in lines)


def test_checking_for_programs_is_one_document(bakery: Run) -> None:
    said = json.loads(bakery("check", "ovens.md", "--json").stdout)
    assert set(said) == {"findings", "coverage"}
    assert {"code", "line", "severity", "message", "fix"} <= set(said["findings"][0])


def test_a_document_with_errors_ends_in_seven(bakery: Run) -> None:
    Path("empty.md").write_text("# Nothing to see\n\nJust words.\n", encoding="utf-8")
    shown = bakery("check", "empty.md")
    errors = "0 errors" not in shown.stdout.splitlines()[-1]
    assert shown.exit_code == (7 if errors else 0)


@pytest.mark.parametrize("words", [b"", b"\xff\xfe\x00", None])
def test_what_is_no_document_is_refused_in_a_sentence(bakery: Run, words: bytes | None) -> None:
    if words is not None:
        Path("bad.md").write_bytes(words)
    shown = bakery("check", "bad.md")
    assert shown.exit_code == 2
    assert "bad.md" in shown.stderr
    assert "Next:" in shown.stderr


def test_ready_names_what_is_bound_to_nobody(bakery: Run) -> None:
    shown = bakery("ready", "ovens.md")
    assert shown.exit_code == 7
    assert "call at once       On-call baker: Ada K." in shown.stdout
    assert "Head baker: nobody" in shown.stdout
    assert "promises do not hold" in shown.stdout.splitlines()[-1]


def test_ready_for_programs_has_every_promise(bakery: Run) -> None:
    said = json.loads(bakery("ready", "ovens.md", "--json").stdout)
    assert said["ready"] is False
    assert {"P1 Critical", "P2 Low"} == set(said["levels"])
    head = next(name for name in said["names"] if name["what"] == "Head baker")
    assert (head["to"], head["holds"]) == ("nobody", False)


def test_binding_keeps_what_people_wrote(bakery: Run) -> None:
    shown = bakery(
        "bind", "ovens.md", "--set", "head baker=ada", "--set", "Flour supplier=01632 960150"
    )
    assert shown.exit_code == 0
    written = Path("team.yaml").read_text(encoding="utf-8")
    assert "# Who we are. This line stays." in written
    assert "# the first way" in written
    assert "Head baker: ada" in written
    assert "ovens.md" in written
    assert bakery("ready", "ovens.md").exit_code == 0


def test_a_dry_run_shows_the_change_and_writes_nothing(bakery: Run) -> None:
    shown = bakery("bind", "ovens.md", "--set", "Head baker=ada", "--dry-run")
    assert "+  Head baker: ada" in shown.stdout
    assert Path("team.yaml").read_text(encoding="utf-8") == TEAM


def test_without_a_terminal_what_is_missing_is_listed(bakery: Run) -> None:
    shown = bakery("bind", "ovens.md")
    assert shown.exit_code == 7
    assert "Head baker" in shown.stdout
    assert "--set" in shown.stdout


def test_an_empty_fallback_list_is_missing_too(bakery: Run) -> None:
    Path("team.yaml").write_text(TEAM.replace("fallback: [ada]\n", ""), encoding="utf-8")
    answers = ("--set", "Head baker=ada", "--set", "Flour supplier=a phone")
    shown = bakery("bind", "ovens.md", *answers)
    assert shown.exit_code == 7
    assert "--set 'fallback=WHO'" in shown.stdout
    assert bakery("ready", "ovens.md").exit_code == 7
    assert bakery("bind", "ovens.md", "--set", "fallback=ada").exit_code == 0
    assert bakery("ready", "ovens.md").exit_code == 0


def test_answers_may_stand_in_a_file(bakery: Run) -> None:
    Path("answers.yaml").write_text("Head baker: ada\nFlour supplier: a phone\n", encoding="utf-8")
    assert bakery("bind", "ovens.md", "--answers", "answers.yaml").exit_code == 0


def test_an_address_makes_a_person(bakery: Run) -> None:
    bakery("bind", "ovens.md", "--set", "Head baker=bram@bakery.example")
    written = Path("team.yaml").read_text(encoding="utf-8")
    assert "email: bram@bakery.example" in written
    assert "Head baker: bram" in written


def test_a_person_nobody_knows_is_refused(bakery: Run) -> None:
    shown = bakery("bind", "ovens.md", "--set", "Head baker=zoe")
    assert shown.exit_code == 2
    assert "'zoe' is not in the team file; known are: ada, ovens" in shown.stderr
    assert Path("team.yaml").read_text(encoding="utf-8") == TEAM


def test_a_name_the_document_has_not_is_refused(bakery: Run) -> None:
    shown = bakery("bind", "ovens.md", "--set", "Pilot=ada")
    assert shown.exit_code == 2
    assert "Its names are:" in shown.stderr


def test_the_prompt_asks_only_what_is_missing_and_again_when_it_must(tmp_path: Path) -> None:
    (tmp_path / "team.yaml").write_text(TEAM, encoding="utf-8")
    document = compile_playbook(DOCUMENT, read_vocabulary())
    binding = Binding(tmp_path / "ovens.md", document, TeamEdit(tmp_path / "team.yaml"))
    answers = iter(["zoe", "ada", ""])
    asked: list[str] = []

    def ask(words: str) -> str:
        asked.append(words)
        return next(answers)

    binding.ask(ask)
    assert asked[0].startswith("Head baker (escalation title, L13) [ada, ovens")
    assert asked[1].startswith("'zoe' is not in the team file")
    assert asked[2].startswith("Flour supplier")
    assert [need.name for need in binding.missing()] == ["Flour supplier"]


def test_a_team_file_is_begun_when_there_is_none(run: Run) -> None:
    Path("ovens.md").write_text(DOCUMENT, encoding="utf-8")
    answers = ("On-call baker=ada@bakery.example", "Head baker=bram@bakery.example",
               "Flour supplier=a phone", "fallback=ada")  # fmt: skip
    words = [word for answer in answers for word in ("--set", answer)]
    assert run("bind", "ovens.md", *words).exit_code == 0
    assert run("ready", "ovens.md").exit_code == 0


def test_our_own_sample_is_ready_and_without_a_fault(run: Run) -> None:
    sample = Path(str(files("runcard").joinpath("examples")))
    document, team = sample / "when-things-break.md", sample / "team.yaml"
    assert run("ready", str(document), "--team", str(team)).exit_code == 0
    assert "0 errors, 0 warnings" in run("check", str(document)).stdout.splitlines()[-1]

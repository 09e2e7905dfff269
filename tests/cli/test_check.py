"""`runcard check` in every form, on files, folders and stdin; with a baseline, and mending."""

import gc
import json
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from runcard.interfaces.cli.checked import LONG
from tests.cli.conftest import Run

CLEAN = "# Bread\n\n**Owner**: Bakery team\n\nBuy bread.\n"
FLAWED = """\
# Ovens

## Severity levels

| Level | Definition | Acknowledge | Response time |
|---|---|---|---|
| P1 | the ovens are cold | 2 hours | 10 min |
| P2 | a crumb | 5 min | 4 hours |

See [how](#relighting).

```
docker ps
```
"""
LATE = "RC105"


@pytest.fixture
def kitchen(run: Run) -> Run:
    """A folder with one good document and one with flaws."""
    Path("ovens.md").write_text(FLAWED, encoding="utf-8")
    Path("more").mkdir()
    Path("more/bread.md").write_text(CLEAN, encoding="utf-8")
    return run


def test_a_finding_shows_its_line_with_a_caret_and_the_fix(kitchen: Run) -> None:
    lines = kitchen("check", "ovens.md", "--findings").stdout.splitlines()
    at = next(place for place, line in enumerate(lines) if f"error {LATE}" in line)
    assert lines[at].startswith("✕ ovens.md:7: error")
    assert lines[at + 1].endswith("| | P1 | the ovens are cold | 2 hours | 10 min |")
    assert "^" in lines[at + 2]
    due = "= Let it be acknowledged before the response is due: 10 min"
    assert lines[at + 3].strip().startswith(due)


def test_the_form_for_programs_has_exactly_its_fields(kitchen: Run) -> None:
    shown = kitchen("check", "ovens.md", "--format", "json")
    said = json.loads(shown.stdout)
    assert shown.exit_code == 7
    assert set(said) == {"findings", "coverage"}
    assert {frozenset(found) for found in said["findings"]} == {
        frozenset({"code", "severity", "class", "line", "end_line", "message", "fix"})
    }
    assert {found["severity"] for found in said["findings"]} <= {"error", "warn", "info"}
    coverage = said["coverage"]
    parts = coverage["understood"] + coverage["prose"] + coverage["unbound"]
    assert coverage["lines"] == parts


def test_several_documents_name_their_file(kitchen: Run) -> None:
    said = json.loads(kitchen("check", ".", "--format", "json").stdout)
    assert {found["file"] for found in said["findings"]} >= {"ovens.md"}
    assert set(said["coverage"]) == {"ovens.md", str(Path("more/bread.md"))}


def test_sarif_names_each_rule_and_place(kitchen: Run) -> None:
    (said,) = json.loads(kitchen("check", "ovens.md", "--format", "sarif").stdout)["runs"]
    rules = {rule["id"] for rule in said["tool"]["driver"]["rules"]}
    assert LATE in rules
    found = next(one for one in said["results"] if one["ruleId"] == LATE)
    assert found["level"] == "error"
    assert found["locations"][0]["physicalLocation"]["region"]["startLine"] == 7


def test_annotations_are_one_line_each(kitchen: Run) -> None:
    lines = kitchen("check", "ovens.md", "--format", "github").stdout.splitlines()
    assert any(line.startswith("::error file=ovens.md,line=7,") for line in lines)
    assert all(line.startswith("::") for line in lines)


def test_junit_counts_what_fails(kitchen: Run) -> None:
    tree = ET.fromstring(kitchen("check", ".", "--format", "junit").stdout)
    suites = {suite.get("name"): suite for suite in tree}
    assert int(suites["ovens.md"].get("failures") or 0) == len(
        list(suites["ovens.md"].iter("failure"))
    )


def test_the_exit_code_follows_the_grade_that_is_asked_for(kitchen: Run) -> None:
    assert kitchen("check", "ovens.md").exit_code == 7
    assert kitchen("check", "more/bread.md").exit_code == 0
    assert kitchen("check", "more/bread.md", "--fail-on", "info").exit_code in {0, 7}


def test_a_pattern_and_stdin_are_documents_too(kitchen: Run) -> None:
    assert kitchen("check", "m*/*.md").stdout.splitlines()[-1].startswith("1 file")
    assert LATE in kitchen("check", "-", stdin=FLAWED).stdout


@pytest.mark.parametrize("asked", ["nowhere.md", "no*.md", "empty"])
def test_what_is_no_document_is_refused_with_a_next_step(asked: str, kitchen: Run) -> None:
    Path("empty").mkdir()
    shown = kitchen("check", asked)
    assert shown.exit_code == 2
    assert "Next:" in shown.stderr


def test_a_baseline_leaves_out_what_is_known_although_lines_moved(kitchen: Run) -> None:
    assert kitchen("check", "ovens.md", "--write-baseline", "known.json").exit_code == 0
    Path("ovens.md").write_text(f"<!-- moved -->\n\n{FLAWED}", encoding="utf-8")
    shown = kitchen("check", "ovens.md", "--baseline", "known.json", "--format", "json")
    assert json.loads(shown.stdout)["findings"] == []
    assert shown.exit_code == 0
    worse = FLAWED.replace("| P2 | a crumb | 5 min |", "| P2 | a crumb | 9 hours |")
    Path("ovens.md").write_text(worse, encoding="utf-8")
    found = json.loads(
        kitchen("check", "ovens.md", "--baseline", "known.json", "--format", "json").stdout
    )["findings"]
    assert LATE in {one["code"] for one in found}


def test_what_is_no_baseline_is_refused(kitchen: Run) -> None:
    Path("bad.json").write_text("[]", encoding="utf-8")
    shown = kitchen("check", "ovens.md", "--baseline", "bad.json")
    assert shown.exit_code == 2
    assert "--write-baseline" in shown.stderr


def test_mending_changes_the_named_span_and_keeps_the_line_ends(kitchen: Run) -> None:
    Path("ovens.md").write_bytes(FLAWED.replace("\n", "\r\n").encode())
    shown = kitchen("check", "ovens.md", "--fix")
    assert "mended RC703" in shown.stderr
    mended = Path("ovens.md").read_bytes().decode()
    assert mended == FLAWED.replace("```\ndocker", "```bash\ndocker").replace("\n", "\r\n")
    kitchen("check", "ovens.md", "--fix")
    assert Path("ovens.md").read_bytes().decode() == mended
    assert kitchen("check", "-", "--fix", stdin=FLAWED).exit_code == 2


def test_review_dates_are_judged_as_on_the_day_asked_for(kitchen: Run) -> None:
    Path("old.md").write_text("# Old\n\n**Next review**: 2026-05-01\n", encoding="utf-8")
    assert "RC015" not in kitchen("check", "old.md", "--today", "2026-04-01").stdout
    assert "RC015" in kitchen("check", "old.md", "--today", "2026-06-01").stdout


def test_the_account_names_what_is_bound_to_nothing(kitchen: Run) -> None:
    shown = kitchen("check", "ovens.md", "--coverage").stdout
    assert "lines that are not blank" in shown


def test_explaining_a_code_gives_its_page(kitchen: Run) -> None:
    shown = kitchen("explain", LATE.lower()).stdout
    assert shown.startswith(f"# {LATE}")
    assert "Why it hurts" in shown
    assert LATE in kitchen("explain", "RC1").stdout
    lost = kitchen("explain", "RC999")
    assert lost.exit_code == 4
    assert "RC9" in lost.stderr or "Did you mean" in lost.stderr


def test_what_is_left_open_is_settled_by_the_line_that_is_suggested(kitchen: Run) -> None:
    shown = kitchen("check", "ovens.md", "--suggest")
    assert shown.exit_code == 0
    line = next(one for one in shown.stdout.splitlines() if one.startswith("<!-- runcard:"))
    Path("ovens.md").write_text(f"{FLAWED}\n{line}\n", encoding="utf-8")
    again = kitchen("check", "ovens.md", "--suggest")
    assert line not in again.stdout
    assert "RC093" not in kitchen("check", "ovens.md").stdout


def test_a_document_is_held_against_the_facts_that_may_be_asked(kitchen: Run) -> None:
    Path("facts.yaml").write_text("programs: true\n", encoding="utf-8")
    Path("ovens.md").write_text(
        "# Ovens\n\n## Relight\n\n```bash\nbake-the-very-large-cake --now\n```\n", encoding="utf-8"
    )
    assert "RC904" not in kitchen("check", "ovens.md").stdout
    assert "RC904" in kitchen("check", "ovens.md", "--against", "facts.yaml").stdout


def test_a_long_document_has_the_findings_of_a_short_one(kitchen: Run) -> None:
    Path("long.md").write_text(f"{FLAWED}\n{'z' * LONG}\n", encoding="utf-8")
    short, long = (kitchen("check", file, "--format", "json") for file in ("ovens.md", "long.md"))
    found = [json.loads(shown.stdout)["findings"] for shown in (short, long)]
    assert found[0] == found[1]
    assert gc.isenabled()

"""`runcard playbook show`: three forms of one document."""

import json
from pathlib import Path

from typer.testing import CliRunner

from runcard.interfaces.cli.main import app

PAGE = "# Tea\n\n## Severity\n\n| Level | Response |\n|---|---|\n| P1 | 5 min |\n| P2 | 1 h |\n"


def shown(tmp_path: Path, *options: str) -> str:
    file = tmp_path / "tea.md"
    file.write_text(PAGE)
    result = CliRunner().invoke(app, ["playbook", "show", str(file), *options])
    assert result.exit_code == 0, result.output
    return result.output.replace("\n", " ") if not options else result.output


def test_people_see_each_item_with_its_line(tmp_path: Path) -> None:
    lines = shown(tmp_path)
    assert "respond: 5 min" in lines
    assert "tea.md:7" in lines


def test_programs_get_one_versioned_document(tmp_path: Path) -> None:
    document = json.loads(shown(tmp_path, "--format", "json"))
    assert document["version"] == 1
    assert [one["key"] for one in document["playbook"]["severities"]] == ["P1", "P2"]


def test_the_truth_form_has_the_shape_of_the_truth_files(tmp_path: Path) -> None:
    truth = json.loads(shown(tmp_path, "--format", "truth"))
    assert (truth["id"], truth["severity"]["form"], truth["severity"]["line"]) == (
        "tea",
        "table",
        5,
    )
    assert truth["severity"]["levels"][0]["response"] == {
        "text": "5 min",
        "line": 7,
        "seconds": 300,
    }

"""The example on the team file's page of the manual is a team file."""

from pathlib import Path

from ruamel.yaml import YAML

from runcard.domain.people.rules import faults_of_plan
from runcard.domain.people.team_file import decode

PAGE = Path(__file__).resolve().parents[3] / "docs" / "reference" / "team-file.md"


def test_the_example_of_the_manual_can_be_read() -> None:
    example = PAGE.read_text("utf-8").split("```yaml\n")[1].split("```")[0]
    team = decode(YAML(typ="safe").load(example))
    assert team.team == "Fernway stock"
    assert len(team.bindings) == 4
    assert faults_of_plan(team) == ()

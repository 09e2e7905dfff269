"""A team file is plain data, and says where it is not YAML."""

from pathlib import Path

import pytest

from runcard.adapters.team_file import read_team_file
from runcard.kernel.errors import Invalid


def test_a_team_file_is_read_as_plain_data(tmp_path: Path) -> None:
    file = tmp_path / "team.yaml"
    file.write_text("hours:\n  opens: 09:00\n  days: [mon, tue]\n", encoding="utf-8")
    assert read_team_file(file) == {"hours": {"opens": "09:00", "days": ["mon", "tue"]}}


def test_a_team_file_that_is_not_yaml_says_line_and_column(tmp_path: Path) -> None:
    file = tmp_path / "team.yaml"
    file.write_text("people:\n  ada: [one\n", encoding="utf-8")
    with pytest.raises(Invalid, match=r"team\.yaml:3:1 is not YAML"):
        read_team_file(file)


def test_a_name_given_twice_in_a_team_file_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "team.yaml"
    file.write_text("ada: 1\nada: 2\n", encoding="utf-8")
    with pytest.raises(Invalid, match=r"team\.yaml:2:1"):
        read_team_file(file)


def test_a_missing_team_file_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(Invalid, match="runcard bind"):
        read_team_file(tmp_path / "absent.yaml")

"""The command tree: what is listed, what is loaded, and how a call ends."""

import subprocess
import sys

import pytest

from runcard.interfaces.cli.main import TREE, loaded, with_global_options_first
from tests.cli.conftest import Run


def test_help_lists_every_command(run: Run) -> None:
    shown = run("--help")
    assert shown.exit_code == 0
    assert all(f"  {name} " in shown.stdout for name in TREE)


def test_every_line_of_help_fits_a_terminal(run: Run) -> None:
    assert "..." not in run("--help").stdout.split("Commands:")[1]


@pytest.mark.parametrize("name", TREE)
def test_every_command_loads_and_explains_itself(run: Run, name: str) -> None:
    shown = run(name, "--help")
    assert shown.exit_code == 0
    assert loaded(name).name == name


def test_help_loads_no_command() -> None:
    asks = (
        "import sys; from runcard.interfaces.cli.main import app\n"
        "try: app(['--help'])\n"
        "except SystemExit: pass\n"
        "print(sorted(set(sys.modules) & {'sqlalchemy', 'fastapi', 'httpx2', 'runcard.app'}))"
    )
    said = subprocess.run([sys.executable, "-c", asks], capture_output=True, text=True, check=True)
    assert said.stdout.splitlines()[-1] == "[]"


def test_a_mistyped_command_is_answered_with_what_was_meant(run: Run) -> None:
    shown = run("verison")
    assert shown.exit_code == 2
    assert "'version'" in shown.stderr


def test_global_options_may_stand_anywhere(run: Run) -> None:
    assert run("version", "--json").stdout == run("--json", "version").stdout


def test_what_stands_after_two_dashes_is_left_alone() -> None:
    assert with_global_options_first(["a", "--json", "--server", "u", "--", "--quiet"]) == [
        "--json", "--server", "u", "a", "--", "--quiet",
    ]  # fmt: skip


def test_an_option_without_its_value_is_left_to_the_parser(run: Run) -> None:
    assert run("version", "--server").exit_code == 2


def test_a_fault_is_one_sentence_and_a_next_step_on_stderr(run: Run) -> None:
    shown = run("oncall", "now")
    assert shown.exit_code == 6
    assert shown.stdout == ""
    first, second = shown.stderr.splitlines()
    assert first == "✕ No Runcard runs on the data of this folder"
    assert second.startswith("  Next: Start it with runcard serve")


def test_faults_of_the_settings_are_all_shown(run: Run) -> None:
    shown = run("oncall", "now", RUNCARD_PORT="x", RUNCARD_MAX_ALERTS="y")
    assert shown.exit_code == 2
    assert "RUNCARD_PORT" in shown.stderr
    assert "RUNCARD_MAX_ALERTS" in shown.stderr
    assert "Traceback" not in shown.stderr


def test_python_m_runcard_is_the_same_program() -> None:
    said = subprocess.run(
        [sys.executable, "-m", "runcard", "version"], capture_output=True, text=True, check=True
    )
    assert said.stdout.startswith("runcard ")

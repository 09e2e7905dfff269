"""What `make check` asks for besides the tests: format, lint, types, and the second witness."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
BIN = Path(sys.executable).parent


@pytest.mark.parametrize(
    "command",
    ["ruff format --check .", "ruff check .", "mypy", "lint-imports --no-logo"],
)
def test_the_house_is_clean(command: str) -> None:
    program, *options = command.split()
    done = subprocess.run(
        [str(BIN / program), *options], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr

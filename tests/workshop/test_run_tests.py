"""`make test` ends with one plain line, and fails when a test failed or none ran."""

import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[2] / "tools" / "run_tests.py"


def ending(folder: Path, story: str, *options: str) -> tuple[str, int]:
    """The last line and the exit code of a run over one file of tests."""
    (folder / "pytest.ini").write_text("[pytest]\n")
    (folder / "test_story.py").write_text(story)
    command = [sys.executable, str(SCRIPT), "-p", "no:cacheprovider", *options]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    return done.stdout.splitlines()[-1], done.returncode


PASSES = "def test_passes(): pass\n"
FAILS = "def test_fails(): assert 1 == 2\n"
SKIPS = "import pytest\ndef test_skips(): pytest.skip('not here')\n"
BREAKS_AFTERWARDS = """
import pytest
@pytest.fixture
def house():
    yield
    raise RuntimeError('the clean-up broke')
def test_breaks(house): pass
"""


@pytest.mark.parametrize(
    ("story", "line", "code"),
    [
        (PASSES, "1 passed, 0 failed, 0 skipped", 0),
        (PASSES + FAILS + SKIPS, "1 passed, 1 failed, 1 skipped", 1),
        (PASSES + BREAKS_AFTERWARDS, "1 passed, 1 failed, 0 skipped", 1),
        ("import no_such_module", "0 passed, 1 failed, 0 skipped", 2),
        ("", "0 passed, 0 failed, 0 skipped", 5),
        (SKIPS, "0 passed, 0 failed, 1 skipped", 1),
    ],
    ids=["passes", "mixed", "clean-up breaks", "unreadable", "no test", "only skips"],
)
def test_the_last_line_counts_every_test_once(
    tmp_path: Path, story: str, line: str, code: int
) -> None:
    assert ending(tmp_path, story) == (line, code)


def test_it_counts_the_same_when_two_processes_share_the_work(tmp_path: Path) -> None:
    assert ending(tmp_path, PASSES + FAILS + SKIPS, "-n", "2") == (
        "1 passed, 1 failed, 1 skipped",
        1,
    )


def test_it_runs_in_one_process_below_a_conftest(tmp_path: Path) -> None:
    room = tmp_path / "room"
    room.mkdir()
    (room / "conftest.py").write_text("")
    (room / "test_room.py").write_text(PASSES)
    assert ending(tmp_path, FAILS, "room/test_room.py") == ("1 passed, 0 failed, 0 skipped", 0)

"""Set-up says in one sentence what a machine lacks, and does nothing when all is done."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TOO_OLD = "#!/bin/sh\nexit 1\n"
# New enough, but asked for ensurepip it has none, as on a Debian without python3-venv.
WITHOUT_VENV = '#!/bin/sh\ncase "$*" in *ensurepip*) exit 1 ;; esac\n'


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """A folder with nothing in it but what set-up reads first."""
    folder = tmp_path / "clone"
    (folder / "tools").mkdir(parents=True)
    shutil.copy(ROOT / "tools" / "set_up", folder / "tools" / "set_up")
    shutil.copy(ROOT / "pyproject.toml", folder / "pyproject.toml")
    (folder / "empty.lock").write_text("")
    return folder


def set_up(clone: Path, python: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(clone / "tools" / "set_up"), "demo", "empty.lock"],
        env={**os.environ, "PYTHON": python},
        capture_output=True,
        text=True,
        check=False,
    )


def a_python(folder: Path, script: str) -> str:
    program = folder / "python-of-the-test"
    program.write_text(script)
    program.chmod(0o755)
    return str(program)


def test_an_old_python_is_one_sentence_with_the_next_step(clone: Path, tmp_path: Path) -> None:
    done = set_up(clone, a_python(tmp_path, TOO_OLD))
    assert done.returncode == 1
    [sentence] = done.stderr.splitlines()
    assert "needs Python 3.11 or newer" in sentence
    assert "apt-get install python3" in sentence


def test_a_missing_venv_module_is_one_sentence_with_the_next_step(
    clone: Path, tmp_path: Path
) -> None:
    done = set_up(clone, a_python(tmp_path, WITHOUT_VENV))
    assert done.returncode == 1
    [sentence] = done.stderr.splitlines()
    assert "apt-get install python3-venv" in sentence
    assert not (clone / ".venv").exists()


def test_what_is_set_up_already_is_left_alone(clone: Path) -> None:
    """The fingerprint is computed as the script does it, in the shell."""
    (clone / ".venv").mkdir()
    read = "{ pwd; cat empty.lock pyproject.toml tools/set_up; } | cksum"
    stamp = subprocess.run(["sh", "-c", read], cwd=clone, capture_output=True, check=True)
    (clone / ".venv" / ".set-up-demo").write_bytes(stamp.stdout)
    done = set_up(clone, sys.executable)
    assert (done.returncode, done.stderr) == (0, "")

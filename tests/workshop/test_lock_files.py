"""The lock files: pinned, hashed, free of addresses, and of one mind."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LOCKS = sorted(ROOT.glob("requirements*.lock"))
PIN = re.compile(r"^([a-z0-9][a-z0-9.-]*)==([^ ]+) ")

every_lock = pytest.mark.parametrize("lock", LOCKS, ids=lambda path: path.name)


def pins(lock: Path) -> dict[str, str]:
    lines = lock.read_text().splitlines()
    return {match[1]: match[2] for line in lines if (match := PIN.match(line))}


def test_there_is_a_lock_for_every_way_to_install() -> None:
    names = {"", "-build", "-fuzz", "-postgres", "-test"}
    assert {lock.name for lock in LOCKS} == {f"requirements{name}.lock" for name in names}


@every_lock
def test_no_lock_names_an_address(lock: Path) -> None:
    assert not re.search(r"://|^-|file:", lock.read_text(), re.MULTILINE)


@every_lock
def test_every_pin_has_a_hash(lock: Path) -> None:
    blocks = re.split(r"\n(?=[a-z0-9])", lock.read_text())
    without = [block.splitlines()[0] for block in blocks if "--hash=sha256:" not in block]
    assert not without


@every_lock
def test_all_locks_agree_on_every_version(lock: Path) -> None:
    tests = pins(ROOT / "requirements-test.lock")
    own = {"atheris"} if lock.name == "requirements-fuzz.lock" else set()
    assert {pin for pin in pins(lock).items() if pin[0] not in own} <= tests.items()

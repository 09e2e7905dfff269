"""What the fuzzer drives still fits the house: each target loads and takes any bytes.

The fuzzer itself lives in an environment of its own (`make fuzz`); here its name stands for it.
"""

import runpy
import sys
from contextlib import nullcontext
from pathlib import Path
from types import ModuleType

import pytest

TARGETS = sorted((Path(__file__).parents[2] / "fuzz").glob("*.py"))


def test_there_are_targets() -> None:
    assert {one.stem for one in TARGETS} >= {"document", "times", "command"}


@pytest.mark.parametrize("target", TARGETS, ids=lambda one: one.stem)
def test_a_target_loads_and_takes_any_bytes(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fuzzer = ModuleType("atheris")
    monkeypatch.setattr(fuzzer, "instrument_imports", lambda **_: nullcontext(), raising=False)
    monkeypatch.setitem(sys.modules, "atheris", fuzzer)
    one = runpy.run_path(str(target))["one"]
    for data in (b"", b"\xff\x00", b"# Tea\n\n- **P1**: within 5 min\n"):
        one(data)

"""Programs are looked for on the search path and never run."""

from pathlib import Path

import pytest

from runcard.adapters.reality.witness import ThisMachine
from runcard.domain.playbooks.reality import Allowed, Fails, Holds, Unasked


def test_a_program_is_there_or_not(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "weld"
    program.write_text("#!/bin/sh\ntouch was-run\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    witness = ThisMachine(Allowed())
    assert witness.is_installed("weld") == Holds()
    assert isinstance(witness.is_installed("no-such-tool"), Fails)
    assert not (tmp_path / "was-run").exists()


def test_hosts_and_pages_are_asked_within_what_is_allowed() -> None:
    witness = ThisMachine(Allowed())
    assert witness.resolves("localhost") == Holds()
    assert isinstance(witness.answers("http://127.0.0.1:9/"), Unasked)

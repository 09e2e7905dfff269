"""A missing peer is a counted skip on a desk, and a failure in CI."""

from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
STORY = """
from tests.peers.presence import find_program

def test_that_needs_a_peer():
    find_program("no-such-program", how_to_install="ask Ada")
"""


def run(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch, ci: str) -> pytest.RunResult:
    monkeypatch.setenv("CI", ci)
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    pytester.makepyfile(STORY)
    return pytester.runpytest_subprocess("-p", "tests.peers.presence", "-rs")


def test_a_missing_peer_is_a_skip_that_says_how_to_get_it(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    result = run(pytester, monkeypatch, ci="")
    result.assert_outcomes(skipped=1)
    result.stdout.fnmatch_lines(["*no-such-program is not on this machine; ask Ada*"])


def test_in_ci_a_missing_peer_is_a_failure(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    result = run(pytester, monkeypatch, ci="true")
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["*was left out in CI: *no-such-program*"])

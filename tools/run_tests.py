"""Runs pytest and ends with one plain line: N passed, N failed, N skipped."""

import sys
from dataclasses import dataclass, field

import pytest


@dataclass(eq=False)
class Tally:
    """What became of each test, by its id; a test whose clean-up fails counts as failed, once.
    It is hashable, since pytest keeps plug-ins in a set where a folder has its own conftest.py."""

    outcomes: dict[str, str] = field(default_factory=dict)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed or report.skipped or report.when == "call":
            self.note(report.nodeid, report.outcome)

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        """A file that cannot be read has failed; one that asks to be left out is skipped."""
        if not report.passed:
            self.note(report.nodeid, report.outcome)

    def note(self, nodeid: str, outcome: str) -> None:
        if self.outcomes.get(nodeid) != "failed":
            self.outcomes[nodeid] = outcome

    def count(self, outcome: str) -> int:
        return list(self.outcomes.values()).count(outcome)


def main(arguments: list[str]) -> int:
    tally = Tally()
    code = int(pytest.main(arguments, plugins=[tally]))
    passed, failed, skipped = (tally.count(word) for word in ("passed", "failed", "skipped"))
    if code not in (pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED):
        print(f"pytest ended early, with exit code {code}", file=sys.stderr)
    print(f"{passed} passed, {failed} failed, {skipped} skipped", flush=True)
    return code or (1 if failed or not passed else 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""Says that a real program a test needs is not on this machine, and how to get it."""

import os
import shutil
from collections.abc import Generator
from typing import NoReturn

import pytest

MARK = "missing peer: "
WITH_MAKE_PEERS = "run `make peers` as root"


def peer_missing(name: str, how_to_install: str) -> NoReturn:
    """Leave the test out and say why; in CI the hook below makes a failure of it."""
    pytest.skip(f"{MARK}{name} is not on this machine; {how_to_install}")


def find_program(*names: str, how_to_install: str = WITH_MAKE_PEERS) -> str:
    """The path of the first of these programs that is here; distributions name them differently."""
    found = next((path for name in names if (path := shutil.which(name))), None)
    return found or peer_missing(names[0], how_to_install)


def nothing_may_be_missing() -> bool:
    """In CI every peer must have been installed."""
    return os.environ.get("CI", "").lower() == "true"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """In CI a test that is left out for want of a peer has failed: an install step is missing."""
    report = yield
    if report.skipped and nothing_may_be_missing() and MARK in str(report.longrepr):
        report.outcome = "failed"
        report.longrepr = f"{item.nodeid} was left out in CI: {call.excinfo and call.excinfo.value}"
    return report

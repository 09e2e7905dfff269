"""What a server writes for its operator: plain lines, and no secret in any of them."""

import io
import logging
import re
from collections.abc import Iterator

import pytest
import structlog

from runcard.interfaces.cli.logs import log_plainly


@pytest.fixture
def written() -> Iterator[io.StringIO]:
    """The lines; afterwards logging is as it was."""
    root = logging.getLogger()
    before, level = list(root.handlers), root.level
    stream = io.StringIO()
    log_plainly(stream)
    yield stream
    structlog.reset_defaults()
    root.handlers[:] = before
    root.setLevel(level)


def fail_with(token: str) -> None:
    raise ValueError(f"no room for {len(token)} signs")


def test_an_event_is_one_line_with_its_moment_and_its_facts(written: io.StringIO) -> None:
    structlog.get_logger().info("page delivered", page="pg_1", kind="dev phone")
    line = written.getvalue()
    assert re.fullmatch(
        r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ info page delivered page=pg_1 kind=\"dev phone\"\n", line
    )


def test_words_from_outside_cannot_begin_a_line(written: io.StringIO) -> None:
    structlog.get_logger().warning("cannot read", why="first\nerror second\x1b[31m")
    assert written.getvalue().endswith(' why="first error second [31m"\n')
    assert written.getvalue().count("\n") == 1


def test_a_traceback_is_plain_and_tells_no_values(written: io.StringIO) -> None:
    try:
        fail_with("rct_secret")
    except ValueError:
        structlog.get_logger().exception("did not work", job="page")
    told = written.getvalue()
    assert " error did not work job=page\nTraceback (most recent call last):\n" in told
    assert "ValueError: no room for 10 signs" in told
    assert "rct_secret" not in told.replace('fail_with("rct_secret")', "")
    assert "\x1b" not in told


def test_only_what_an_operator_needs_is_said(written: io.StringIO) -> None:
    structlog.get_logger().debug("looked")
    logging.getLogger("httpx").info("POST https://hooks.example/secret")
    assert written.getvalue() == ""


def test_a_library_that_warns_looks_the_same(written: io.StringIO) -> None:
    logging.getLogger("a.library").warning("too many %s", "files")
    assert re.fullmatch(r"\S+Z warning too many files\n", written.getvalue())


def test_the_traceback_of_a_library_is_plain_too(written: io.StringIO) -> None:
    try:
        fail_with("rct_secret")
    except ValueError:
        logging.getLogger("a.library").exception("Exception in ASGI application")
    told = written.getvalue()
    assert " error Exception in ASGI application\nTraceback" in told
    assert told.count("Traceback") == 1


def test_an_error_stream_that_is_gone_stops_nobody(written: io.StringIO) -> None:
    written.close()
    structlog.get_logger().error("nobody reads this")

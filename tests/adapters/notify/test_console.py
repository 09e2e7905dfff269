"""A page on the terminal: one block, and nothing in it can steer the terminal."""

import io
import sys
from dataclasses import replace

import pytest

from runcard.adapters.notify.console import EXAMPLE
from runcard.domain.paging.model import Delivered, Retry
from runcard.testing.contracts import A_PAGE, AnsweringHttp


def test_a_page_is_printed_as_one_block(capsys: pytest.CaptureFixture[str]) -> None:
    receipt = EXAMPLE.send(replace(A_PAGE, to="ada"), AnsweringHttp())
    assert receipt == Delivered(reference="pg_0001.1")
    assert capsys.readouterr().out == (
        "\n"
        "PAGE to ada: SEV1 Critical: disk full on db-1\n"
        "  You are first on call.\n"
        "  Acknowledge by 02:35.\n"
        "  Acknowledge: https://runcard.example/ack/abc\n"
        "  Incident: https://runcard.example/incidents/INC-1\n"
        "\n"
    )


def test_a_title_cannot_clear_the_screen(capsys: pytest.CaptureFixture[str]) -> None:
    EXAMPLE.send(replace(A_PAGE, title="a\x1b[2J\nb", urgent=False), AnsweringHttp())
    assert "page to https://push.example/ada: a [2J b\n" in capsys.readouterr().out


def test_a_terminal_that_knows_only_ascii_still_shows_the_page(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    narrow = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    monkeypatch.setattr(sys, "stdout", narrow)
    assert isinstance(EXAMPLE.send(replace(A_PAGE, title="火事"), AnsweringHttp()), Delivered)


def test_a_closed_terminal_is_tried_again(monkeypatch: pytest.MonkeyPatch) -> None:
    closed = io.StringIO()
    closed.close()
    monkeypatch.setattr(sys, "stdout", closed)
    assert isinstance(EXAMPLE.send(A_PAGE, AnsweringHttp()), Retry)

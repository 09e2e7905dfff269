"""`runcard card`: one page, self-contained, and nobody's file is written over."""

import html
import re
import sys
from datetime import date
from pathlib import Path

import pytest

from runcard.interfaces.cli.card_html import html_of
from tests.cli.conftest import Run
from tests.cli.test_playbook_commands import DOCUMENT, TEAM
from tests.rooms.escalation.test_page import a_full_sheet


@pytest.fixture
def bakery(run: Run) -> Run:
    Path("ovens.md").write_text(DOCUMENT, encoding="utf-8")
    return run


def test_the_page_holds_levels_times_and_who_is_called(bakery: Run) -> None:
    shown = bakery("card", "ovens.md")
    assert shown.exit_code == 0, shown.stderr
    assert shown.stdout.splitlines()[0] == "✓ Wrote ovens-card.html"
    page = Path("ovens-card.html").read_text(encoding="utf-8")
    for words in ("P1", "10 min", "4 h", "On-call baker", "Head baker", "15 min", "L7"):
        assert words in page


def test_the_page_fetches_and_runs_nothing(bakery: Run) -> None:
    bakery("card", "ovens.md")
    page = Path("ovens-card.html").read_text(encoding="utf-8")
    assert not re.search(r"<(script|link|img|iframe|object)|url\(|@import|\son\w+=", page)
    assert "default-src 'none'" in page


def test_words_of_the_document_are_shown_and_never_obeyed(run: Run) -> None:
    evil = "<script>alert(1)</script>"
    Path("x.md").write_text(DOCUMENT.replace("Bakery oven service", f"Oven {evil}"), "utf-8")
    page = run("card", "x.md", "--to", "-").stdout
    assert "<script" not in page
    assert "<h1>Oven" in page


def test_the_team_file_says_who_is_behind_a_title(bakery: Run) -> None:
    Path("team.yaml").write_text(TEAM, encoding="utf-8")
    assert "rota ovens" in bakery("card", "ovens.md", "--to", "-").stdout


def test_an_older_card_is_replaced_and_any_other_file_is_not(bakery: Run) -> None:
    assert bakery("card", "ovens.md").exit_code == 0
    assert bakery("card", "ovens.md").exit_code == 0
    Path("mine.html").write_text("my own words", encoding="utf-8")
    refused = bakery("card", "ovens.md", "--to", "mine.html")
    assert refused.exit_code == 5
    assert Path("mine.html").read_text(encoding="utf-8") == "my own words"


def test_what_does_not_fit_is_said_on_the_page() -> None:
    page = html.unescape(html_of(a_full_sheet(), "x.md", date(2026, 11, 21)))
    assert "printed 2026-11-21" in page


def test_without_the_extra_one_sentence_says_how_to_get_it(
    bakery: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ["reportlab", *(one for one in sys.modules if one.startswith("reportlab."))]:
        monkeypatch.setitem(sys.modules, name, None)
    monkeypatch.delitem(sys.modules, "runcard.interfaces.cli.card_pdf", raising=False)
    shown = bakery("card", "ovens.md", "--pdf")
    assert shown.exit_code == 6
    assert shown.stderr.splitlines() == [
        "✕ A PDF needs the extra `pdf`, which is not installed",
        "  Next: pip install 'runcard[pdf]'",
    ]  # fmt: skip


def test_a_pdf_is_one_page_however_full(bakery: Run) -> None:
    from_file = bakery("card", "ovens.md", "--pdf")
    assert from_file.exit_code == 0, from_file.stderr
    assert pages_of(Path("ovens-card.pdf").read_bytes()) == 1


def pages_of(pdf: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", pdf))

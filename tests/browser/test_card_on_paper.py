"""The run card on paper: one page of A4 and of Letter, however full it is."""

import re
from datetime import date
from importlib.resources import files
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from runcard.adapters.reference_works import read_vocabulary
from runcard.domain.escalation.page import Sheet, fitted
from runcard.domain.escalation.sheet import sheet_of
from runcard.domain.people.model import TeamFile
from runcard.domain.playbooks.card import Card
from runcard.domain.playbooks.compile import compile_playbook
from runcard.interfaces.cli.card import commands_of
from runcard.interfaces.cli.card_html import html_of
from runcard.kernel.ids import PlaybookId
from tests.rooms.escalation.test_page import a_full_sheet

pytestmark = pytest.mark.browser
GOLDEN = Path(__file__).parents[1] / "golden" / "playbooks"
DOCUMENTS = sorted(GOLDEN.glob("*.md"))


def sample() -> Sheet:
    words = files("runcard").joinpath("examples", "when-things-break.md").read_text("utf-8")
    return of_words(words)


def of_words(words: str) -> Sheet:
    playbook = compile_playbook(words, read_vocabulary())
    return sheet_of(Card(PlaybookId("pb_1"), "x", playbook, TeamFile()), commands_of(playbook))


def pages(chromium: Browser, sheet: Sheet, paper: str) -> int:
    page = chromium.new_page()
    page.set_content(html_of(sheet, "x.md", date(2026, 11, 21)))
    printed = page.pdf(format=paper, print_background=True)
    page.close()
    return len(re.findall(rb"/Type\s*/Page\b", printed))


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_every_card_is_one_page(chromium: Browser, paper: str) -> None:
    sheets = [sample(), fitted(a_full_sheet(extra=3))]
    sheets += [of_words(path.read_text(encoding="utf-8")) for path in DOCUMENTS]
    assert [pages(chromium, sheet, paper) for sheet in sheets] == [1] * len(sheets)

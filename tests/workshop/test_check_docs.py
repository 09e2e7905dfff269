"""The check of the documents finds what it is there for, and our own documents pass."""

from pathlib import Path

import pytest

from tools.check_docs import ROOT, broken_links, unlisted_decisions, unlisted_pages


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A small set of documents without a fault."""
    adr = tmp_path / "docs" / "adr"
    adr.mkdir(parents=True)
    (adr / "README.md").write_text("1. [One](0001-one.md)\n")
    (adr / "0001-one.md").write_text("# One\n")
    (tmp_path / "README.md").write_text("[docs](docs/adr/README.md#one) `[not](a-link.md)`\n")
    return tmp_path


def test_our_own_documents_pass() -> None:
    assert broken_links(ROOT) == []
    assert unlisted_pages(ROOT) == []
    assert unlisted_decisions(ROOT) == []


def test_sound_documents_pass(house: Path) -> None:
    assert broken_links(house) == []
    assert unlisted_pages(house) == []
    assert unlisted_decisions(house) == []


def test_a_page_or_folder_that_is_not_listed_is_found(house: Path) -> None:
    (house / "docs" / "README.md").write_text("Nothing yet\n")
    assert unlisted_pages(house) == ["docs/README.md: adr/README.md is not listed"]
    (house / "docs" / "README.md").write_text("[decisions](adr/README.md)\n")
    (house / "docs" / "new.md").write_text("# New\n")
    assert unlisted_pages(house) == ["docs/README.md: new.md is not listed"]


def test_a_link_that_leads_nowhere_is_found(house: Path) -> None:
    (house / "README.md").write_text("[gone](docs/gone.md)\n")
    assert broken_links(house) == ["README.md: docs/gone.md leads nowhere"]


def test_a_decision_that_is_not_listed_is_found(house: Path) -> None:
    (house / "docs" / "adr" / "0002-two.md").write_text("# Two\n")
    assert unlisted_decisions(house) == ["docs/adr/README.md: 0002-two.md is not listed"]


def test_a_gap_in_the_numbers_is_found(house: Path) -> None:
    (house / "docs" / "adr" / "0001-one.md").rename(house / "docs" / "adr" / "0003-one.md")
    (house / "docs" / "adr" / "README.md").write_text("1. [One](0003-one.md)\n")
    assert unlisted_decisions(house) == ["docs/adr: the numbers must run from 0001 without a gap"]

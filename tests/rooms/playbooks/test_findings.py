"""Every finding has one code, and the reference tells what it means and how to cure it."""

from pathlib import Path

from runcard.domain.playbooks.findings import EMPTY_CONTACT, KINDS, NO_CHAIN, finding

PAGE = Path(__file__).resolve().parents[3] / "docs" / "reference" / "findings.md"


def test_every_code_is_used_once() -> None:
    codes = [kind.code for kind in KINDS]
    assert len(codes) == len(set(codes))
    assert codes == sorted(codes)


def test_the_reference_has_a_heading_for_every_code_and_no_other() -> None:
    told = [line[3:] for line in PAGE.read_text("utf-8").splitlines() if line.startswith("## RC")]
    assert told == [kind.code for kind in KINDS]


def test_a_finding_says_whom_it_is_about_and_offers_the_line_to_add() -> None:
    found = finding(EMPTY_CONTACT, 12, "Tea Lady ([Phone])", "Tea Lady")
    assert (found.code, found.line, found.end_line) == ("RC402", 12, 12)
    assert found.message.endswith("Tea Lady ([Phone])")
    assert "**Tea Lady**" in found.hint


def test_a_finding_about_the_document_needs_no_name() -> None:
    assert finding(NO_CHAIN, 1).message == NO_CHAIN.meaning

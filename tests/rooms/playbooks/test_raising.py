"""Findings about reality have a code each, and a page that explains them."""

from pathlib import Path

from runcard.domain.playbooks import raising
from runcard.domain.playbooks.findings import Kind

PAGES = Path(__file__).resolve().parents[3] / "docs" / "reference"
KINDS = [one for one in vars(raising).values() if isinstance(one, Kind)]


def test_every_code_is_used_once_and_explained() -> None:
    codes = [kind.code for kind in KINDS]
    told = (PAGES / "annotations.md").read_text("utf-8") + (PAGES / "against.md").read_text("utf-8")
    assert len(codes) == len(set(codes)) == 6
    assert [code for code in codes if f"`{code}`" not in told] == []


def test_a_finding_says_what_it_is_about_and_fills_its_hint() -> None:
    found = raising.raised(raising.NOBODY_BOUND, 7, "Depot chief", "Depot chief")
    assert (found.code, found.line) == ("RC905", 7)
    assert found.message.endswith(": Depot chief")
    assert "Depot chief=WHO" in found.fix

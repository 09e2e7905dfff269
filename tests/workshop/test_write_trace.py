"""The pages that keep what the lines of the reference documents do are what the product does."""

import re
from pathlib import Path

import pytest

from runcard.flows.lines_in_force import Mechanism
from runcard.flows.trace_of_lines import BEHAVIOUR
from tests.golden.conftest import reference  # noqa: F401
from tools.write_trace import PAGES, SHOWN, pages

ROOT = Path(__file__).resolve().parents[2]


def test_every_page_is_up_to_date(reference: Path) -> None:  # noqa: F811
    kept = {page.name: page.read_text("utf-8") for page in (ROOT / PAGES).glob("*.md")}
    assert kept == pages(reference)


@pytest.mark.parametrize("mechanism", SHOWN, ids=lambda one: one.name)
def test_the_test_that_shows_a_row_is_there(mechanism: Mechanism) -> None:
    file, test = SHOWN[mechanism]
    assert re.search(rf"^def {test}\(", (ROOT / file).read_text("utf-8"), re.MULTILINE)


def test_whatever_carries_a_line_out_is_shown_by_a_test() -> None:
    assert set(SHOWN) == set(Mechanism) - {Mechanism.NONE}
    assert set(BEHAVIOUR) == set(Mechanism)

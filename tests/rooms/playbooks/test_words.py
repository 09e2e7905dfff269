"""Plain words out of Markdown."""

import pytest

from runcard.domain.playbooks.words import untitled


@pytest.mark.parametrize(
    "heading",
    [
        "3. Mill stops",
        "3) Mill stops",
        "3.1 Mill stops",
        "3.1 — Mill stops",
        "3 – Mill stops",
        "3.1 - Mill stops",
        "3.1: Mill stops",
        "3 Mill stops",
        "§ 3 Mill stops",
    ],
)
def test_the_number_in_front_of_a_heading_is_left_out(heading: str) -> None:
    assert untitled(heading) == "Mill stops"


@pytest.mark.parametrize(
    "heading",
    [
        "24/7 watch",
        "503 at the mill",
        "3 - 5 minutes",
        "15 minutes after the alarm",
        "5-minute checklist",
        "2024-05-01 flood",
        "Step 3: Stop the mill",
        "1 - High",
        "1: High",
        "— Mill stops",
    ],
)
def test_a_figure_that_counts_no_headings_stays(heading: str) -> None:
    assert untitled(heading) == heading

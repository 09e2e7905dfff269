"""What `runcard check` says that it has understood."""

import pytest

from runcard.adapters.reference_works import read_vocabulary
from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.model import ReviewDeadline, TimeValue
from runcard.interfaces.cli.understood import due, understood


@pytest.mark.parametrize(
    ("within", "optional", "told"),
    [
        (TimeValue("within 3 days", 4, 259_200), False, "within 3 days"),
        (TimeValue("within 3 days", 4, 259_200), True, "within 3 days (optional)"),
        (TimeValue("P3: optional", 5, None), True, "optional"),
    ],
)
def test_a_review_that_may_be_left_out_is_called_so(
    within: TimeValue, optional: bool, told: str
) -> None:
    assert due(ReviewDeadline(within, "", optional=optional)) == told


def test_how_often_people_hear_of_a_level_is_said_wherever_it_stands() -> None:
    text = (
        "# Quay\n\n## Levels\n\n### P1: No ferry sails\n\nNobody sails.\n\n"
        "### P2: One ferry late\n\nOne waits.\n\n"
        "## Messages\n\nDuring a P1 tell the harbour every 20 minutes.\n"
    )
    worst, other = understood(compile_playbook(text, read_vocabulary()))[3:5]
    assert "every 20 minutes" in worst
    assert "every 20 minutes" not in other


def test_a_clock_that_some_level_has_gets_a_column_and_none_where_no_level_has_it() -> None:
    text = (
        "# Quay\n\n## Levels\n\n### P1: No ferry sails\n\n- Respond within: 5 minutes\n"
        "- Resolve within: 4 hours\n\n### P2: One ferry late\n\n- Respond within: 2 hours\n"
    )
    head, worst, other = understood(compile_playbook(text, read_vocabulary()))[2:5]
    assert head.split() == ["respond", "resolve", "update", "every"]
    assert "4 hours" in worst
    assert other.count("not said") == 2

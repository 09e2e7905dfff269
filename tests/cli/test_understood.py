"""What `runcard check` says that it has understood."""

import pytest

from runcard.domain.playbooks.model import ReviewDeadline, TimeValue
from runcard.interfaces.cli.understood import due


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

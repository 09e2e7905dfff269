"""Reviews in drawings: by when they are due, in a line or in a column."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import Vocabulary

FLOW = "# Weir\n\n## The whole way\n\n```\n{}\n```\n"
COLUMNS = (
    "Alarm → Repair → After\n  │       │        │\n"
    "Rung   Shut     Post-mortem\nby eye weir     within 4 days"
)
PIPES = "| Meldung | Nachbesprechung         |\n| sofort  | innerhalb von 30 Stunden |"


@pytest.mark.parametrize(
    ("drawing", "line", "seconds"),
    [
        (COLUMNS, 9, 345600),
        (PIPES, 7, 108000),
        ("P1 -> post-mortem within 9 days", 6, 777600),
    ],
)  # fmt: skip
def test_a_review_that_is_drawn(drawing: str, line: int, seconds: int, words: Vocabulary) -> None:
    found = compile_playbook(FLOW.format(drawing), words).review.deadlines
    assert [(one.within.line, one.within.seconds) for one in found] == [(line, seconds)]


@pytest.mark.parametrize(
    "drawing",
    [
        "Repair            Post-mortem\nwithin 4 days     all mates",
        "Post-mortem\nwithin 4 days the weir is painted",
        "Alarm   Post-mortem   Paint\nrung    in the loft   within 9 days",
        "Post-mortem   Report\nwithin 4 days of the last flood",
    ],
)
def test_times_of_other_columns(drawing: str, words: Vocabulary) -> None:
    assert compile_playbook(FLOW.format(drawing), words).review.deadlines == ()

"""Times stand on the lines where they are written."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import Vocabulary

LEVELS = """# Tea

## Severity levels

- **P1**: Every kettle of the house is cold and nobody in it has had any tea since;
  {}
- **P2**: One kettle of the house is cold, or the milk of somebody has turned, or so;
  {}
"""


@pytest.mark.parametrize(
    ("said", "seconds"),
    [("response time: 20 minutes.", 1200), ("we respond within 2 hours.", 7200)],
)
def test_a_time_keeps_its_line(said: str, seconds: int, words: Vocabulary) -> None:
    levels = compile_playbook(LEVELS.format(said, said), words).severities
    times = [one.response for one in levels]
    assert [(one.seconds, one.line) for one in times if one] == [(seconds, 6), (seconds, 8)]


REVIEW = (
    "# Tea\n\n## Severity levels\n\n- **P1**: all\n- **P2**: some\n\n## Post-mortems\n\n"
    "Every P1 gets a post-mortem that the whole house reads in the common room, within {}\n"
    "{} of the end of the incident.\n"
)


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        ("10", "working days", (None, "business_days:10")),
        ("2", "weeks", (1209600, None)),
        ("a", "few days", None),
        ("the", "walls", None),
    ],
)
def test_a_time_may_be_broken(
    first: str, second: str, found: tuple[int | None, str | None] | None, words: Vocabulary
) -> None:
    deadlines = compile_playbook(REVIEW.format(first, second), words).review.deadlines
    times = [(one.within.seconds, one.within.calendar) for one in deadlines]
    assert times == ([found] if found is not None else [])

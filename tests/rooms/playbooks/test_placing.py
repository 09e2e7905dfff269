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


RHYTHM = (
    "# Tea\n\n## Severity levels\n\n"
    "- **P1 – Cold**: every kettle of the house is cold, and nobody in it has had any tea at\n"
    "  all. Somebody is there within 5 minutes, warm again within 2 hours. {} in the hall.\n"
    "- **P2 – Sour**: one jug of milk has turned. Somebody is there within 2 hours. {}.\n"
)


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        ("Update every 20 minutes", "Update every 2 hours", [(6, 1200), (7, 7200)]),
        ("Point toutes les 20 min", "Un point par jour", [(6, 1200), (7, 86400)]),
        ("Tea every 20 minutes", "No milk", []),
        ("Nobody waits", "The cat comes twice", []),
    ],
)
def test_a_rhythm_of_a_broken_entry_is_told_once(
    first: str, second: str, found: list[tuple[int, int]], words: Vocabulary
) -> None:
    cadences = compile_playbook(RHYTHM.format(first, second), words).cadences
    assert [(one.every.line, one.every.seconds) for one in cadences] == found

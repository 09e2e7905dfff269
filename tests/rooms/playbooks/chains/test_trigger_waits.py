"""The wait that one of the reasons to escalate tells, and times that are none."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import Vocabulary


@pytest.mark.parametrize(
    ("reason", "seconds"),
    [
        ("water in the hold for 30 minutes", 1800),
        ("nothing has changed after 20 minutes", 1200),
        ("we sail within the next 4 hours", None),
        ("nous partons dans les prochaines 4 heures", None),
        ("the hold is empty 40 minutes before we sail", None),
        ("40 Minuten vor der Flut ist das Boot nicht da", None),
        ("no wind for 40 minutes, before or behind", 2400),
    ],
)
def test_a_time_ahead_is_no_wait(reason: str, seconds: int | None, words: Vocabulary) -> None:
    text = f"# Ship\n\n## When to escalate\n\n- {reason}\n- the mast is down\n"
    wait = compile_playbook(text, words).triggers_after
    assert (wait.seconds if wait else None) == seconds


@pytest.mark.parametrize(
    ("first", "seconds"),
    [
        ("the ferry has been stuck for 20 minutes", 1200),
        ("the tide turns in less than 20 minutes", None),
        ("満潮まで20分を切っている", None),
        ("it is the third time in a week", None),
    ],
)
def test_the_wait_among_reasons_is_one_that_has_passed(
    first: str, seconds: int | None, words: Vocabulary
) -> None:
    text = f"# Gates\n\n## When to escalate\n\n- {first}\n- a second gate is stuck, too\n"
    found = compile_playbook(text, words).triggers_after
    assert (found.seconds if found else None) == seconds

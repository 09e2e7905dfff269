"""A call, a wait and another call in one sentence."""

import pytest

from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.chains.chains_read import Step, chains


@pytest.mark.parametrize(
    ("text", "steps"),
    [
        (("## Escalation\n\nThe bot pages the on-call, waits 5 minutes, pages the secondary, waits "
         "10 minutes and pages the manager."),
         [("on-call", None, None), ("secondary", "waits 5 minutes", 300),
          ("manager", "waits 10 minutes", 600)]),
        (("## Bells\n\nPagerDuty calls the primary, waits 10 minutes, calls the backup, waits "
         "another 15 minutes, then calls the head of the mill."),
         [("primary", None, None), ("backup", "waits 10 minutes", 600),
          ("head of the mill", "waits another 15 minutes", 900)]),
    ],
)  # fmt: skip
def test_each_wait_belongs_to_the_next_call(
    text: str, steps: list[Step], words: Vocabulary
) -> None:
    assert chains(text, words) == [steps]


@pytest.mark.parametrize(
    "text",
    [
        "The worker calls the bank, waits 5 minutes, calls it again, waits 10 and gives up.",
        "The test rings the phone, waits 5 minutes, rings the second phone and hangs up.",
        "The bell rings the mate and waits 5 minutes.",
    ],
)
def test_programs_wait_too(text: str, words: Vocabulary) -> None:
    assert chains(f"## Bells\n\n{text}", words) == []

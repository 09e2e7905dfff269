"""By when an incident is looked back upon; a time in a case is no deadline."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import Vocabulary

LEVELS = "# T\n\n## Severity levels\n\n- **P1**: all\n- **P2**: some\n\n## Post-mortem\n\n"
SAID = (
    ("P1 within 4 days; P2 only if it happens twice in a month.", [(345600, ("P1",))]),
    ("P1 en un máximo de 4 días, si se puede.", [(345600, ("P1",))]),
    ("P1 em até 4 dias; P2 em até 9 dias.", [(345600, ("P1",)), (777600, ("P2",))]),
    ("P1 within 4 days, the others within 9 days.", [(345600, ("P1",)), (777600, ("P2",))]),
    ("In 4 days for P1, in 9 days for the rest.", [(345600, ("P1",)), (777600, ("P2",))]),
    ("P1 binnen 4 Tagen, alle anderen in 9 Tagen.", [(345600, ("P1",)), (777600, ("P2",))]),
    ("The report is written by whoever had the helm.", []),
)


@pytest.mark.parametrize(("text", "deadlines"), SAID)
def test_deadlines_with_their_levels(
    text: str, deadlines: list[tuple[int, tuple[str, ...]]], words: Vocabulary
) -> None:
    review = compile_playbook(LEVELS + text + "\n", words).review
    found = [(one.within.seconds, one.keys) for one in review.deadlines if not one.optional]
    assert found == deadlines


@pytest.mark.parametrize(
    ("text", "is_due"),
    [("P1 is talked through in the Friday meeting of the same week.", True),
     ("P1 wird in der nächsten Teamsitzung besprochen.", True),
     ("The next meeting room is on the left.", False),
     ("Actions are discussed in the next team meeting.", False)],
)  # fmt: skip
def test_a_meeting_may_be_the_deadline(text: str, is_due: bool, words: Vocabulary) -> None:
    found = compile_playbook(LEVELS + text + "\n", words).review.deadlines
    assert [one.within.calendar for one in found] == (["event"] if is_due else [])


def test_a_chapter_after_every_level_is_about_reviews(words: Vocabulary) -> None:
    text = LEVELS.replace("## Post-mortem", "## After every P1 or P2")
    review = compile_playbook(text + "The lead writes a note within 5 days.\n", words).review
    assert [one.within.seconds for one in review.deadlines] == [432000]

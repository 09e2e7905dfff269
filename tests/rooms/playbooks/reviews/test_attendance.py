"""Lists of those who come to a meeting, and the agenda behind them."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import Vocabulary


@pytest.mark.parametrize(
    ("lead", "found"),
    [
        ("Set up the meeting with:", ["Why did it stop?", "What do we change?"]),
        ("Vergadering met:", ["Why did it stop?", "What do we change?"]),
        ("In the meeting:", ["the miller", "the smith"]),
        ("We discuss:", ["the miller", "the smith"]),
    ],
)
def test_a_meeting_with_somebody(lead: str, found: list[str], words: Vocabulary) -> None:
    text = (
        f"# Mill\n\n## Post-mortem\n\n{lead}\n- the miller\n- the smith\n\n"
        "**Agenda:**\n1. Why did it stop?\n2. What do we change?\n"
    )
    assert [one.title for one in compile_playbook(text, words).review.agenda] == found


@pytest.mark.parametrize(
    ("first", "points"),
    [
        ("Attendees: the miller and the smith", 2),
        ("Teilnehmer: Müller und Schmied", 2),
        ("Causes: what broke the wheel", 3),
        ("Attendees", 3),
    ],
)
def test_those_who_come_are_no_point(first: str, points: int, words: Vocabulary) -> None:
    text = f"# Mill\n\n## Post-mortem\n\n### Agenda\n\n- {first}\n- Course of it\n- Tasks\n"
    assert len(compile_playbook(text, words).review.agenda) == points

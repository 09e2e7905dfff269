"""Headings that only say by when the review above them is held."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import Vocabulary

ASKED = "1. **Timeline**: when did it begin?\n2. **Causes**: why?\n3. **Tasks**: who mends it?\n"


@pytest.mark.parametrize(
    ("above", "title", "seconds"),
    [
        ("Post-mortem", "Hold within 3 days", 259200),
        ("6. Incident review", "To be held within 30 hours:", 108000),
        ("Nachbesprechung", "Innerhalb von 4 Tagen durchführen", 345600),
        ("Retour d'expérience", "À tenir sous 5 jours", 432000),
    ],
)
def test_by_when_the_review_is_held(
    above: str, title: str, seconds: int, words: Vocabulary
) -> None:
    text = f"# Mill\n\n## {above}\n\n### {title}\n\n{ASKED}"
    review = compile_playbook(text, words).review
    assert [(one.within.line, one.within.seconds) for one in review.deadlines] == [(5, seconds)]
    assert [one.title for one in review.agenda] == ["Timeline", "Causes", "Tasks"]


@pytest.mark.parametrize(
    ("above", "title"),
    [
        ("Post-mortem", "Mend the wheel within 3 days"),
        ("Storage", "Hold within 3 days"),
        ("Post-mortem template", "Complete within 3 days"),
        ("Post-mortem", "Hold within 45 minutes"),
    ],
)
def test_work_and_other_chapters(above: str, title: str, words: Vocabulary) -> None:
    text = f"# Mill\n\n## {above}\n\n### {title}\n\n- the wheel\n- the stones\n"
    assert compile_playbook(text, words).review.deadlines == ()


@pytest.mark.parametrize(
    ("above", "title", "box", "seconds"),
    [
        ("Post-mortem", "Within 30 hours", "[ ] ", [108000]),
        ("Nachbesprechung", "Innerhalb von 4 Tagen", "[ ] ", [345600]),
        ("Storage", "Within 30 hours", "[ ] ", []),
        ("Post-mortem", "Within 30 hours", "", []),
    ],
)
def test_a_wait_above_boxes(
    above: str, title: str, box: str, seconds: list[int], words: Vocabulary
) -> None:
    text = f"# Mill\n\n## {above}\n\n### {title}\n\n- {box}Count the sacks\n- {box}Ask the miller\n"
    review = compile_playbook(text, words).review
    assert [one.within.seconds for one in review.deadlines] == seconds

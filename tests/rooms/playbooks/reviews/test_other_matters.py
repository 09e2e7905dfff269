"""Times beside a review that are not the ones by which it is due."""

from textwrap import fill

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import Vocabulary

LEVELS = "# Tea\n\n## Severity levels\n\n- **P1**: all\n- **P2**: some\n\n## Post-mortem\n\n"
FIRST = "Every P1 is reviewed within 4 days"


@pytest.mark.parametrize(
    ("second", "due"),
    [
        ("It lasts 60 minutes at most", [345600]),
        ("Die Besprechung dauert höchstens 60 Minuten", [345600]),
        ("La réunion ne dure pas plus de 45 minutes", [345600]),
        ("Where letters got lost, the regulator is told within 72 hours", [345600]),
        ("Sind Briefe verloren, wird die Datenschutzaufsicht binnen 72 Stunden benachrichtigt",
         [345600]),
        ("Si se pierden cartas, se avisa a la autoridad de control en 72 horas", [345600]),
        ("The harbour office reports to the Data Protection Commission within 72 hours", [345600]),
        ("For a P2 it is due within 9 days", [345600, 777600]),
        ("The post-mortem of a P2 goes to the regulator within 9 days", [345600, 777600]),
    ],
)  # fmt: skip
@pytest.mark.parametrize("width", [80, 1000])
def test_only_what_is_due_is_a_deadline(
    second: str, due: list[int], width: int, words: Vocabulary
) -> None:
    said = fill(f"{FIRST}. {second}.", width)
    found = compile_playbook(f"{LEVELS}{said}\n", words).review.deadlines
    assert [one.within.seconds for one in found] == due
    assert not any(one.optional for one in found)


@pytest.mark.parametrize(
    ("last", "optional"),
    [
        ("Bei P2 ist das freigestellt", True),
        ("Pour un P2, la réunion est laissée au choix", True),
        ("Bei P2 ist die Teeküche kalt", False),
        ("A P2 is hot", False),
    ],
)
def test_a_review_may_be_left_to_the_team(last: str, optional: bool, words: Vocabulary) -> None:
    found = compile_playbook(f"{LEVELS}{FIRST}. {last}.\n", words).review.deadlines
    assert [one.keys for one in found if one.optional] == ([("P2",)] if optional else [])

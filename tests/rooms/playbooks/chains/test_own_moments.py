"""Two moments behind one name are two cases of one rung; what one fails to do calls the next."""

import pytest

from runcard.domain.playbooks.chains.own_moments import hands_over
from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.chains.chains_read import Step, chains


@pytest.mark.parametrize(
    ("text", "steps"),
    [
        (
            "1. Miller – at once\n2. Owner – for S1 at once, otherwise after 40 minutes\n",
            [
                ("Miller", "at once", 0),
                ("Owner", "for S1 at once, otherwise after 40 minutes", 2400),
            ],
        ),
        (
            (
                "1. Wehrwart – sofort, Funkkanal 7\n"
                "2. Hofmeister – bei S1 sofort, sonst nach 1 Stunde\n"
                "3. Besitzer – bei S1 nach 2 Stunden\n"
            ),
            [
                ("Wehrwart", "sofort, Funkkanal 7", 0),
                ("Hofmeister", "bei S1 sofort, sonst nach 1 Stunde", 3600),
                ("Besitzer", "bei S1 nach 2 Stunden", 7200),
            ],
        ),
        (
            "1. 值班員：立即處理\n2. 水閘主管：A 級立即通知；B 級超過 20 分鐘未排除時通知\n",
            [
                ("值班員", "立即處理", 0),
                ("水閘主管", "A 級立即通知；B 級超過 20 分鐘未排除時通知", 1200),
            ],
        ),
    ],
)
def test_two_moments_of_one_are_one_rung(text: str, steps: list[Step], words: Vocabulary) -> None:
    assert chains(f"## Escalation\n\n{text}", words) == [steps]


@pytest.mark.parametrize(
    ("said", "is_next"),
    [
        ("Miller: mends it in an hour, otherwise the owner", True),
        ("Müller: 10 Minuten, sonst Hofmeister nach 20 Minuten", True),
        ("Owner, at night at once, otherwise after 40 minutes", False),
        ("Hofmeister (nachts sofort, sonst nach 40 Minuten)", False),
    ],
)
def test_what_stands_behind_otherwise_may_be_the_next_rung(
    said: str, *, is_next: bool, words: Vocabulary
) -> None:
    assert hands_over(said, words) is is_next

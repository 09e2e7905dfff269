"""Alarms that are passed on after one wait and the next; and goods, which are, too."""

import pytest

from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.chains.chains_read import Step, chains


@pytest.mark.parametrize(
    ("text", "steps"),
    [
        (("PagerDuty escalates an unacknowledged page after 10 minutes to the backup, after 20 to "
         "the mill owner."),
         [("backup", "after 10 minutes", 600), ("mill owner", "after 20", 1200)]),
        ("Unanswered pages go to the backup after 10 minutes and to the head miller after 20.",
         [("backup", "after 10 minutes", 600), ("head miller", "after 20", 1200)]),
        (("Opsgenie eskaliert einen nicht quittierten Alarm nach 10 Minuten an die zweite "
         "Bereitschaft, nach 25 an die Werkleitung."),
         [("zweite Bereitschaft", "nach 10 Minuten", 600), ("Werkleitung", "nach 25", 1500)]),
        (("L'astreinte : une alerte non acquittée bascule après 10 minutes vers le second "
         "d'astreinte, après 30 minutes vers le chef du moulin."),
         [("second d'astreinte", "après 10 minutes", 600),
          ("chef du moulin", "après 30 minutes", 1800)]),
    ],
)  # fmt: skip
def test_two_waits_with_a_name_each(text: str, steps: list[Step], words: Vocabulary) -> None:
    assert chains(f"## Bells\n\n{text}", words) == [steps]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (("## On-call\n\nAlarms go by text to the duty miller. Acknowledgement within 10 minutes, "
         "otherwise a call to the second miller, after another 10 minutes to the owner."),
         ["duty miller", "second miller", "owner"]),
        (("## Bereitschaft\n\nAlarm kommt per SMS an Mühle 1. Quittung innerhalb von 15 Minuten, "
         "sonst Anruf bei Mühle 2, nach weiteren 15 Minuten bei der Leitung Werk."),
         ["Mühle 1", "Mühle 2", "Leitung Werk"]),
        (("## On-call\n\nThe bell rings the primary. After 5 minutes it rings the secondary, after "
         "10 minutes the manager."), ["primary", "secondary", "manager"]),
    ],
)  # fmt: skip
def test_the_sentence_before_tells_who_is_first(
    text: str, names: list[str], words: Vocabulary
) -> None:
    assert [[who for who, _, _ in chain] for chain in chains(text, words)] == [names]


@pytest.mark.parametrize(
    "text",
    [
        "Flour goes to the store after 10 minutes and to the market after 30 minutes.",
        "Logs go to the shed after 2 minutes and to the attic after 60 minutes.",
        "A ticket goes to the desk after 5 minutes, and is closed after 14 days.",
        "The sluice sends water to the primary after 5 seconds, after 60 seconds to the pond.",
    ],
)
def test_what_is_no_alarm_has_no_chain(text: str, words: Vocabulary) -> None:
    assert chains(f"## Flow\n\n{text}", words) == []

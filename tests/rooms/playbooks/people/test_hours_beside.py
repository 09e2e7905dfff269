"""Hours and numbers below one heading, told apart."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import Vocabulary

TEXTS = [
    ("Hours and telephone numbers",
     "Monday to Friday 07:30-18:00 (UK time) somebody is in. Outside these hours:",
     "Nights: lock keeper, 30 minutes to the gate", "UK time"),
    ("Dienst und Durchwahlen",
     "Täglich 7:00–17:30 Uhr ist jemand da (Europe/Vienna). Außerhalb dieser Zeit:",
     "Nachts: Schleusenwärter", "Europe/Vienna"),
    ("Turnos y teléfonos",
     "De lunes a viernes de 8:00 a 20:00 (hora peninsular) hay alguien. El resto del tiempo:",
     "Noches: guardia, localizable", "hora peninsular"),
    ("Orari e numeri",
     "Dal lunedì al venerdì 6:00-22:00 (ora italiana) c'è qualcuno. Fuori orario:",
     "Notti: reperibile in 30 minuti", "ora italiana"),
]  # fmt: skip


@pytest.mark.parametrize(("heading", "opening", "entry", "zone"), TEXTS)
def test_hours_lead_to_a_list_and_numbers_follow(
    heading: str, opening: str, entry: str, zone: str, words: Vocabulary
) -> None:
    table = "| Who | Number |\n|---|---|\n| Keeper | 01632 960 118 |\n| Owner | 01632 960 119 |\n"
    text = f"# Lock\n\n## {heading}\n\n{opening}\n\n- {entry}\n- Holidays: as at night\n\n{table}"
    playbook = compile_playbook(text, words)
    assert playbook.hours is not None
    assert (playbook.hours.first_line, playbook.hours.last_line) == (5, 8)
    assert (len(playbook.hours.entries), playbook.hours.timezone) == (3, zone)
    assert [one.label for one in playbook.contacts] == ["Keeper", "Owner"]


def test_a_sentence_that_only_leads_to_the_list_is_no_entry(words: Vocabulary) -> None:
    text = (
        "# Lock\n\n## On-call\n\nWeek from Monday 9:00 to Monday 9:00, UTC:\n\n"
        "- Weekdays 9:00-19:00: desk\n- Otherwise: keeper\n"
    )
    hours = compile_playbook(text, words).hours
    assert hours is not None
    assert hours.entries == ("Weekdays 9:00-19:00: desk", "Otherwise: keeper")


def test_a_clock_beside_one_number_makes_no_hours_of_the_table(words: Vocabulary) -> None:
    text = (
        "# Lock\n\n## On-call\n\n| Who | Number |\n|---|---|\n| Keeper | 01632 960 118 |\n"
        "| Owner | 01632 960 119 (9:00 to 17:00) |\n| Diver | 01632 960 120 |\n"
    )
    assert compile_playbook(text, words).hours is None

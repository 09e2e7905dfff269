"""Figures that add up to more than was promised, and figures that fit."""

import pytest

from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.plain_judge import found_in

LEVELS = (
    "## Severity levels\n\n| | P1 | P2 |\n|---|---|---|\n| Meaning | gates stuck | lamp out |\n"
    "| Response | 15 min | 1 h |\n| Resolution | {} | 8 h |\n\n"
)


def is_told(text: str, words: Vocabulary) -> bool:
    return "RC628" in {one.code for one in found_in(f"# Lock\n\n{text}\n", words)}


@pytest.mark.parametrize(
    ("promise", "steps", "is_found"),
    [
        ("The RTO is 1 hour.", ["Fill (about 40 min)", "Open (25 min)"], True),
        ("The RTO is 2 hours.", ["Fill (about 40 min)", "Open (25 min)"], False),
        ("The RTO is 1 hour.", ["Fill (about 90 min)", "Open"], False),
        ("The RTO is 1 hour.", ["Fill (every 40 min)", "Open (every 25 min)"], False),
        ("Wiederanlaufzeit: 1 Stunde.", ["Füllen (40 Minuten)", "Öffnen (25 Minuten)"], True),
        ("Délai de rétablissement : 1 heure.", ["Remplir (40 min)", "Ouvrir (25 min)"], True),
        ("Be there in 1 hour.", ["Fill (about 40 min)", "Open (25 min)"], False),
    ],
)
def test_steps_against_the_promise(
    promise: str, steps: list[str], is_found: bool, words: Vocabulary
) -> None:
    listed = "\n".join(f"{at}. {step}" for at, step in enumerate(steps, 1))
    assert is_told(f"## Loss of the basin\n\n{promise}\n\n{listed}", words) is is_found


@pytest.mark.parametrize(
    ("said", "is_found"),
    [
        ("The list is due by 06:00. Alert at 05:50 if it is missing. It takes 30 minutes.", True),
        ("The list is due by 06:00. Alert at 05:00 if it is missing. It takes 30 minutes.", False),
        ("The list is due by 06:00. It takes 30 minutes.", False),
        ("Frist ist 07:00. Entscheiden um 06:40. Die Ersatzliste dauert 45 Minuten.", True),
        ("Frist ist 07:00. Entscheiden um 05:00. Die Ersatzliste dauert 45 Minuten.", False),
        ("À rendre avant 06:00. Alerte à 05:50. La reprise prend 30 minutes.", True),
        ("Debe estar antes de las 06:00. Alerta a las 05:50. La carga tarda 30 minutos.", True),
    ],
)
def test_a_run_before_a_time_of_the_clock(said: str, is_found: bool, words: Vocabulary) -> None:
    assert is_told(f"## List of ships late\n\n{said}", words) is is_found


@pytest.mark.parametrize(
    ("aim", "said", "is_found"),
    [
        ("2 h", "To restore the ledger takes 7 hours.", True),
        ("8 h", "To restore the ledger takes 7 hours.", False),
        ("2 h", "To survey the basin takes 7 hours.", False),
        ("2 h", "Das Wiederherstellen dauert 7 Stunden.", True),
    ],
)
def test_a_restore_against_the_level(
    aim: str, said: str, is_found: bool, words: Vocabulary
) -> None:
    assert is_told(f"{LEVELS.format(aim)}## Copies\n\n{said}", words) is is_found

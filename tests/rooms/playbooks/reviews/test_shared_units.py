"""Two times with one unit, and numbers that are no times."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.reviews.shared_units import as_written, with_units
from runcard.domain.playbooks.vocabulary import Vocabulary

LEVELS = "# T\n\n## Severity levels\n\n- **P1**: all\n- **P2**: some\n\n## Post-mortem\n\n"


@pytest.mark.parametrize(
    ("said", "filled"),
    [("Notes within 4 days, tea within 9.", "Notes within 4 days, tea within 9 days."),
     ("Notes within 4 and tea within 9 days.", "Notes within 4 days and tea within 9 days."),
     ("Bericht binnen 4 Werktagen, Tee binnen 9.",
      "Bericht binnen 4 Werktagen, Tee binnen 9 Werktagen."),
     ("Notes sous 4 jours et thé sous 9", "Notes sous 4 jours et thé sous 9 jours"),
     ("El acta en 4 días; el té en 9 (sala)", "El acta en 4 días; el té en 9 días (sala)"),
     ("Ata em até 4 dias e chá em até 9.", "Ata em até 4 dias e chá em até 9 dias."),
     ("Notes within 4 days in 9 halls.", "Notes within 4 days in 9 halls."),
     ("Notes within 4 days, see table 9.", "Notes within 4 days, see table 9."),
     ("Up to 9.", "Up to 9.")],
)  # fmt: skip
def test_a_unit_is_lent_to_a_number_without_one(said: str, filled: str, words: Vocabulary) -> None:
    assert with_units(said, words) == filled


def test_each_level_has_its_time_in_the_words_of_the_page(words: Vocabulary) -> None:
    text = "Tea talk within 4 business days for P1 and within 9 for P2."
    deadlines = compile_playbook(f"{LEVELS}{text}\n", words).review.deadlines
    assert [(one.within.text, one.within.calendar, one.keys) for one in deadlines] == [
        ("within 4 business days", "business_days:4", ("P1",)),
        ("within 9", "business_days:9", ("P2",)),
    ]


def test_a_phrase_is_cut_to_what_is_written() -> None:
    assert as_written("within 9 days", "tea within 9.") == "within 9"
    assert as_written("soon", "never") == "soon"

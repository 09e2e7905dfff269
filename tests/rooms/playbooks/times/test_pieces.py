"""What commas and joining words keep apart, and what belongs together all the same."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.times.pieces import timed_pieces
from runcard.domain.playbooks.vocabulary import Vocabulary


@pytest.mark.parametrize(
    ("text", "pieces"),
    [("every 20 min, hourly to guests", ["every 20 min", "hourly to guests"]),
     ("every 20 min by phone, by bell, hourly", ["every 20 min by phone, by bell", "hourly"]),
     ("toutes les 5 min en interne", ["toutes les 5 min en interne"]), ("by bell", ["by bell"]),
     ("", [""])],
)  # fmt: skip
def test_a_piece_without_a_time_belongs_to_the_one_before(
    text: str, pieces: list[str], words: Vocabulary
) -> None:
    assert timed_pieces(text, words) == pieces


@pytest.mark.parametrize(
    ("said", "rhythms"),
    [("toutes les 5 min en interne, toutes les heures vers les sauniers", (300, 3600)),
     ("cada 5 min en el canal, cada hora a los clientes", (300, 3600)),
     ("every 5 minutes internally, by bell, hourly to guests", (300, 3600)),
     ("every 5 minutes en masse", (300, None))],
)  # fmt: skip
def test_a_level_tells_a_rhythm_for_each_side(
    said: str, rhythms: tuple[int, int | None], words: Vocabulary
) -> None:
    text = f"# Salt\n\n## Severity\n\n### P1\n\n- **Status updates**: {said}\n\n### P2\n\n- a\n"
    level = compile_playbook(text, words).severities[0]
    found = [
        None if one is None else one.seconds for one in (level.cadence, level.cadence_external)
    ]
    assert tuple(found) == rhythms

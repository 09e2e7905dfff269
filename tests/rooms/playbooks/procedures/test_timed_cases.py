"""Recovery times and the words that say when each of them holds."""

import pytest

from runcard.domain.playbooks.procedures.timed_cases import told_cases
from runcard.domain.playbooks.vocabulary import Vocabulary


@pytest.mark.parametrize(
    ("said", "found"),
    [("8 minutes without the crane, 20 minutes with it.",
      [(480, "without the crane"), (1200, "with it")]),
     ("8 Minuten ohne Kran; 1 Stunde mit Kran", [(480, "ohne Kran"), (3600, "mit Kran")]),
     ("8 min sans la grue, 20 min avec", [(480, "sans la grue"), (1200, "avec")]),
     ("8 minutos sin grúa, 20 minutos con ella", [(480, "sin grúa"), (1200, "con ella")]),
     ("8 minutos sem guindaste, 20 minutos com ele",
      [(480, "sem guindaste"), (1200, "com ele")]),
     ("8 minutes", []), ("8 minutes, by hand", []), ("8 minutes, 20 minutes at night", []),
     ("8 minutes of work, 5 minutes of orders lost", [])],
)  # fmt: skip
def test_each_time_has_its_case(said: str, found: list[tuple[int, str]], words: Vocabulary) -> None:
    cases = [(one.time.seconds, one.case) for one in told_cases(said, 3, words)]
    assert cases == found

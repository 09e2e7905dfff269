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
     ("restart 8 minutes, new pot 1 hour.", [(480, "restart"), (3600, "new pot")]),
     ("8 minutes for a restart and 20 minutes for a new pot",
      [(480, "for a restart"), (1200, "for a new pot")]),
     ("Neustart 8 Minuten, Tausch 20 Minuten", [(480, "Neustart"), (1200, "Tausch")]),
     ("再起動で8分、交換で20分である。", [(480, "再起動"), (1200, "交換")]),
     ("重启 8 分钟，更换 20 分钟。", [(480, "重启"), (1200, "更换")]),
     ("RTO 8 minutes, RPO 5 minutes", []), ("restart 8 minutes, then wait", []),
     ("8 minutes", []), ("8 minutes, by hand", []), ("8 minutes, 20 minutes at night", []),
     ("8 minutes of work, 5 minutes of orders lost", [])],
)  # fmt: skip
def test_each_time_has_its_case(said: str, found: list[tuple[int, str]], words: Vocabulary) -> None:
    cases = [(one.time.seconds, one.case) for one in told_cases(said, 3, words)]
    assert cases == found

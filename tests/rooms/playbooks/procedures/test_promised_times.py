"""How long a repair takes, in a sentence that speaks of nothing but the repair."""

import pytest

from runcard.domain.playbooks.procedures.promised_times import promised_cases, promises
from runcard.domain.playbooks.vocabulary import Vocabulary


@pytest.mark.parametrize(
    ("clause", "is_one"),
    [("New pots come up in 3 to 8 minutes", True), ("Usually takes 20 minutes", True),
     ("Count on 45 minutes", True), ("Dauert meistens 15 Minuten", True),
     ("Rechne mit 45 Minuten", True), ("Se tarda unos 30 minutos", True),
     ("La théière revient d'elle-même au bout de 5 minutes", True),
     ("Prend 5 minutes", True), ("Leva 10 minutos", True), ("重建大约 25 分钟", True),
     ("Reken op 20 minuten", True), ("The tea takes 5 minutes", False),
     ("Der Tee dauert 5 Minuten", False), ("Count on the cook after 5 minutes", False),
     ("If it takes 5 minutes", False), ("El té tarda 5 minutos", False)],
)  # fmt: skip
def test_a_clause_promises_by_its_first_words(clause: str, is_one: bool, words: Vocabulary) -> None:
    assert promises(clause, f"{clause}.", words) is is_one


def test_behind_something_else_a_bare_verb_speaks_of_that(words: Vocabulary) -> None:
    assert not promises("takes 3 hours", "Last resort; takes 3 hours", words)
    assert not promises("dauert 3 Stunden", "Nur zuletzt, dauert 3 Stunden", words)
    assert promises("back within 3 hours", "Last resort; back within 3 hours", words)


@pytest.mark.parametrize(
    ("said", "cases"),
    [("It takes 5 minutes with the crane, 20 minutes by hand.", ["with the crane", "by hand"]),
     ("Dauert 5 Minuten mit Kran, 20 Minuten ohne.", ["mit Kran", "ohne"]),
     ("復旧の目安は、再点火で5分、交換で20分である。", ["再点火", "交換"]),
     ("If it takes 5 minutes with the crane, 20 minutes by hand, ask Ada.", []),
     ("The tea takes 5 minutes with milk, 20 minutes without.", [])],
)  # fmt: skip
def test_a_promise_may_have_cases(said: str, cases: list[str], words: Vocabulary) -> None:
    assert [one.case for one in promised_cases(said, 3, words)] == cases

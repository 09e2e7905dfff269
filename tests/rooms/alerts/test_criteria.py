"""Criteria of a document held against what an alert says."""

import pytest

from runcard.domain.alerts.criteria import (
    Evidence,
    clauses_of,
    criteria_of,
    score,
    stem,
    stems_of,
)
from runcard.domain.alerts.readings import readings_in
from runcard.domain.playbooks.model import Text
from tests.rooms.cards import a_level


def held(criterion: str, said: str) -> int:
    clauses = list(clauses_of(Text(criterion, 1), "P1", 0))
    evidence = Evidence(stems_of(said), said.lower(), tuple(readings_in(said)))
    return max((score(one, evidence) for one in clauses), default=0)


@pytest.mark.parametrize(
    ("word", "same"),
    [("failed", "failures"), ("degraded", "degradation"), ("backups", "backup"),
     ("exhausted", "exhaustion"), ("timeouts", "timeout"), ("régressions", "regression")],
)  # fmt: skip
def test_forms_of_one_word_have_one_stem(word: str, same: str) -> None:
    assert stem(word) == stem(same)


@pytest.mark.parametrize("word", ["loss", "use", "access"])
def test_short_words_and_double_s_stay_what_they_are(word: str) -> None:
    assert stem(word) == word


def test_an_alert_name_is_cut_into_its_words() -> None:
    assert stems_of("DBBackupFailed_total") == {"db", "backup", "fail", "total"}


@pytest.mark.parametrize(
    ("criterion", "said"),
    [
        ("Service down, data loss, security breach", "possible data loss in shard 3"),
        ("Payments fail or tills freeze", "TillsFreezing"),
        ("one two three four five", "one two four five"),
        ("Outage", "there is an outage"),
        ("库存数据错误", "警报：库存数据错误"),
        ("Lag over 30 s", "replica lag is 45 s"),
        ("Queue behind for 10+ minutes", "queue behind since 15 min"),
    ],
)
def test_a_clause_is_met(criterion: str, said: str) -> None:
    assert held(criterion, said) > 0


@pytest.mark.parametrize(
    ("criterion", "said"),
    [
        ("No data loss", "data loss"),
        ("Non-critical errors", "critical errors"),
        ("one two three four five six", "one two three four"),
        ("Some users", "some users wait"),
        ("Down", "host down"),
        ("錯", "錯誤"),
        ("Lag over 30 s", "replica lag is 5 s"),
        ("Lag over 30 s", "nothing to see for 45 s"),
        ("Slow and heavy lag over 30 s", "lag"),
    ],
)
def test_a_clause_is_not_met(criterion: str, said: str) -> None:
    assert held(criterion, said) == 0


def test_a_met_threshold_is_more_specific_than_words() -> None:
    assert held("High error rate (>5%)", "error rate 9%") > held(
        "Error rate high", "error rate high"
    )


def test_definitions_and_examples_are_both_criteria() -> None:
    level = a_level("P0", definition=Text("tills are dead", 4), examples=(Text("lost orders", 5),))
    assert [(one.key, one.rank, one.line) for one in criteria_of((level, a_level("P1")))] == [
        ("P0", 0, 4), ("P0", 0, 5)
    ]  # fmt: skip

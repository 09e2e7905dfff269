"""A value may say more than its time; two times are never read as one."""

import pytest

from runcard.domain.playbooks.times.clauses import Promised, promises_in, read_promises
from runcard.domain.playbooks.vocabulary import Vocabulary


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("10 minutes, day and night", 600),
        ("10 minutes in office hours, 30 minutes otherwise", 600),
        ("10 minutes, in exam weeks also at night, otherwise 07:00 to 23:00", 600),
        ("dès que possible, au plus tard 2 h", 7200),
        ("sofort, spätestens 15 Minuten", 900),
    ],
)
def test_a_time_beside_remarks(value: str, seconds: int, words: Vocabulary) -> None:
    (clause,) = read_promises(value, 1, ("response",), words)
    assert isinstance(clause, Promised)
    assert clause.time.seconds == seconds


@pytest.mark.parametrize("value", ["10 minutes by day, 30 by night", "fast, but never at night"])
def test_two_times_or_none_stay_unread(value: str, words: Vocabulary) -> None:
    clauses = read_promises(value, 1, ("response",), words)
    assert not any(isinstance(clause, Promised) for clause in clauses)


@pytest.mark.parametrize(
    "value", ["when the ticket changes", "une fois résolu", "sobald es etwas gibt"]
)
def test_a_rhythm_may_be_an_event(value: str, words: Vocabulary) -> None:
    (clause,) = read_promises(value, 1, ("cadence",), words)
    assert isinstance(clause, Promised)
    assert (clause.time.calendar, clause.time.text) == ("event", value)


@pytest.mark.parametrize(
    ("value", "concept"),
    [("when the ticket changes", "response"), ("when needed, if needed", "cadence")],
)
def test_a_wish_is_no_event_and_an_event_no_response(
    value: str, concept: str, words: Vocabulary
) -> None:
    clauses = read_promises(value, 1, (concept,), words)
    assert not any(isinstance(clause, Promised) for clause in clauses)


@pytest.mark.parametrize(
    ("sentence", "promised"),
    [
        ("Respond within 4 hours, business hours.",
         [("response", "within 4 hours, business hours")]),
        ("Reaktion binnen 4 Stunden, während der Dienstzeit", [
            ("response", "binnen 4 Stunden, während der Dienstzeit")]),
        ("Respond within 10 min, 24/7", [("response", "within 10 min")]),
        ("Acknowledge within 2 h, in office hours, fixed within 3 days",
         [("acknowledge", "within 2 h, in office hours"), ("resolution", "within 3 days")]),
    ],
)  # fmt: skip
def test_hours_of_work_behind_a_time_belong_to_it(
    sentence: str, promised: list[tuple[str, str]], words: Vocabulary
) -> None:
    assert list(promises_in(sentence, words)) == promised


@pytest.mark.parametrize(
    "value",
    ["every 30 min until mitigated, then hourly", "alle 30 Minuten, danach stündlich",
     "toutes les 30 min puis toutes les heures"],
)  # fmt: skip
def test_of_two_rhythms_in_turn_the_first(value: str, words: Vocabulary) -> None:
    (clause,) = read_promises(value, 1, ("cadence",), words)
    assert isinstance(clause, Promised)
    assert clause.time.seconds == 1800


def test_two_rhythms_side_by_side_stay_open(words: Vocabulary) -> None:
    found = read_promises("every 30 min or every hour", 1, ("cadence",), words)
    assert not any(isinstance(one, Promised) for one in found)


@pytest.mark.parametrize(
    ("sentence", "promise"),
    [("fix it within 4 hours", ("resolution", "within 4 hours")),
     ("atención el siguiente día hábil", ("response", "el siguiente día hábil"))],
)  # fmt: skip
def test_a_small_word_between_name_and_time(
    sentence: str, promise: tuple[str, str], words: Vocabulary
) -> None:
    ((concept, said),) = promises_in(sentence, words)
    assert concept == promise[0]
    assert said in promise[1]


def test_a_rhythm_with_its_sign_behind(words: Vocabulary) -> None:
    for value, seconds in (("30分毎", 1800), ("半日毎", 43200)):
        (clause,) = read_promises(value, 1, ("cadence",), words)
        assert isinstance(clause, Promised)
        assert clause.time.seconds == seconds

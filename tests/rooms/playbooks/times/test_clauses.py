"""A value may say more than its time; two times are never read as one."""

import pytest

from runcard.domain.playbooks.times.clauses import Promised, concepts_of, read_promises
from runcard.domain.playbooks.times.grammar import read_time
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
    "value",
    ["when the ticket changes", "une fois résolu", "sobald es etwas gibt", "状況が変わったとき",
     "情况有变时", "wenn sich die Lage ändert", "quand la situation change", "cuando algo cambie",
     "quando a situação mudar"],
)  # fmt: skip
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
    "value",
    ["every 30 min until mitigated, then hourly", "alle 30 Minuten, danach stündlich",
     "toutes les 30 min puis toutes les heures", "30 min, then hourly",
     "30 Min., danach stündlich"],
)  # fmt: skip
def test_of_two_rhythms_in_turn_the_first(value: str, words: Vocabulary) -> None:
    (clause,) = read_promises(value, 1, ("cadence",), words)
    assert isinstance(clause, Promised)
    assert clause.time.seconds == 1800


def test_what_is_told_once_before_a_rhythm_is_none(words: Vocabulary) -> None:
    for value in ("within 30 min, then hourly", "at once, then hourly"):
        (clause,) = read_promises(value, 1, ("cadence",), words)
        assert isinstance(clause, Promised)
        assert clause.time.seconds == 3600


def test_two_rhythms_side_by_side_stay_open(words: Vocabulary) -> None:
    found = read_promises("every 30 min or every hour", 1, ("cadence",), words)
    assert not any(isinstance(one, Promised) for one in found)


def test_a_rhythm_with_its_sign_behind(words: Vocabulary) -> None:
    for value, seconds in (("30分毎", 1800), ("半日毎", 43200)):
        (clause,) = read_promises(value, 1, ("cadence",), words)
        assert isinstance(clause, Promised)
        assert clause.time.seconds == seconds


@pytest.mark.parametrize(
    ("value", "concept", "seconds", "calendar"),
    [
        ("9 minutes - wake the miller", "response", 540, None),
        ("< 2 h OU antes das 11:00", "response", 7200, None),
        ("9 min ack", "acknowledge", 540, None),
        ("9 min ack, mill house only if it lasts", "acknowledge", 540, None),
        ("End-of-business-day triage", "response", None, "same_business_day"),
        ("下次发版", "response", None, "next_release"),
        ("next major release", "response", None, "next_release"),
    ],
)
def test_a_time_and_what_is_done_by_it(
    value: str, concept: str, seconds: int | None, calendar: str | None, words: Vocabulary
) -> None:
    (clause,) = read_promises(value, 1, ("response",), words)
    assert isinstance(clause, Promised)
    assert (clause.concept, clause.time.seconds, clause.time.calendar) == (
        concept,
        seconds,
        calendar,
    )


@pytest.mark.parametrize(
    ("value", "is_read"),
    [("On-call starts within 5 min", True), ("Ring the cook within 5 min", False)],
)
def test_the_name_of_whoever_is_on_call_is_no_call(
    value: str, is_read: bool, words: Vocabulary
) -> None:
    (said,) = read_promises(value, 1, ("response",), words)
    assert isinstance(said, Promised) is is_read


def test_what_explains_a_name_comes_after_it(words: Vocabulary) -> None:
    assert concepts_of("First-response SLO (acknowledged)", words) == ("response",)
    assert concepts_of("Target (acknowledge)", words) == ("acknowledge",)


def test_when_something_is_told_is_no_promise_of_it(words: Vocabulary) -> None:
    (found,) = read_promises("at start, on mitigation, at resolution", 1, ("cadence",), words)
    assert isinstance(found, Promised)
    assert (found.concept, found.time.calendar) == ("cadence", "event")


@pytest.mark.parametrize(
    ("said", "calendar"),
    [("on the next business day", "next_business_day"), ("in the next release", "next_release"),
     ("al siguiente día hábil", "next_business_day"), ("im nächsten Release", "next_release"),
     ("au prochain jour ouvré", "next_business_day"), ("en el próximo release", "next_release"),
     ("no próximo dia útil", "next_business_day"),
     ("nächster Bankarbeitstag", "next_business_day"), ("à la prochaine version", "next_release")],
)  # fmt: skip
def test_on_the_next_day_or_in_the_next_release(
    said: str, calendar: str, words: Vocabulary
) -> None:
    time = read_time(said, 1, words)
    assert time is not None
    assert time.calendar == calendar


@pytest.mark.parametrize(
    ("value", "calendar"),
    [
        ("2 horas, en horario de atención", "business_hours"),
        ("2 horas, dentro del horario de atención", "business_hours"),
        ("2 horas, atención por teléfono", None),
        ("2 horas, con cita", None),
    ],
)
def test_hours_that_hold_the_name_of_a_promise(
    value: str, calendar: str | None, words: Vocabulary
) -> None:
    (told,) = read_promises(value, 1, ("resolution",), words)
    assert isinstance(told, Promised)
    assert (told.time.seconds, told.time.calendar) == (7200, calendar)

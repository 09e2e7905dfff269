"""Times in prose are read by a grammar; what it does not fully know is no time."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runcard.domain.playbooks.times.grammar import Span, is_silent, one_promise, read_time, spans_in
from runcard.domain.playbooks.times.tokens import Kind
from runcard.domain.playbooks.vocabulary import Vocabulary

MINUTE, HOUR, DAY, WEEK = 60, 3600, 86400, 604800

CLOCK = [
    ("30 minutes", 30 * MINUTE),
    ("15min", 15 * MINUTE),
    ("15-minute", 15 * MINUTE),
    ("< 5 minutes", 5 * MINUTE),
    ("≤ 2 h", 2 * HOUR),
    ("up to 20 minutes", 20 * MINUTE),
    ("within 2 hours", 2 * HOUR),
    ("24h", 24 * HOUR),
    ("1 h 30", 90 * MINUTE),
    ("3 h 10 min", 190 * MINUTE),
    ("1,5 h", 90 * MINUTE),
    ("half an hour", 30 * MINUTE),
    ("half hour", 30 * MINUTE),
    ("in mezz'ora", 30 * MINUTE),
    ("one week", WEEK),
    ("Immediate", 0),
    ("immediately", 0),
    ("Immediate (5 minutes)", 5 * MINUTE),
    ("Immediate (< 2 min)", 2 * MINUTE),
    ("Immediate response required (within 2 minutes)", 2 * MINUTE),
    ("4 hours (240 min)", 4 * HOUR),
    ("every 30 mins", 30 * MINUTE),
    ("every half hour", 30 * MINUTE),
    ("every hour", HOUR),
    ("each minute", MINUTE),
    ("hourly", HOUR),
    ("at least every 20 minutes", 20 * MINUTE),
    ("mindestens alle 20 Minuten", 20 * MINUTE),
    ("twice a day", DAY // 2),
    ("1 month", 30 * DAY),
    ("1 quarter", 90 * DAY),
    ("1 year", 365 * DAY),
    ("sofort", 0),
    ("15 Min.", 15 * MINUTE),
    ("2 Std.", 2 * HOUR),
    ("innerhalb von 10 Minuten", 10 * MINUTE),
    ("toutes les 30 minutes", 30 * MINUTE),
    ("moins de 2 heures", 2 * HOUR),
    ("menos de 5 minutos", 5 * MINUTE),
    ("a cada 15 minutos", 15 * MINUTE),
    ("de hora em hora", HOUR),
    ("15 分钟内", 15 * MINUTE),
    ("每 15 分钟一次", 15 * MINUTE),
    ("15分以内", 15 * MINUTE),
    ("１５分ごと", 15 * MINUTE),
    ("1日1回", DAY),
    ("2 周内", 2 * WEEK),
    ("10 분 이내", 10 * MINUTE),
    ("30 минут", 30 * MINUTE),
    ("15 minuti", 15 * MINUTE),
    ("2 uur", 2 * HOUR),
    ("45 dakika", 45 * MINUTE),
]

BOUNDS = [
    ("15-30 min", 15 * MINUTE, 30 * MINUTE),
    ("0–5 min", 0, 5 * MINUTE),
    ("15 to 30 minutes", 15 * MINUTE, 30 * MINUTE),
    ("30分〜1時間", 30 * MINUTE, HOUR),
    ("30+ minutes", 30 * MINUTE, None),
    ("> 1 hour", HOUR, None),
    ("more than 2 days", 2 * DAY, None),
    ("plus d'une heure", HOUR, None),
]

CALENDAR = [
    ("Next business day", "next_business_day", None),
    ("nächster Werktag", "next_business_day", None),
    ("翌営業日", "next_business_day", None),
    ("same day", "same_business_day", None),
    ("by end of day", "same_business_day", None),
    ("within 3 business days", "business_days:3", None),
    ("até 3 dias úteis", "business_days:3", None),
    ("sous 10 jours ouvrés", "business_days:10", None),
    ("best effort", "best_effort", None),
    ("next sprint", "next_release", None),
    ("4 hours (office hours only)", "business_hours", 4 * HOUR),
    ("4 horas hábiles", "business_hours", 4 * HOUR),
    ("2 business hours", "business_hours", 2 * HOUR),
]

NOT_UNDERSTOOD = [
    "4 hours (200 min)",
    "",
    "Yes",
    "soonish",
    "30",
    "P1",
    "30 parsecs",
    "30 min via pager",
    "within 30 min, then hourly",
    "15 min or 2 hours",
    "next business day or best effort",
    "every",
    "page the lead within 5 minutes",
    "5 %",
    "v2 min",
    "9999999 minutes",
    "1 h 70",
    "1 h 30 days",
    "10-20",
    "10 to lunch",
    "3 周期",
    "2 주기",
    "minutes " * 200,
]


@pytest.mark.parametrize(("phrase", "seconds"), CLOCK)
def test_a_time_on_the_clock_is_counted_in_seconds(
    phrase: str, seconds: int, words: Vocabulary
) -> None:
    time = read_time(phrase, 7, words)
    assert time is not None
    assert (time.seconds, time.min_seconds, time.calendar) == (seconds, None, None)
    assert (time.text, time.line) == (phrase, 7)


@pytest.mark.parametrize(("phrase", "least", "most"), BOUNDS)
def test_a_range_keeps_both_bounds(
    phrase: str, least: int, most: int | None, words: Vocabulary
) -> None:
    time = read_time(phrase, 1, words)
    assert time is not None
    assert (time.min_seconds, time.seconds) == (least, most)


@pytest.mark.parametrize(("phrase", "calendar", "seconds"), CALENDAR)
def test_a_calendar_phrase_invents_no_seconds(
    phrase: str, calendar: str, seconds: int | None, words: Vocabulary
) -> None:
    time = read_time(phrase, 1, words)
    assert time is not None
    assert (time.calendar, time.seconds) == (calendar, seconds)


@pytest.mark.parametrize("phrase", NOT_UNDERSTOOD)
def test_a_phrase_not_fully_understood_is_no_time(phrase: str, words: Vocabulary) -> None:
    assert read_time(phrase, 1, words) is None


def test_the_times_of_a_sentence_know_what_led_to_them(words: Vocabulary) -> None:
    spans = spans_in("Post every 20 minutes, close within 2 hours, call after 1 h.", words)
    assert [span.seconds for span in spans] == [20 * MINUTE, 2 * HOUR, HOUR]
    assert [span.leads for span in spans] == [{Kind.EVERY}, {Kind.UNDER}, {Kind.AFTER}]
    assert [span.is_period for span in spans] == [True, False, False]


def test_a_word_for_about_may_stand_between(words: Vocabulary) -> None:
    assert [span.seconds for span in spans_in("within about 5 minutes", words)] == [300]


def test_the_words_of_a_span_are_a_piece_of_its_line(words: Vocabulary) -> None:
    text = "Watch the gauge for 15-30 minutes, then go home"
    (span,) = spans_in(text, words)
    assert span.value(text, 3).text in text


def test_two_numbers_make_no_promise() -> None:
    assert one_promise([Span(0, 1, 60), Span(2, 3, 120)]) is None


def test_nothing_makes_no_promise() -> None:
    assert one_promise([]) is None


@pytest.mark.parametrize(("cell", "silent"), [("-", True), ("–", True), ("", True), ("5", False)])
def test_a_dash_is_silent(cell: str, silent: bool) -> None:
    assert is_silent(cell) is silent


@given(st.text(max_size=500))
def test_any_text_is_read_without_an_error(words: Vocabulary, text: str) -> None:
    time = read_time(text, 1, words)
    assert time is None or time.seconds is None or time.seconds >= 0
    assert all(0 <= span.start < span.end <= len(text) for span in spans_in(text, words))


@given(count=st.integers(1, 999), unit=st.sampled_from(["min", "hours", "days"]))
def test_a_number_with_a_unit_is_that_many(words: Vocabulary, count: int, unit: str) -> None:
    seconds = {"min": MINUTE, "hours": HOUR, "days": DAY}[unit]
    time = read_time(f"{count} {unit}", 1, words)
    assert time is not None
    assert time.seconds == count * seconds


@given(low=st.integers(1, 50), more=st.integers(1, 50))
def test_the_bounds_of_a_range_are_in_order(words: Vocabulary, low: int, more: int) -> None:
    time = read_time(f"{low}-{low + more} minutes", 1, words)
    assert time is not None
    assert time.min_seconds == low * MINUTE
    assert time.seconds == (low + more) * MINUTE


@given(st.text(alphabet=st.characters(categories=["Lu", "Ll"]), min_size=4, max_size=12))
def test_an_unknown_word_beside_a_time_spoils_it(words: Vocabulary, stranger: str) -> None:
    known = f"{stranger}zq 10 minutes"
    assert read_time(known, 1, words) is None


def test_a_word_between_the_number_and_its_unit(words: Vocabulary) -> None:
    for text in ("after 10 more minutes", "nach 10 weiteren Minuten"):
        (span,) = spans_in(text, words)
        assert span.seconds == 600


@pytest.mark.parametrize("phrase", ["1 h / next business day", "30 min／翌営業日", "NBD / 4 h"])
def test_a_number_and_a_day_at_a_slash_are_two_times(phrase: str, words: Vocabulary) -> None:
    assert read_time(phrase, 1, words) is None


@pytest.mark.parametrize("phrase", ["4 h / business hours", "4 h, business hours", "4 h BH"])
def test_hours_of_work_belong_to_the_number(phrase: str, words: Vocabulary) -> None:
    time = read_time(phrase, 1, words)
    assert time is not None
    assert (time.seconds, time.calendar) == (4 * HOUR, "business_hours")


@pytest.mark.parametrize(
    ("said", "seconds"), [("within fourteen (14) days", 14 * DAY), ("9 (nine) minutes", 540)]
)
def test_a_number_in_words_and_in_digits_is_one(said: str, seconds: int, words: Vocabulary) -> None:
    (span,) = spans_in(said, words)
    assert span.seconds == seconds


@pytest.mark.parametrize(
    ("text", "seconds", "calendar"),
    [
        ("24시간 이내", 86400, None),
        ("within 24 hours", 86400, None),
        ("Same operating hour", None, "business_hours"),
        ("Same operating day", None, "same_business_day"),
    ],
)
def test_a_day_of_hours(
    text: str, seconds: int | None, calendar: str | None, words: Vocabulary
) -> None:
    found = read_time(text, 1, words)
    assert found is not None
    assert (found.seconds, found.calendar) == (seconds, calendar)


def test_both_ends_of_a_range_may_count_from_the_start(words: Vocabulary) -> None:
    for said in ("T+1h to T+2h", "T+1h - T+2h", "t+1 h bis t+2 h"):
        (span,) = spans_in(f"{said}: pump", words)
        assert (span.min_seconds, span.seconds) == (HOUR, 2 * HOUR)
    assert [span.seconds for span in spans_in("T+1h, then T+2h", words)] == [HOUR, 2 * HOUR]


@pytest.mark.parametrize(
    ("text", "seconds"),
    [("Head: <kind of tea> – <day>", []), ("<week of the flood>", []), ("< 1 day", [86400]),
     ("<2 h", [7200]), ("Answer < day", [86400])],
)  # fmt: skip
def test_a_gap_in_angle_brackets_is_no_time(
    text: str, seconds: list[int], words: Vocabulary
) -> None:
    assert [span.seconds for span in spans_in(text, words)] == seconds


@pytest.mark.parametrize(
    ("said", "seconds"),
    [("De três em três meses", 7776000), ("de duas em duas semanas", 1209600),
     ("de dos en dos horas", 7200), ("de quinze em quinze minutos", 900),
     ("2x täglich", 43200), ("3 x weekly", 201600), ("jeden ersten Montag im Quartal", 7776000),
     ("todos os meses", 2592000), ("todas as semanas", 604800), ("todas las semanas", 604800)],
)  # fmt: skip
def test_a_number_said_twice_is_a_period(said: str, seconds: int, words: Vocabulary) -> None:
    (span,) = spans_in(said, words)
    assert (span.seconds, span.is_period) == (seconds, True)


def test_another_thing_said_twice_is_none(words: Vocabulary) -> None:
    assert not any(span.is_period for span in spans_in("de cais em cais em 3 dias", words))
    assert [span.seconds for span in spans_in("2 boats daily, 0x daily", words)] == [86400, 86400]


@pytest.mark.parametrize(
    "said",
    ["in den ersten 15 Minuten", "dans les premières 15 minutes", "en los primeros 15 minutos",
     "nos primeiros 15 minutos"],
)  # fmt: skip
def test_in_the_first_minutes_is_a_limit(said: str, words: Vocabulary) -> None:
    (span,) = spans_in(said, words)
    assert (span.start, span.seconds, Kind.UNDER in span.leads) == (0, 900, True)

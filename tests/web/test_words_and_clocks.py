"""Small judgements of the screen: moods, chips, times and words."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from runcard.domain.incidents.clocks import Clock, ClockKind
from runcard.domain.people.zones import zone_named
from runcard.domain.playbooks.card import Mark
from runcard.interfaces.web.civil_time import Civil
from runcard.interfaces.web.clock_faces import Mood, face
from runcard.interfaces.web.safe_markdown import as_html
from runcard.interfaces.web.wording import chip, in_words, listed

NOW = datetime(2026, 11, 21, 2, 22, tzinfo=UTC)
PARIS = Civil(ZoneInfo("Europe/Paris"), NOW)


@pytest.mark.parametrize(
    ("due", "met", "mood", "words"),
    [
        (600, None, Mood.CALM, "in 10 min"),
        (160, None, Mood.SOON, "in 2 min 40 s"),
        (0, None, Mood.SOON, "now"),
        (-250, None, Mood.OVER, "overdue 4 min 10 s"),
        (600, -60, Mood.KEPT, "kept"),
        (-120, -60, Mood.MISSED, "missed by 1 min"),
    ],
)
def test_a_clock_has_a_mood_and_words(due: int, met: int | None, mood: Mood, words: str) -> None:
    met_at = None if met is None else NOW + timedelta(seconds=met)
    clock = Clock(ClockKind.UPDATE, NOW + timedelta(seconds=due), met_at, "every 20 min", Mark())
    shown = face(clock, NOW, NOW - timedelta(minutes=20))
    assert (shown.mood, shown.words) == (mood, words)


def test_an_acknowledgement_says_how_long_it_took() -> None:
    opened = NOW - timedelta(seconds=48)
    clock = Clock(ClockKind.ACKNOWLEDGE, NOW + timedelta(minutes=4), NOW, "5 min", Mark(line=13))
    assert face(clock, NOW, opened).words == "kept, after 48 s"


def test_an_immediate_promise_is_due_now_and_never_overdue() -> None:
    opened = NOW - timedelta(minutes=3)
    clock = Clock(ClockKind.RESPOND, opened, None, "Immediate response", Mark(line=15))
    assert (face(clock, NOW, opened).mood, face(clock, NOW, opened).words) == (Mood.SOON, "now")
    met = replace(clock, met_at=opened + timedelta(seconds=70))
    assert (face(met, NOW, opened).tone, face(met, NOW, opened).words) == ("", "after 1 min 10 s")


def test_monitoring_is_a_wait_and_never_amber() -> None:
    clock = Clock(ClockKind.MONITORING, NOW + timedelta(minutes=3), None, "20 min", Mark())
    shown = face(clock, NOW, NOW)
    assert (shown.mood, shown.words) == (Mood.CALM, "ends in 3 min")


@pytest.mark.parametrize(
    ("rank", "levels", "bars", "treatment"),
    [
        (0, 4, 4, "filled"), (1, 4, 3, "washed"), (2, 4, 2, "inked"), (3, 4, 1, "soft"),
        (0, 2, 2, "filled"), (1, 2, 1, "soft"), (0, 6, 6, "filled"), (3, 6, 3, "inked"),
        (0, 0, 1, "filled"), (0, 9, 6, "filled"),
    ],
)  # fmt: skip
def test_a_severity_has_bars_and_one_treatment(
    rank: int, levels: int, bars: int, treatment: str
) -> None:
    drawn = chip("SEV", rank, levels)
    assert (drawn.bars, drawn.treatment) == (bars, treatment)


def test_times_are_the_teams_own_and_utc_is_said_once() -> None:
    assert PARIS.at(NOW) == "03:22"
    assert PARIS.with_zone(NOW) == "03:22 CET (02:22 UTC)"
    assert PARIS.at(NOW + timedelta(days=4)) == "Wed 03:22"
    assert PARIS.at(NOW + timedelta(days=40)) == "Thu 31 Dec 03:22"
    assert Civil(zone_named("Nowhere/Land"), NOW).with_zone(NOW) == "02:22 UTC"
    assert Civil(zone_named("Europe/London"), NOW).with_zone(NOW) == "02:22 GMT"


def test_distances_are_said_in_words() -> None:
    assert PARIS.until(NOW + timedelta(seconds=160)) == "in 2 min 40 s"
    assert PARIS.until(NOW - timedelta(minutes=4)) == "4 min ago"
    assert PARIS.until(NOW) == "now"
    assert PARIS.since(NOW - timedelta(minutes=21, seconds=18)) == "21 min"


def test_counts_are_words_as_far_as_people_say_them() -> None:
    assert [in_words(0), in_words(3), in_words(13), in_words(1200)] == [
        "no", "three", "13", "1,200"
    ]  # fmt: skip
    assert listed(["a", "b", "c"]) == "a, b and c"


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        "[x](javascript:alert(1))",
        "<img src=x onerror=alert(1)>",
        "![x](http://elsewhere.example/pixel.png)",
        '[x](http://a.example "t" onclick=1)',
    ],
)
def test_markdown_of_others_does_nothing(hostile: str) -> None:
    html = as_html(hostile)
    assert "<script" not in html
    assert "<img" not in html
    assert 'href="javascript' not in html


def test_headings_of_a_review_stand_below_the_pages_own() -> None:
    assert as_html("# A\n\n##### B") == "<h3>A</h3>\n<h6>B</h6>\n"

"""The document first, then the team file, then our defaults; each promise says whose it is."""

from datetime import timedelta

import pytest

from runcard.domain.playbooks.card import Card, Mark, Within
from runcard.domain.playbooks.model import (
    Cadence,
    CadencePlace,
    Playbook,
    ReviewDeadline,
    ReviewRules,
    Runbook,
    Severity,
    Text,
    TimeValue,
)
from runcard.domain.playbooks.promises import promises, severity_display
from tests.rooms.cards import a_card, a_level, a_playbook, a_team, a_time

HALF_HOUR = timedelta(minutes=30)


def of(level: Severity, **parts: object) -> Card:
    return a_card(a_playbook(level, **parts))


def span(within: Within | None) -> timedelta | None:
    return None if within is None else within.span


def test_what_the_document_says_is_promised_with_its_line() -> None:
    level = a_level("SEV1", "15 min", acknowledge=a_time("5 min", 8), cadence=a_time("10 min", 9))
    promised = promises(of(level, monitoring=a_time("1 h", 40)), "SEV1")
    assert promised.respond == Within(timedelta(minutes=15), None, "15 min", Mark(7))
    assert promised.acknowledge == Within(timedelta(minutes=5), None, "5 min", Mark(8))
    assert promised.update_every == Within(timedelta(minutes=10), None, "10 min", Mark(9))
    assert promised.monitoring == Within(timedelta(hours=1), None, "1 h", Mark(40))
    assert promised.severity is level
    assert promised.rank == 0


def test_an_acknowledgement_is_owed_within_the_response_time_unless_the_document_says() -> None:
    promised = promises(of(a_level("SEV1", "15 min")), "SEV1")
    assert span(promised.acknowledge) == timedelta(minutes=15)
    assert promised.acknowledge is not None
    assert str(promised.acknowledge.mark) == "not from your document, our default"


def test_an_acknowledgement_later_than_the_response_is_left_as_it_is() -> None:
    promised = promises(of(a_level("SEV1", "now", acknowledge=a_time("15 min"))), "SEV1")
    assert span(promised.respond) == timedelta(0)
    assert span(promised.acknowledge) == timedelta(minutes=15)


def test_no_response_is_invented_where_an_acknowledgement_is_stated() -> None:
    promised = promises(of(a_level("P1", acknowledge=a_time("5 min"))), "P1")
    assert promised.respond is None
    assert span(promised.acknowledge) == timedelta(minutes=5)


def test_silence_about_times_gives_our_defaults_by_rank() -> None:
    card = a_card(a_playbook(*(a_level(f"P{rank}") for rank in range(5))))
    spans = [span(promises(card, f"P{rank}").respond) for rank in range(5)]
    assert spans == [timedelta(minutes=15), HALF_HOUR, *[timedelta(hours=4)] * 3]
    cadences = [span(promises(card, f"P{rank}").update_every) for rank in range(3)]
    assert cadences == [HALF_HOUR, timedelta(minutes=60), None]


def test_the_team_file_speaks_where_the_document_is_silent() -> None:
    team = a_team(defaults={
        "acknowledge": "2m", "respond": "8m", "update_every": ["20m", "none"],
        "review_within": "3d", "monitoring": "45m",
    })  # fmt: skip
    card = a_card(a_playbook(a_level("P0"), a_level("P1"), a_level("P2")), team=team)
    promised = promises(card, "P0")
    found = (promised.acknowledge, promised.respond, promised.update_every, promised.review)
    assert [span(one) for one in found] == [
        timedelta(minutes=2), timedelta(minutes=8), timedelta(minutes=20), timedelta(days=3)
    ]  # fmt: skip
    assert {one.mark.by for one in found if one is not None} == {"team file"}
    assert span(promised.monitoring) == timedelta(minutes=45)
    assert promises(card, "P1").update_every is None
    assert promises(card, "P2").update_every is None


def test_our_acknowledgement_follows_the_team_files_response() -> None:
    card = a_card(a_playbook(a_level("P0")), team=a_team(defaults={"respond": "8m"}))
    acknowledge = promises(card, "P0").acknowledge
    assert acknowledge is not None
    assert acknowledge.mark.by == "team file"


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (TimeValue("> 4 hours", 3, None, min_seconds=14400), timedelta(hours=4)),
        (TimeValue("10-15 min", 3, 900, min_seconds=600), timedelta(minutes=15)),
    ],
)
def test_a_bound_from_below_is_the_promise_only_where_there_is_no_other(
    said: TimeValue, expected: timedelta
) -> None:
    assert span(promises(of(a_level("P0", said)), "P0").respond) == expected


def cadence(every: str, *keys: str, scope: str = "document") -> Cadence:
    return Cadence(a_time(every), scope, keys)


def test_a_cadence_that_names_the_level_beats_a_general_one() -> None:
    said = (cadence("15 min"), cadence("1 h", "P1"), cadence("45 min", "P1"))
    card = a_card(a_playbook(a_level("P0", "now"), a_level("P1", "1 h"), cadences=said))
    assert span(promises(card, "P0").update_every) == timedelta(minutes=15)
    assert span(promises(card, "P1").update_every) == timedelta(minutes=45)


def contradicted(other: str, place: CadencePlace) -> Within | None:
    """A level that says 15 min itself, beside another statement that names it."""
    own = a_level("P0", "now", cadence=a_time("15 min", 9))
    said = (
        Cadence(a_time("15 min", 9), "P0", ("P0",), CadencePlace.LEVEL),
        Cadence(a_time(other, 90), "elsewhere", ("P0",), place),
    )
    return promises(of(own, cadences=said), "P0").update_every


@pytest.mark.parametrize(("other", "minutes", "line"), [("10 min", 10, 90), ("20 min", 15, 9)])
def test_the_stricter_of_two_cadences_of_a_level_drives_the_clock(
    other: str, minutes: int, line: int
) -> None:
    every = contradicted(other, CadencePlace.TEXT)
    assert every is not None
    assert (every.span, every.mark) == (timedelta(minutes=minutes), Mark(line))


@pytest.mark.parametrize(
    "place", [CadencePlace.WAR_ROOM, CadencePlace.RUNBOOK, CadencePlace.MESSAGE]
)
def test_a_cadence_of_another_scope_does_not_drive_the_clock(place: CadencePlace) -> None:
    assert span(contradicted("5 min", place)) == timedelta(minutes=15)


def test_an_update_at_every_change_has_no_period() -> None:
    card = of(a_level("P0", "now"), cadences=(cadence("event", "P0"), cadence("15 min")))
    every = promises(card, "P0").update_every
    assert every is not None
    assert (every.span, every.calendar) == (None, "event")


def test_a_general_cadence_asks_nothing_of_a_level_that_wakes_nobody() -> None:
    card = of(a_level("P3", "next_business_day"), cadences=(cadence("15 min"),))
    assert promises(card, "P3").update_every is None


def test_a_cadence_inside_a_runbook_holds_for_the_failure_it_is_about() -> None:
    book = Runbook("Complete outage", 50)
    said = (cadence("10 min", scope="Complete outage runbook"),)
    worst = a_level("P0", "now", definition=Text("complete outage for everybody", 4))
    other = a_level("P1", "1 h", definition=Text("one feature is slow", 5))
    card = a_card(a_playbook(worst, other, cadences=said, runbooks=(book,)))
    assert span(promises(card, "P0").update_every) == timedelta(minutes=10)
    assert span(promises(card, "P1").update_every) == timedelta(minutes=60)
    bare = of(a_level("P0", "now"), cadences=said, runbooks=(book,))
    assert span(promises(bare, "P0").update_every) == HALF_HOUR


def deadline(within: str, *keys: str, optional: bool = False) -> ReviewDeadline:
    return ReviewDeadline(a_time(within), "document", keys, optional)


def review(rules: ReviewRules, key: str = "P0") -> Within | None:
    levels = [a_level(name, "1 h") for name in ("P0", "P1", "P2")]
    return promises(a_card(a_playbook(*levels, review=rules)), key).review


def test_the_strictest_review_deadline_of_the_level_is_due() -> None:
    said = (deadline("7 d", "P0"), deadline("business_days:2", "P0"), deadline("1 d"))
    found = review(ReviewRules(said))
    assert found is not None
    assert found.calendar == "business_days:2"
    assert span(review(ReviewRules(said), "P1")) == timedelta(days=1)


@pytest.mark.parametrize("calendar", ["same_business_day", "next_business_day"])
def test_a_day_of_the_calendar_beats_a_week(calendar: str) -> None:
    found = review(ReviewRules((deadline("7 d"), deadline(calendar), deadline("event"))))
    assert found is not None
    assert found.calendar == calendar


def test_an_optional_review_is_not_due() -> None:
    rules = ReviewRules((deadline("1 d", "P0"), deadline("event", "P1", optional=True)))
    assert review(rules, "P1") is None
    assert review(rules, "P2") is None


def test_no_review_is_due_where_the_document_asks_for_other_levels() -> None:
    rules = ReviewRules((deadline("2 d"),), required_for=("P0",))
    assert span(review(rules)) == timedelta(days=2)
    assert review(rules, "P1") is None


def test_silence_about_reviews_gives_five_business_days_to_the_two_worst_levels() -> None:
    found = [review(ReviewRules(), key) for key in ("P0", "P1", "P2")]
    assert [None if one is None else one.calendar for one in found] == [
        "business_days:5", "business_days:5", None,
    ]  # fmt: skip


def test_a_required_review_without_a_deadline_takes_our_deadline() -> None:
    found = review(ReviewRules(required_for=("P2",)), "P2")
    assert found is not None
    assert not found.mark.is_from_document


def test_a_provisional_incident_has_the_promises_of_the_worst_level() -> None:
    card = a_card()
    assert promises(card, None) == promises(card, "SEV1")
    assert promises(card, "SEV9") == promises(card, "SEV1")


def test_a_provisional_incident_pages_even_where_the_worst_level_would_not() -> None:
    card = of(a_level("P0", "next_business_day"))
    assert promises(card, None).pages
    assert not promises(card, "P0").pages
    assert promises(card, "P0").why_silent == "response: next_business_day"


def test_a_document_without_levels_still_promises() -> None:
    promised = promises(a_card(Playbook(None, None, ())), None)
    assert promised.severity is None
    assert promised.pages
    assert span(promised.respond) == timedelta(minutes=15)


@pytest.mark.parametrize(
    ("level", "shown"),
    [
        (a_level("SEV1", name="Critical"), "SEV1 Critical"),
        (a_level("SEV1"), "SEV1"),
        (a_level("High", name="HIGH"), "High"),
    ],
)
def test_a_severity_is_shown_as_the_document_writes_it(level: Severity, shown: str) -> None:
    assert severity_display(of(level), level.key) == shown
    assert severity_display(of(level), None) == shown


def test_a_severity_of_no_document_is_shown_by_its_key() -> None:
    empty = a_card(Playbook(None, None, ()))
    assert severity_display(empty, "P1") == "P1"
    assert severity_display(empty, None) == "severity not set"


def test_a_row_that_joins_levels_answers_for_each() -> None:
    card = a_card(
        a_playbook(a_level("P1", "1 h"), a_level("P3/P4", "4 h", joined_keys=("P3", "P4")))
    )
    assert promises(card, "P4").rank == 1

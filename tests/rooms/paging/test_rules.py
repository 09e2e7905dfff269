"""By which ways somebody is woken, and until when."""

from datetime import timedelta

import pytest

from runcard.domain.incidents.model import State
from runcard.domain.paging.model import PageState
from runcard.domain.paging.rules import plan, still_needed
from runcard.domain.people.model import Person, Way
from runcard.kernel.ids import PersonId

EMAIL, HOOK = Way("email", "ada@fernway.example"), Way("webhook", "https://hooks.fernway.example")
PHONE, CONSOLE = Way("dev_phone", "ada"), Way("console", "ada")


def tries(*ways: Way, urgent: bool = True) -> list[tuple[str, int]]:
    ada = Person(PersonId("ada"), "Ada Osei", ways)
    return [(one.way.kind, int(one.after.total_seconds())) for one in plan(ada, urgent=urgent)]


def test_the_first_way_goes_at_once_and_each_next_a_minute_later() -> None:
    assert tries(EMAIL, HOOK, EMAIL) == [("email", 0), ("webhook", 60), ("email", 120)]


def test_the_console_and_the_dev_phone_go_at_once_and_delay_nobody() -> None:
    assert tries(EMAIL, CONSOLE, HOOK, PHONE) == [
        ("console", 0), ("dev_phone", 0), ("email", 0), ("webhook", 60)
    ]  # fmt: skip


def test_what_is_not_urgent_goes_by_one_way() -> None:
    assert tries(EMAIL, PHONE, HOOK, urgent=False) == [("dev_phone", 0), ("email", 0)]


def test_somebody_without_ways_has_no_tries() -> None:
    assert tries() == []


def test_three_ways_fit_into_the_shortest_wait() -> None:
    last = plan(Person(PersonId("a"), "A", (EMAIL, HOOK, EMAIL)), urgent=True)[-1]
    assert last.after < timedelta(minutes=5)


@pytest.mark.parametrize(
    ("page", "incident", "needed"),
    [
        (PageState.OPEN, State.OPEN, True),
        (PageState.OPEN, State.ACKNOWLEDGED, True),
        (PageState.OPEN, State.RESOLVED, False),
        (PageState.ANSWERED, State.OPEN, False),
        (PageState.WITHDRAWN, State.OPEN, False),
    ],
)
def test_a_message_goes_out_only_while_its_page_is_open(
    page: PageState, incident: State, needed: bool
) -> None:
    assert still_needed(page, incident) is needed

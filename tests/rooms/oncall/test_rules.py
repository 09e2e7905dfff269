"""Who is on call."""

from runcard.domain.oncall.rules import who_is_on_call
from runcard.domain.people.model import Schedule
from runcard.kernel.ids import PersonId
from tests.rooms.cards import NIGHT


def test_the_first_of_a_static_list_is_on_call_at_any_time() -> None:
    people = (PersonId("ada"), PersonId("bram"))
    assert who_is_on_call(Schedule("primary", people), NIGHT) == "ada"


def test_nobody_is_on_call_by_an_empty_list() -> None:
    assert who_is_on_call(Schedule("primary", ()), NIGHT) is None

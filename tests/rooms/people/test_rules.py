"""A contact plan that would fail at three in the morning is said before."""

from runcard.domain.people.model import Way
from runcard.domain.people.rules import faults_of_plan, wakes
from tests.rooms.cards import a_team


def test_a_sane_plan_has_no_faults() -> None:
    assert faults_of_plan(a_team(fallback=["bram"])) == ()


def test_ways_that_stay_on_the_machine_wake_nobody() -> None:
    assert wakes(Way("email", "ada@fernway.example"))
    assert not wakes(Way("dev_phone", "ada"))


def test_people_who_cannot_be_reached_are_named() -> None:
    team = a_team(
        people={"ada": {"name": "Ada"}, "cem": {"name": "Cem", "phone": "dev", "console": True},
                "idle": {}},
        on_call={"primary": ["ada"]}, groups={}, fallback=["cem"],
    )  # fmt: skip
    assert faults_of_plan(team) == (
        "Ada may be paged and has no way to be reached; add an email",
        "Cem is only reached by dev_phone, console, which stays on this machine; add an email",
    )


def test_empty_lists_are_named() -> None:
    team = a_team(on_call={"primary": []}, fallback=[])
    assert faults_of_plan(team) == (
        "nobody is on call for primary",
        "the fallback list is empty: a name bound to nobody would page nobody",
    )

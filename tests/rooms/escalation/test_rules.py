"""Whom to wake when nobody answers: the rungs of a level, one step after another."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runcard.domain.escalation.model import (
    EndsWith,
    EscalationPolicy,
    Exhausted,
    Level,
    Needless,
    Notify,
)
from runcard.domain.escalation.rules import Standing, next_step, policy_for, reach
from runcard.domain.playbooks.card import Card, Mark
from runcard.domain.playbooks.defaults import FALLBACK
from tests.rooms.cards import NIGHT, a_card, a_chain, a_level, a_playbook, a_team, titles

ACK, RES = EndsWith.ACKNOWLEDGEMENT, EndsWith.RESOLUTION


def minutes(count: int) -> timedelta:
    return timedelta(minutes=count)


def rung(title: str, after: int, ends_with: EndsWith = ACK) -> Level:
    return Level(title, minutes(after), ends_with, Mark(3))


THREE = EscalationPolicy((rung("ada", 0), rung("bo", 5), rung("head", 30, RES)), wait=minutes(5))


def at(count: int, *, acknowledged: bool = False, resolved: bool = False) -> Standing:
    return Standing(NIGHT, NIGHT + minutes(count), acknowledged, resolved)


def chained(*steps: tuple[str, str | None, str | None], respond: str = "15 min") -> Card:
    return a_card(a_playbook(a_level("SEV1", respond), chains=(a_chain(*steps),)))


def test_the_first_rung_is_told_at_once_and_the_second_after_its_wait() -> None:
    decided = next_step(THREE, 0, at(0))
    assert decided == Notify(THREE.levels[0], 0, 1, NIGHT + minutes(5))


def test_an_acknowledgement_makes_rungs_that_wait_for_it_needless() -> None:
    decided = next_step(THREE, 1, at(5, acknowledged=True))
    assert decided == Needless("somebody acknowledged", 2, NIGHT + minutes(30))


def test_a_rung_until_the_resolution_is_told_after_an_acknowledgement_too() -> None:
    assert next_step(THREE, 2, at(30, acknowledged=True)) == Notify(THREE.levels[2], 2, None, None)


def test_nothing_is_told_after_the_resolution() -> None:
    decided = next_step(THREE, 2, at(30, acknowledged=True, resolved=True))
    assert decided == Needless("the incident is resolved", None, None)


def test_a_second_round_begins_one_wait_after_the_last_unanswered_rung() -> None:
    decided = next_step(THREE, 2, at(30))
    assert isinstance(decided, Notify)
    assert (decided.next_step, decided.next_at) == (3, NIGHT + minutes(30))


def test_a_rung_until_the_resolution_is_told_in_the_first_round_only() -> None:
    decided = next_step(THREE, 4, at(15))
    assert isinstance(decided, Notify)
    assert (decided.next_step, decided.next_at) == (6, NIGHT + minutes(20))


def test_after_the_last_round_it_is_said_that_nobody_answers() -> None:
    last = next_step(THREE, 7, at(25))
    assert isinstance(last, Notify)
    assert (last.next_step, last.next_at) == (9, NIGHT + minutes(30))
    assert next_step(THREE, 9, at(30)) == Exhausted(3)


def test_a_level_that_pages_nobody_has_nothing_to_do() -> None:
    decided = next_step(EscalationPolicy(()), 0, at(0))
    assert decided == Needless("this level pages nobody", None, None)


def test_after_the_engine_was_away_each_rung_still_gets_its_wait() -> None:
    policy = EscalationPolicy((rung("ada", 0), rung("bo", 5), rung("cy", 10)))
    decided = next_step(policy, 0, at(60))
    assert isinstance(decided, Notify)
    assert decided.next_at == NIGHT + minutes(65)


def test_after_the_engine_was_away_what_lasts_too_long_is_told_at_once() -> None:
    decided = next_step(THREE, 1, at(60))
    assert isinstance(decided, Notify)
    assert decided.next_at == NIGHT + minutes(60)


@given(
    delays=st.lists(st.tuples(st.integers(0, 90), st.booleans()), min_size=1, max_size=6),
    answered=st.integers(0, 400),
)
def test_an_escalation_always_ends_and_never_goes_back_in_time(
    delays: list[tuple[int, bool]], answered: int
) -> None:
    rungs = [rung(str(n), after, RES if res else ACK) for n, (after, res) in enumerate(delays)]
    policy = EscalationPolicy((rung("first", 0), *sorted(rungs, key=lambda one: one.after)))
    step: int | None = 0
    now, steps = NIGHT, 0
    while step is not None:
        is_answered = now >= NIGHT + minutes(answered)
        decided = next_step(policy, step, Standing(NIGHT, now, is_answered, False))
        steps += 1
        assert steps <= len(policy.levels) * policy.rounds + 1
        if isinstance(decided, Exhausted) or decided.next_at is None:
            break
        assert decided.next_at >= now
        assert decided.next_step is not None
        assert decided.next_step > step
        step, now = decided.next_step, decided.next_at


def test_the_policy_follows_the_documents_chain() -> None:
    card = chained(("On-Call Engineer", None, None), ("Team Lead", None, None))
    policy = policy_for(card, "SEV1")
    assert [(one.title, one.after, one.mark.line) for one in policy.levels] == [
        ("On-Call Engineer", minutes(0), 30), ("Team Lead", minutes(15), 31)
    ]  # fmt: skip
    assert policy.wait == minutes(15)
    assert policy.first_again_after is None


def test_immediate_calls_the_first_again_after_five_minutes() -> None:
    card = chained(("On-Call", None, None), ("Team Lead", None, None), respond="now")
    policy = policy_for(card, "SEV1")
    assert policy.first_again_after == minutes(5)
    assert [(one.title, one.after) for one in policy.levels] == [
        ("On-Call", minutes(0)), ("Team Lead", minutes(5)), ("On-Call", minutes(5))
    ]  # fmt: skip


def test_a_provisional_severity_calls_the_first_responder_and_nobody_else() -> None:
    card = chained(("On-Call", None, None), ("Team Lead", None, None))
    assert titles(policy_for(card, None).levels) == ["On-Call"]


def test_a_document_without_levels_has_its_whole_chain() -> None:
    card = a_card(a_playbook(chains=(a_chain(("On-Call", None, None), ("Lead", None, None)),)))
    assert titles(policy_for(card, None).levels) == ["On-Call", "Lead"]


def test_a_level_that_wakes_nobody_has_no_rungs() -> None:
    assert policy_for(chained(respond="next_business_day"), "SEV1").levels == ()


@pytest.mark.parametrize(
    ("bind", "people"),
    [
        ({"Team Lead": "bram"}, ("bram",)),
        ({"Team Lead": "on-call: primary"}, ("ada",)),
        ({"Team Lead": ["leads", "ada", "bram"]}, ("bram", "cem", "ada")),
    ],
)
def test_a_title_reaches_the_people_behind_it(bind: object, people: tuple[str, ...]) -> None:
    reached = reach(a_card(team=a_team(bind=bind)), "the Team Lead", NIGHT)
    assert reached.people == people
    assert reached.problem is None


@pytest.mark.parametrize(
    ("more", "problem"),
    [
        ({}, "CTO is bound to nobody in the team file"),
        ({"bind": {"CTO": "words: see the wiki"}}, "CTO is bound to words, not to a person"),
        (
            {"bind": {"CTO": "on-call: empty"}, "on_call": {"empty": []}},
            "CTO is bound to a list with nobody on it now",
        ),
    ],
)
def test_a_title_nobody_stands_behind_pages_the_fallback_and_says_so(
    more: dict[str, object], problem: str
) -> None:
    reached = reach(a_card(team=a_team(**more)), "CTO", NIGHT)
    assert reached.people == ("cem",)
    assert reached.problem == problem


def test_the_fallback_list_is_reached_by_its_title() -> None:
    assert reach(a_card(), FALLBACK, NIGHT).people == ("cem",)


def test_nobody_at_all_is_said_and_never_hidden() -> None:
    card = a_card(team=a_team(fallback=[]))
    assert reach(card, FALLBACK, NIGHT).problem == "the fallback list is empty: nobody can be paged"
    reached = reach(card, "CTO", NIGHT)
    assert reached.people == ()
    assert reached.problem == (
        "CTO is bound to nobody in the team file; the fallback list is empty: nobody can be paged"
    )


def test_a_person_who_left_the_team_file_is_not_behind_a_title() -> None:
    card = a_card(team=a_team(bind={"CTO": "bram"}))
    left = {name: one for name, one in card.team.people.items() if name != "bram"}
    gone = a_card(team=a_team(people={name: {} for name in left}, on_call={}, groups={}))
    team = type(card.team)(
        people=gone.team.people, bindings=card.team.bindings, fallback=card.team.fallback
    )
    assert reach(a_card(team=team), "CTO", NIGHT).people == ("cem",)
    lost = type(card.team)(people={}, bindings=a_team(bind={"X": "on-call: primary"}).bindings)
    assert reach(a_card(team=lost), "X", NIGHT).people == ()

"""The rungs of one level, out of every form in which documents write them."""

from dataclasses import replace
from datetime import timedelta

import pytest

from runcard.domain.escalation.model import EndsWith
from runcard.domain.escalation.rules import policy_for
from runcard.domain.people.model import TeamFile
from runcard.domain.playbooks.card import Card
from runcard.domain.playbooks.model import EscalationChain
from tests.rooms.cards import a_card, a_chain, a_level, a_playbook, a_team, a_time, texts, titles

Step = tuple[str, str | None, str | None]
Told = tuple[str, int, EndsWith]
ACK, RES = EndsWith.ACKNOWLEDGEMENT, EndsWith.RESOLUTION


def card_of(*chains: EscalationChain, team: TeamFile | None = None) -> Card:
    levels = (a_level("SEV1", "15 min"), a_level("SEV2", "1 h"))
    return a_card(a_playbook(*levels, chains=chains), team=team)


def told(card: Card, key: str = "SEV1") -> list[Told]:
    return [
        (one.title, round(one.after.total_seconds() / 60), one.ends_with)
        for one in policy_for(card, key).levels
    ]


def test_a_rung_that_waits_for_the_trouble_to_last_is_told_on_silence_too() -> None:
    card = card_of(a_chain(("On-Call", None, None), ("Lead", "if not resolved", "1 h")))
    assert told(card) == [("On-Call", 0, ACK), ("Lead", 15, ACK), ("Lead", 60, RES)]


def test_a_chain_that_speaks_of_silence_gets_no_rungs_of_ours() -> None:
    card = card_of(a_chain(
        ("On-Call", None, None), ("Second", "no answer", "10 min"), ("Lead", "not fixed", "1 h")
    ))  # fmt: skip
    assert told(card) == [("On-Call", 0, ACK), ("Second", 10, ACK), ("Lead", 60, RES)]


def test_a_rung_with_nothing_but_a_time_is_told_then_whoever_answered() -> None:
    card = card_of(a_chain(("On-Call", None, None), ("Lead", "after 30 min", "30 min")))
    assert told(card) == [("On-Call", 0, ACK), ("Lead", 30, RES)]


def test_rungs_without_a_time_follow_one_wait_after_another() -> None:
    card = card_of(a_chain(("On-Call", None, None), ("Lead", "", None), ("Head", None, None)))
    assert told(card) == [("On-Call", 0, ACK), ("Lead", 15, ACK), ("Head", 30, ACK)]


def test_a_rung_of_other_severities_is_left_out() -> None:
    card = card_of(a_chain(("On-Call", None, None), ("Lead", "SEV1 incidents", None)))
    assert titles(policy_for(card, "SEV1").levels) == ["On-Call", "Lead"]
    assert titles(policy_for(card, "SEV2").levels) == ["On-Call"]


def test_a_rung_only_a_person_can_judge_is_left_to_people() -> None:
    card = card_of(
        a_chain(("On-Call", None, None), ("CTO", "data loss", None)),
        a_chain(("Lawyer", "if the press calls", None), ("Vendor", None, "45 min"), ordered=False),
    )
    policy = policy_for(card, "SEV1")
    assert titles(policy.levels) == ["On-Call"]
    assert titles(policy.left_to_people) == ["CTO", "Lawyer"]


def test_an_unordered_list_with_times_is_a_chain() -> None:
    card = card_of(a_chain(("Lead", None, "20 min"), ("Head", None, "40 min"), ordered=False))
    assert told(card) == [("On-Call", 0, ACK), ("Lead", 20, RES), ("Head", 40, RES)]


def test_a_list_of_contacts_is_no_chain() -> None:
    card = card_of(a_chain(("Head", "for great trouble", None), ordered=False))
    assert told(card) == [("On-Call", 0, ACK), ("Fallback list", 15, ACK)]


def test_where_silence_is_a_reason_to_escalate_the_first_of_the_list_is_told() -> None:
    listed = a_chain(
        ("Head", "for trouble", None), ("CEO", "for great trouble", None), ordered=False
    )
    levels = (a_level("SEV1", "15 min"),)
    reasons = texts("customers complain", "not acknowledged within response time")
    card = a_card(a_playbook(*levels, chains=(listed,), triggers=reasons))
    assert told(card) == [("On-Call", 0, ACK), ("Head", 15, ACK)]
    assert policy_for(card, "SEV1").levels[1].mark.line == 30
    assert "CEO" in titles(policy_for(card, "SEV1").left_to_people)


def test_other_reasons_to_escalate_are_for_people() -> None:
    listed = a_chain(("Head", "for great trouble", None), ordered=False)
    levels = (a_level("SEV1", "15 min"),)
    card = a_card(a_playbook(*levels, chains=(listed,), triggers=texts("customers complain")))
    assert told(card) == [("On-Call", 0, ACK), ("Fallback list", 15, ACK)]


def test_the_team_files_chain_stands_in_for_the_documents() -> None:
    card = card_of(team=a_team(defaults={"chain": ["Second", "Head"]}))
    assert told(card) == [("On-Call", 0, ACK), ("Second", 15, ACK), ("Head", 30, ACK)]
    assert {one.mark.by for one in policy_for(card, "SEV1").levels[1:]} == {"team file"}


def test_the_levels_own_list_follows_the_chain() -> None:
    level = a_level("SEV1", "15 min", escalation=texts("CEO", "the lead"))
    chain = a_chain(("On-Call", None, None), ("Lead", None, None))
    card = a_card(a_playbook(level, chains=(chain,)))
    assert told(card) == [("On-Call", 0, ACK), ("Lead", 15, ACK), ("CEO", 30, ACK)]


def test_the_levels_own_list_is_the_chain_where_there_is_no_other() -> None:
    level = a_level("SEV1", "15 min", escalation=texts("Head", "CEO"))
    assert told(a_card(a_playbook(level))) == [
        ("On-Call", 0, ACK), ("Head", 15, ACK), ("CEO", 30, ACK)
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("step", "first"),
    [
        (("On-Call Engineer", "primary responder", None), "On-Call Engineer"),
        (("Bridge Officer", None, None), "On-Call"),
        (("Control desk", "at once", "now"), "On-Call"),
        (("当番", None, None), "当番"),
    ],
)
def test_the_chains_first_title_is_its_word_for_the_on_call(step: Step, first: str) -> None:
    levels = policy_for(card_of(a_chain(step, ("Head", None, None))), "SEV1").levels
    assert titles(levels) == [first, "Head"]
    assert levels[0].mark.line == 30


@pytest.mark.parametrize(
    "step",
    [("Engineering Manager", None, None), ("Second", "no answer", "10 min"),
     ("On-Call", "SEV2 only", None)],
)  # fmt: skip
def test_a_chain_that_begins_higher_is_preceded_by_the_on_call(step: Step) -> None:
    levels = policy_for(card_of(a_chain(step)), "SEV1").levels
    assert levels[0].title == "On-Call"
    assert not levels[0].mark.is_from_document


def test_a_manager_with_a_schedule_behind_them_may_be_first() -> None:
    team = a_team(bind={"Duty Manager": "on-call: primary"})
    card = card_of(a_chain(("Duty Manager", None, None), ("CEO", None, None)), team=team)
    assert titles(policy_for(card, "SEV1").levels) == ["Duty Manager", "CEO"]


def test_the_shorter_of_response_and_acknowledgement_is_the_wait() -> None:
    early = a_level("SEV1", "30 min", acknowledge=a_time("10 min"))
    late = a_level("SEV2", "30 min", acknowledge=a_time("2 h"))
    card = a_card(a_playbook(early, late))
    assert policy_for(card, "SEV1").wait == timedelta(minutes=10)
    assert policy_for(card, "SEV2").wait == timedelta(minutes=30)


def test_a_chain_of_the_level_goes_before_one_for_all() -> None:
    for_all = a_chain(("On-Call", None, None), ("Mate", None, "5 min"))
    own = replace(a_chain(("On-Call", None, None), ("Head", None, "20 min")), keys=("SEV1",))
    card = card_of(for_all, own)
    assert told(card, "SEV1") == [("On-Call", 0, ACK), ("Head", 20, RES)]
    assert told(card, "SEV2") == [("On-Call", 0, ACK), ("Mate", 5, RES)]


def test_a_level_climbs_the_chain_that_is_written_for_it() -> None:
    worst = replace(a_chain(("On-Call", None, None), ("Head", None, "20 min")), keys=("SEV1",))
    other = replace(a_chain(("On-Call", None, None), ("Lead", None, "40 min")), keys=("sev-2",))
    card = card_of(worst, other)
    assert told(card, "SEV1") == [("On-Call", 0, ACK), ("Head", 20, RES)]
    assert told(card, "SEV2") == [("On-Call", 0, ACK), ("Lead", 40, RES)]

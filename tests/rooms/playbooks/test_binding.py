"""The names a document uses, and who or what they are here."""

import pytest

from runcard.domain.people.model import GroupTarget, PersonTarget, ScheduleTarget, Words
from runcard.domain.playbooks.binding import (
    Need,
    NeedKind,
    bound,
    is_first_responder,
    is_told_later,
    needs,
)
from runcard.domain.playbooks.model import Contact, Playbook, Role, Template
from runcard.kernel.ids import PersonId
from tests.rooms.cards import a_chain, a_level, a_playbook, a_team, texts

ADA, BRAM = PersonTarget(PersonId("ada")), PersonTarget(PersonId("bram"))
PRIMARY = ScheduleTarget("primary")


@pytest.mark.parametrize(
    "name",
    ["Team Lead", "the team leads", "TEAM-LEAD (day)", "Stock Team Lead"],
)
def test_a_name_is_found_by_itself_or_by_one_inside_the_other(name: str) -> None:
    assert bound(a_team(bind={"Team Lead": "bram"}), name) == (BRAM,)


def test_the_longer_of_two_names_that_fit_is_meant() -> None:
    team = a_team(bind={"Engineer": "ada", "Platform Engineer": "bram"})
    assert bound(team, "Senior Platform Engineer") == (BRAM,)


def test_a_manager_is_not_whoever_is_on_call() -> None:
    team = a_team(bind={"On-Call": "on-call: primary", "Manager": "bram"})
    assert bound(team, "On-Call Manager") == (BRAM,)
    assert bound(team, "On-Call Engineer (Primary)") == (PRIMARY,)


def test_a_schedule_group_or_person_of_that_name_needs_no_binding() -> None:
    team = a_team(on_call={"primary": ["ada"], "secondary": ["bram"]})
    assert bound(team, "The Secondary") == (ScheduleTarget("secondary"),)
    assert bound(team, "Leads") == (GroupTarget("leads", (BRAM.person, PersonId("cem"))),)
    assert bound(team, "Ada Osei") == bound(team, "ada") == (ADA,)


def test_a_name_nobody_bound_is_nobody() -> None:
    assert bound(a_team(), "CTO") == ()


def test_the_only_schedule_is_the_on_call() -> None:
    assert bound(a_team(on_call={"tills": ["ada"]}), "On-Call") == (ScheduleTarget("tills"),)
    two = {"tills": ["ada"], "shops": ["bram"]}
    assert bound(a_team(on_call=two), "On-Call") == ()
    assert bound(a_team(on_call={**two, "primary": ["ada"]}), "On-Call") == (PRIMARY,)


@pytest.mark.parametrize(
    "name",
    ["On-Call Engineer", "oncall", "Primary", "Guardia primaria", "plantonista", "当番", "值班员",
     "Techniker vom Dienst", "Ingénieur d'astreinte", "First responder"],
)  # fmt: skip
def test_first_responders_are_known_in_many_languages(name: str) -> None:
    assert is_first_responder(name)


@pytest.mark.parametrize(
    "name",
    ["CTO", "On-Call Manager", "Secondary on-call", "副当番", "Deputy duty officer", "DBA", "运维"],
)
def test_those_who_are_told_later_are_no_first_responders(name: str) -> None:
    assert not is_first_responder(name)


def test_managers_and_second_lines_are_told_later() -> None:
    assert is_told_later("VP of Engineering")
    assert is_told_later("技术总监")
    assert not is_told_later("Bridge Officer")


def test_every_name_of_the_document_is_needed_once_with_all_its_lines() -> None:
    playbook = a_playbook(
        a_level("SEV1", "15 min", escalation=texts("The CTO", line=11)),
        chains=(a_chain(("On-Call", None, None), ("CTO", None, None)),),
        roles=(Role("Incident Commander", 40), Role("CTO", 41)),
        contacts=(
            Contact("CTO", "+44 1234", "phone", False, 60),
            Contact("DBA", "[phone]", "phone", True, 61),
            Contact("Chat", "#stock", "chat", False, 62),
            Contact("Status page", "https://status.fernway.example", "url", False, 63),
            Contact("Wiki", "https://wiki.fernway.example", "url", False, 64),
            Contact("Chat later", " ", "chat", False, 65),
        ),
        templates=(Template("Notice", 70, "customers", "", 71),),
    )  # fmt: skip
    found = needs(playbook)
    assert found == (
        Need("CTO", NeedKind.TITLE, (11, 31, 41, 60), "+44 1234"),
        Need("On-Call", NeedKind.TITLE, (30,)),
        Need("Incident Commander", NeedKind.ROLE, (40,)),
        Need("DBA", NeedKind.CONTACT, (61,)),
        Need("#stock", NeedKind.CHANNEL, (62,), "#stock"),
        Need("Status page", NeedKind.STATUS_PAGE, (63,), "https://status.fernway.example"),
        Need("Wiki", NeedKind.CONTACT, (64,), "https://wiki.fernway.example"),
        Need("Chat later", NeedKind.CONTACT, (65,)),
        Need("customers", NeedKind.AUDIENCE, (70,)),
    )
    assert [need.is_a_person for need in found[:4]] == [True, True, True, False]


def test_channels_hosts_and_variables_are_found_where_they_stand() -> None:
    lines = (
        "# Title", "Write to #stock-alarm, see [the list](#levels).", "```sh",
        "#not-a-channel", "curl https://[domain]/x -H $API_KEY <host> <name>", "```",
        "Tell #stock-alarm again.",
    )  # fmt: skip
    assert needs(Playbook(None, None, lines)) == (
        Need("#stock-alarm", NeedKind.CHANNEL, (2, 7), "#stock-alarm"),
        Need("[domain]", NeedKind.HOST, (5,)),
        Need("API_KEY", NeedKind.VARIABLE, (5,)),
        Need("<host>", NeedKind.HOST, (5,)),
    )


def test_words_may_stand_behind_a_name() -> None:
    assert bound(a_team(bind={"#stock": "words: #fernway-stock"}), "#stock") == (
        Words("#fernway-stock"),
    )

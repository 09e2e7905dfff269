"""Every promise of a document beside who keeps it, and what is missing."""

from dataclasses import replace

from runcard.domain.escalation.readiness import Held, missing, readiness, to_mend
from runcard.domain.escalation.rules import policy_for
from runcard.domain.people.model import ScheduleTarget, TeamFile
from runcard.domain.playbooks.card import Card
from runcard.domain.playbooks.model import Contact, Role
from tests.rooms.cards import NIGHT, a_card, a_chain, a_level, a_playbook, a_team

DOCUMENT = a_playbook(
    a_level("SEV1", "15 min", name="Critical"),
    a_level("SEV3", "next_business_day", line=14),
    chains=(a_chain(("On-Call", None, None), ("CTO", None, None)),),
    roles=(Role("Scribe", 40), Role("Second on-call scribe", 41)),
    contacts=(
        Contact("DBA", "[phone]", "phone", True, 60), Contact("Chat", "#stock", "chat", False, 61),
        Contact("Vendor", "+44 1234", "phone", False, 62),
    ),
)  # fmt: skip
NOBODY_HAS_A_WAY = {"ada": {"name": "Ada Osei"}, "bram": {}, "cem": {"name": "Cem"}}


def names(team: TeamFile) -> dict[str, Held]:
    return {one.what: one for one in readiness(a_card(DOCUMENT, team=team), NIGHT).names}


def level(name: str, card: Card) -> dict[str, Held]:
    return {one.what: one for one in dict(readiness(card, NIGHT).levels)[name]}


def mend(card: Card) -> list[str]:
    policies = [policy_for(card, one.key) for one in card.playbook.severities]
    return list(to_mend(card, policies, NIGHT))


def test_clocks_hold_by_themselves_and_ours_say_so() -> None:
    found = level("SEV1 Critical", a_card(DOCUMENT))
    assert (found["respond"].to, found["respond"].place) == ("15 min", "L7")
    assert found["update"].holds
    assert found["update"].place == "not from your document, our default"


def test_a_level_that_wakes_nobody_says_so_and_calls_nobody() -> None:
    found = level("SEV3", a_card(DOCUMENT))
    assert found["page"].to == "nobody, as it says: response: next_business_day"
    assert found["page"].holds
    assert "update" not in found
    assert not any(what.startswith("call") for what in found)


def test_a_document_without_levels_has_the_promises_of_our_defaults() -> None:
    found = level("severity not set", a_card(a_playbook()))
    assert found["respond"].to == "15 min"
    assert found["call at once"].to == "On-Call: Ada Osei"


def test_a_rung_names_who_stands_in_for_nobody() -> None:
    found = level("SEV1 Critical", a_card(DOCUMENT))
    assert found["call at once"].to == "On-Call: Ada Osei"
    later = found["call after 15 min"]
    assert not later.holds
    assert later.to == "CTO: nobody (CTO is bound to nobody in the team file); instead Cem"


def test_a_rung_that_only_a_person_can_judge_is_shown_with_its_condition() -> None:
    chain = a_chain(("On-Call", None, None), ("CTO", "if customers lose money", None))
    card = a_card(a_playbook(a_level("SEV1", "15 min"), chains=(chain,)))
    assert not level("SEV1", card)["call if a person says so (if customers lose money)"].holds


def test_a_title_nobody_stands_behind_does_not_hold() -> None:
    cto = names(a_team())["CTO"]
    assert (cto.to, cto.kind, cto.holds, cto.place) == ("nobody", "escalation title", False, "L31")
    words = names(a_team(bind={"CTO": "words: see the wiki"}))["CTO"]
    assert words.to == "see the wiki: CTO is bound to words, not to a person"
    assert not words.holds


def test_a_title_with_somebody_behind_it_holds() -> None:
    cto = names(a_team(bind={"CTO": ["bram", "leads"]}))["CTO"]
    assert (cto.to, cto.holds) == ("Bram O., leads (Bram O., Cem)", True)


def test_somebody_without_any_way_does_not_hold() -> None:
    cto = names(a_team(people=NOBODY_HAS_A_WAY, bind={"CTO": "cem"}))["CTO"]
    assert (cto.to, cto.holds) == ("Cem: Cem has no way to be reached", False)


def test_a_role_that_nobody_is_woken_for_may_be_taken_during_the_incident() -> None:
    scribe = names(a_team())["Scribe"]
    assert (scribe.to, scribe.holds) == ("nobody (taken during the incident)", True)
    mute = names(a_team(people=NOBODY_HAS_A_WAY, bind={"Scribe": "cem"}))["Scribe"]
    assert mute.to == "Cem: Cem has no way to be reached (taken during the incident)"
    assert mute.holds


def test_a_role_that_is_the_first_responder_must_be_woken() -> None:
    document = a_playbook(a_level("SEV1"), roles=(Role("Duty officer", 40),))
    nobody = a_card(document, team=a_team(on_call={}))
    assert [need.name for need in missing(nobody, NIGHT)] == ["Duty officer"]
    assert missing(a_card(document), NIGHT) == []


def test_a_role_that_is_an_escalation_title_too_must_be_woken() -> None:
    chain = a_chain(("On-Call", None, None), ("Scribe", None, None))
    document = a_playbook(a_level("SEV1"), chains=(chain,), roles=(Role("Scribe", 40),))
    assert [need.name for need in missing(a_card(document), NIGHT)] == ["Scribe"]


def test_other_names_are_words_of_the_document_or_of_the_team_file() -> None:
    found = names(a_team(bind={"DBA": ["words: +44 99", "bram"]}))
    assert found["DBA"].to == "+44 99, Bram O."
    assert found["#stock"].to == "#stock (the document says so)"
    assert found["Vendor"].to == "+44 1234 (the document says so)"
    assert not names(a_team())["DBA"].holds


def test_an_empty_fallback_list_does_not_hold() -> None:
    held = names(a_team())["Fallback list"]
    assert (held.to, held.place, held.holds) == ("Cem", "team file", True)
    empty = names(a_team(fallback=[]))["Fallback list"]
    assert empty.to == "nobody (the fallback list is empty: nobody can be paged)"
    assert not empty.holds
    assert not names(a_team(people=NOBODY_HAS_A_WAY))["Fallback list"].holds


def test_a_schedule_that_is_gone_has_nobody() -> None:
    gone = replace(a_team(), bindings={"cto": (ScheduleTarget("old"),)})
    assert names(gone)["CTO"].to == "old (now nobody): CTO is bound to a list with nobody on it now"


def test_a_document_is_ready_when_every_promise_holds() -> None:
    bound = a_team(bind={"CTO": "bram", "DBA": "bram"})
    assert readiness(a_card(DOCUMENT, team=bound), NIGHT).is_ready
    assert not readiness(a_card(DOCUMENT), NIGHT).is_ready


def test_only_what_makes_a_page_fall_back_is_to_be_mended() -> None:
    assert mend(a_card(DOCUMENT)) == [
        "CTO is bound to nobody in the team file (stock, L31); the fallback list would be paged"
    ]
    assert mend(a_card(DOCUMENT, team=a_team(bind={"CTO": "bram"}))) == []


def test_people_who_cannot_be_reached_are_to_be_mended() -> None:
    team = a_team(people=NOBODY_HAS_A_WAY, bind={"CTO": "bram"})
    assert mend(a_card(DOCUMENT, team=team)) == [
        "Ada Osei has no way to be reached (stock, L30); nobody would be woken",
        "bram has no way to be reached (stock, L31); nobody would be woken",
    ]


def test_an_empty_fallback_list_is_to_be_mended() -> None:
    (said,) = mend(a_card(DOCUMENT, team=a_team(fallback=[], bind={"CTO": "bram"})))
    assert said.startswith("The fallback list of the team file is empty")

"""Every promise of a document beside who keeps it, and what is missing."""

from dataclasses import replace

from runcard.domain.people.model import ScheduleTarget, TeamFile
from runcard.domain.playbooks.card import Card
from runcard.domain.playbooks.model import Contact, Role
from runcard.domain.playbooks.readiness import Promised, readiness
from tests.rooms.cards import a_card, a_chain, a_level, a_playbook, a_team

DOCUMENT = a_playbook(
    a_level("SEV1", "15 min", name="Critical"),
    a_level("SEV3", "next_business_day", line=14),
    chains=(a_chain(("On-Call", None, None), ("CTO", None, None)),),
    roles=(Role("Scribe", 40),),
    contacts=(
        Contact("DBA", "[phone]", "phone", True, 60), Contact("Chat", "#stock", "chat", False, 61),
        Contact("Vendor", "+44 1234", "phone", False, 62),
    ),
)  # fmt: skip


def told(team: TeamFile, card: Card | None = None) -> dict[str, Promised]:
    return {one.what: one for one in readiness(card or a_card(DOCUMENT, team=team))}


def test_clocks_hold_by_themselves_and_ours_say_so() -> None:
    found = told(a_team())
    respond = found["SEV1 Critical: respond"]
    assert (respond.bound_to, respond.mark.line, respond.note) == ("15 min", 7, None)
    ours = found["SEV1 Critical: update every"]
    assert ours.holds
    assert ours.note == "add a line to the document to change it"
    assert found["SEV3: update every"].bound_to == "nothing"


def test_a_level_that_wakes_nobody_is_said_once() -> None:
    silent = told(a_team())["SEV3: pages"]
    assert silent.bound_to == "nobody, since response: next_business_day"
    assert silent.mark.line == 14


def test_a_title_nobody_stands_behind_does_not_hold() -> None:
    cto = told(a_team())["escalation title CTO"]
    assert (cto.bound_to, cto.holds, cto.mark.line) == ("nobody", False, 31)
    assert cto.note == "bind it to a person in the team file"
    words = told(a_team(bind={"CTO": "words: see the wiki"}))["escalation title CTO"]
    assert (words.bound_to, words.holds) == ("see the wiki", False)


def test_a_title_with_somebody_behind_it_holds() -> None:
    cto = told(a_team(bind={"CTO": ["bram", "leads"]}))["escalation title CTO"]
    assert (cto.bound_to, cto.holds) == ("Bram O., Cem", True)
    assert cto.note == "no way that leaves this machine: Cem"


def test_somebody_without_any_way_does_not_hold() -> None:
    team = a_team(people={"ada": {}, "bram": {}, "cem": {}}, bind={"CTO": "bram"})
    assert not told(team)["escalation title CTO"].holds


def test_a_role_is_taken_during_the_incident() -> None:
    scribe = told(a_team())["role Scribe"]
    assert (scribe.bound_to, scribe.holds) == ("nobody", True)
    assert scribe.note == "somebody takes it during the incident, or bind it to a person"
    deaf = a_team(people={"ada": {}, "bram": {}, "cem": {}}, bind={"Scribe": "cem"})
    assert told(deaf)["role Scribe"].holds


def test_other_names_are_words_of_the_document_or_of_the_team_file() -> None:
    found = told(a_team(bind={"DBA": ["words: +44 99", "bram"]}))
    assert found["contact DBA"].bound_to == "+44 99, Bram O."
    assert found["channel #stock"].bound_to == "#stock"
    assert found["contact Vendor"].bound_to == "+44 1234"
    assert told(a_team())["contact DBA"].note == "bind 'DBA' in the team file"


def test_the_first_responder_is_named_as_the_document_does() -> None:
    first = told(a_team())["first responder (On-Call)"]
    assert (first.bound_to, first.holds, first.mark.line) == ("Ada Osei, Bram O.", True, 30)
    bare = told(a_team(), a_card())["first responder (On-Call)"]
    assert not bare.mark.is_from_document


def test_an_empty_fallback_list_does_not_hold() -> None:
    assert told(a_team())["fallback list"].holds
    empty = told(a_team(fallback=[]))["fallback list"]
    assert (empty.bound_to, empty.holds) == ("nobody", False)


def test_a_schedule_that_is_gone_has_nobody() -> None:
    gone = replace(
        a_team(), bindings={"cto": (ScheduleTarget("old"),), "dba": (ScheduleTarget("old"),)}
    )
    found = told(gone)
    assert found["escalation title CTO"].bound_to == "nobody"
    assert found["contact DBA"].bound_to == "nobody"


def test_a_document_without_levels_is_checked_too() -> None:
    found = told(a_team(), a_card(a_playbook()))
    assert found["severity not set: respond"].bound_to == "15 min"

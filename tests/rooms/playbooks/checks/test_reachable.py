"""Who needs no line of his own in the list of contacts, and who does."""

import pytest

from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.plain_judge import found_in

LISTED = "## Contacts\n\n- Pilot: 01632 960140\n- Mate: 01632 960141\n"


def missing(text: str, words: Vocabulary) -> list[str]:
    return [one.message for one in found_in(text, words) if one.code == "RC406"]


@pytest.mark.parametrize(
    ("chain", "is_found"),
    [
        ("Pilot (5 min) → ring again → Mate (10 min)", False),
        ("Pilot (5 min) → llamar otra vez → Mate (10 min)", False),
        ("Pilot (5 min) → Harbour master (8 min) → Mate (10 min)", True),
        ("Pilot (5 min) → Briefing of the owners (8 min) → Mate (10 min)", False),
        ("Pilot (5 min) → any available sailor (8 min) → Mate (10 min)", False),
        ("Pilot (5 min) → Whole crew assembled (8 min) → Mate (10 min)", False),
        ("Pilot (5 min) → Mannschaft einberufen (8 min) → Mate (10 min)", False),
        ("Pilot (5 min) → Informed citizens (8 min) → Mate (10 min)", True),
        ("Pilot (5 min) → Whole crew (8 min) → Mate (10 min)", True),
    ],
)
def test_what_is_done_between_two_people_is_nobody(
    chain: str, is_found: bool, words: Vocabulary
) -> None:
    text = f"# G\n\n## Escalation\n\n{chain}\n\n{LISTED}"
    assert bool(missing(text, words)) is is_found


CHAIN = "## Escalation\n\n{} → Pilot (5 min) → Mate (10 min)\n\n"


@pytest.mark.parametrize(
    ("head", "is_found"),
    [
        ("For the tower of the harbour.", False),
        ("Für den Dienst im Tower.", False),
        ("The tower stands at the harbour.", True),
    ],
)
def test_the_reader_rings_nobody_at_his_own_desk(
    head: str, is_found: bool, words: Vocabulary
) -> None:
    text = f"# G\n\n{head}\n\n{CHAIN.format('Tower watch')}{LISTED}"
    assert bool(missing(text, words)) is is_found


@pytest.mark.parametrize(
    ("line", "is_found"),
    [
        ("- Lock shift: 01632 960150", False),
        ("- Lock office: 01632 960150", True),
        ("- Owner, Shift warden: list at the gate", False),
        ("- Owner: list at the gate", True),
    ],
)
def test_a_shift_answers_for_its_members_and_a_line_for_several(
    line: str, is_found: bool, words: Vocabulary
) -> None:
    text = f"# G\n\n{CHAIN.format('Shift warden')}{LISTED}{line}\n"
    assert bool(missing(text, words)) is is_found


@pytest.mark.parametrize(
    ("rung", "is_found"),
    [
        ("Owner", True),
        ("Owner, bleep 55", False),
        ("Owner, toestel 77", False),
        ("Owner – through the harbour office", False),
        ("Owner – über die Harbour office", False),
        ("Owner – through the town hall", True),
    ],
)
def test_the_rung_itself_may_tell_the_way(rung: str, is_found: bool, words: Vocabulary) -> None:
    text = (
        f"# G\n\n## Escalation\n\n1. Keeper\n2. Harbour office (after 10 min)\n3. {rung} "
        "(after 60 min)\n\n## Contacts\n\n- Keeper: 01632 960100\n- Harbour office: 01632 960101\n"
    )
    assert bool(missing(text, words)) is is_found


@pytest.mark.parametrize(
    "way", ["Keeper informs the owner", "Keeper informiert den owner", "Keeper avisa al owner"]
)
def test_somebody_of_the_list_calls_on(way: str, words: Vocabulary) -> None:
    text = (
        "# G\n\n## Calling\n\nEscalation: Keeper → (10 min no answer) Warden → {}.\n\n"
        "## Contacts\n\n- Keeper: 01632 960100\n- Warden: 01632 960101\n"
    )
    assert missing(text.format("owner (60 min)"), words)
    assert not missing(text.format(f"after 60 min {way}"), words)


def test_two_of_the_list_may_share_a_line(words: Vocabulary) -> None:
    text = "# G\n\n## Escalation\n\n1. Keeper\n2. Second person (after 10 min)\n3. Warden\n\n"
    listed = "## Contacts\n\n- {}: 01632 960100\n- Warden: 01632 960101\n"
    assert missing(text + listed.format("Keeper"), words)
    assert not missing(text + listed.format("Keeper / second"), words)


BY_MAIL = (
    "# G\n\n## Escalation\n\nPilot (5 min) → Harbour master (8 min) → Mate (10 min)\n\n"
    "## Contacts\n\n- Mate: 01632 960141\n- Pilot: 01632 960140\n"
    "- Harbour master / Owner: master@quay.example\n\n"
)
ROWS = "| Level | Whom | Wait |\n|---|---|---|\n"


@pytest.mark.parametrize(
    ("chapter", "row", "is_asleep"),
    [
        ("Opsgenie policy for the quay", "| 2 | Harbour master | 10 min |", False),
        ("Eskalation in PagerDuty", "| 2 | Owner (quay) | 10 min |", False),
        ("Opsgenie policy for the quay", "| 2 | Harbour board | 10 min |", True),
        ("Opsgenie policy for the quay", "| 2 | Harbour master | master@quay.example |", True),
        ("Rounds of the quay", "| 2 | Harbour master | 10 min |", True),
    ],
)
def test_whom_the_plan_of_the_pager_lists_is_woken_by_it(
    chapter: str, row: str, is_asleep: bool, words: Vocabulary
) -> None:
    text = f"{BY_MAIL}## {chapter}\n\n{ROWS}{row}\n"
    assert ("RC405" in {one.code for one in found_in(text, words)}) is is_asleep


@pytest.mark.parametrize(
    ("who", "is_found"),
    [
        ("Area experts (Kiln, Glaze)", False),
        ("Fachleute (Glaze, Kiln)", False),
        ("Area experts (Kiln, Clay)", True),
        ("Area experts (Kiln)", True),
        ("Events API v2", False),
        ("Area experts", True),
    ],
)
def test_experts_of_several_areas_are_listed_each_for_himself(
    who: str, is_found: bool, words: Vocabulary
) -> None:
    chain = f"Pilot (5 min) → {who} (8 min) → Mate (10 min)"
    listed = f"{LISTED}- Kiln watch: 01632 960142\n- Glaze watch: 01632 960143\n"
    assert bool(missing(f"# G\n\n## Escalation\n\n{chain}\n\n{listed}", words)) is is_found


@pytest.mark.parametrize(
    ("chapter", "is_found"),
    [
        ("### River Board notice (within 3 days)\n\n- Email: board@river.example.org", False),
        ("### 6.2 River Board\n\nRing 01632 960 144 at any hour.", False),
        ("### River Board notice\n\n- Say what has sunk.", True),
        ("### Notice to others\n\n- Email: board@river.example.org", True),
    ],
)
def test_whoever_has_a_chapter_with_an_address_is_reached_by_it(
    chapter: str, is_found: bool, words: Vocabulary
) -> None:
    rungs = "1. Pilot\n2. Mate (5 min)\n3. River Board (10 min)\n"
    text = f"# G\n\n## Escalation\n\n{rungs}\n{LISTED}\n## Law\n\n{chapter}\n"
    assert bool(missing(text, words)) is is_found


@pytest.mark.parametrize(
    ("rung", "is_found"),
    [("Escalation", False), ("Eskalation", False), ("Elder", True), ("Escort", True)],
)
def test_the_name_of_a_chapter_is_nobody(rung: str, is_found: bool, words: Vocabulary) -> None:
    rungs = f"1. Pilot\n2. Mate (5 min)\n3. {rung} (10 min)\n"
    assert bool(missing(f"# G\n\n## Escalation\n\n{rungs}\n{LISTED}", words)) is is_found


@pytest.mark.parametrize(
    ("who", "is_found"),
    [
        ("5xx replies", False),
        ("> $900 lost", False),
        ("Customs", True),
        ("Harbour board", True),
    ],
)
def test_an_amount_between_two_people_waits_for_nobody(
    who: str, is_found: bool, words: Vocabulary
) -> None:
    rungs = f"1. Pilot\n2. Mate (after 10 min)\n3. {who}\n4. Owner (after 1 h)\n"
    text = f"# Quay\n\n## Escalation\n\n{rungs}"
    assert ("RC303" in {one.code for one in found_in(text, words)}) is is_found

"""Contacts that are missing, empty or asleep; and those that only look so."""

import pytest

from runcard.domain.playbooks.model import Grade
from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.plain_judge import found_in


def grades(text: str, code: str, words: Vocabulary) -> list[Grade]:
    return [one.grade for one in found_in(text, words) if one.code == code]


def test_a_footnote_is_no_gap(words: Vocabulary) -> None:
    text = "# G\n\n## Contacts\n\n- Pilot: 01632 960140 [^1]\n\n[^1]: by radio, too\n"
    assert grades(text, "RC402", words) == []


CHAIN = "# G\n\n## Escalation\n\n{} → Pilot (5 min) → Mate (10 min)\n\n## Contacts\n\n"
LISTED = "- Pilot: 01632 960140\n- Mate: 01632 960141\n"


@pytest.mark.parametrize(("first", "is_found"), [("Alertmanager", False), ("Watchman", True)])
def test_a_system_at_the_head_of_a_chain_needs_no_number(
    first: str, is_found: bool, words: Vocabulary
) -> None:
    assert bool(grades(CHAIN.format(first) + LISTED, "RC406", words)) is is_found


@pytest.mark.parametrize(
    ("whom", "is_found"),
    [("Mayor", True), ("Mate", False), ("Platform team", False), ("#gates", False)],
)
def test_whom_the_worst_level_calls_must_be_listed(
    whom: str, is_found: bool, words: Vocabulary
) -> None:
    levels = (
        "## Severity levels\n\n| Level | Definition | Response time | Escalate to |\n"
        f"|---|---|---|---|\n| P1 | stuck | 5 min | {whom} |\n| P2 | slow | 1 h | Mate |\n\n"
    )
    text = CHAIN.format("Watch").replace("## Escalation", f"{levels}## Escalation")
    lost = grades(text + LISTED + "- Watch: 01632 960142\n", "RC406", words)
    assert bool(lost) is is_found


@pytest.mark.parametrize(
    ("hours", "is_found"),
    [("weekdays", True), ("weekdays, on call for P1", False), ("weekdays, else 24/7 pager", False)],
)
def test_office_hours_with_a_way_at_night_are_no_sleep(
    hours: str, is_found: bool, words: Vocabulary
) -> None:
    text = CHAIN.format("Watch") + f"- Pilot: 01632 960140 ({hours})\n- Mate: 01632 960141\n"
    assert bool(grades(text, "RC405", words)) is is_found


@pytest.mark.parametrize(
    ("line", "grade"),
    [
        ("If a flat burns, call the police.", [Grade.ERROR]),
        ("- Regulator: within 72 hours", [Grade.WARNING]),
        ("- Regulator: within 72 hours, https://reports.example", []),
        ("- Riders: within 72 hours", []),
    ],
)
def test_who_outside_must_be_told_by_a_deadline_needs_an_address(
    line: str, grade: list[Grade], words: Vocabulary
) -> None:
    assert grades(f"# G\n\n## Notification\n\n{line}\n", "RC407", words) == grade


def test_a_number_beside_the_other_place_is_a_number(words: Vocabulary) -> None:
    text = "# G\n\n## Contacts\n\n- Pilot: 01632 960140\n- Owner: {}\n"
    asked = {one.code for one in found_in(text.format("via the harbour desk"), words)}
    told = {one.code for one in found_in(text.format("via the harbour desk, ext. 4400"), words)}
    assert "RC403" in asked - told


@pytest.mark.parametrize(
    ("line", "is_found"),
    [
        ("interface TenGigabit2/0/XX", False),
        ("401/403/5xx from the gate", False),
        ("Ring 0555 12XXXX", True),
        ("Ring 5xxx", True),
    ],
)
def test_the_number_of_a_port_is_no_telephone(line: str, is_found: bool, words: Vocabulary) -> None:
    text = f"# G\n\n## Loop in the network\n\n```\n{line}\n```\n"
    assert bool(grades(text, "RC402", words)) is is_found


@pytest.mark.parametrize(
    ("value", "is_found"),
    [
        ("<team pager>", True),
        ("`<team pager>`", True),
        ("Opsgenie, or `/ring now <team>` in the chat", False),
        ("the register knows (`boats show <boat>`)", False),
    ],
)
def test_what_a_command_wants_to_be_told_is_no_gap(
    value: str, is_found: bool, words: Vocabulary
) -> None:
    text = f"# G\n\n## Contacts\n\n| Who | How |\n|---|---|\n| Pilot | {value} |\n"
    assert bool(grades(text, "RC402", words)) is is_found


@pytest.mark.parametrize(
    ("value", "is_found"),
    [("pilot@boats.example", True), ("pilot@boats.example and phone 040 555 3020", False)],
)
def test_a_telephone_beside_the_mailbox_wakes(
    value: str, is_found: bool, words: Vocabulary
) -> None:
    chain = "# G\n\n## Escalation\n\n1. Mate\n2. Pilot (10 min)\n\n## Contacts\n\n"
    listed = f"| Who | How |\n|---|---|\n| Mate | 040 555 3021 |\n| Pilot | {value} |\n"
    assert bool(grades(chain + listed, "RC405", words)) is is_found


@pytest.mark.parametrize(
    ("value", "is_found"),
    [
        ("+00 555 0142, 06:00-22:00", False),
        ("+00 555 0142 (code word in the safe)", False),
        ("Ines or Bea, +00 555 0142, by day", False),
        ("+00 555 01XX, 06:00-22:00", True),
        ("+00 555 0142 or [mobile]", True),
    ],
)
def test_a_number_with_its_hours_is_written_out(
    value: str, is_found: bool, words: Vocabulary
) -> None:
    found = grades(f"# G\n\n## Contacts\n\n- Pilot: {value}\n", "RC402", words)
    assert bool(found) is is_found


@pytest.mark.parametrize(
    ("rows", "is_found"),
    [
        ("- Pilot: 01632 960140\n- Mate: 01632 960140\n", True),
        ("| Who | Phone |\n|---|---|\n| Lotse | 01632 960140 |\n| Maat | 01632 960140 |\n", True),
        ("- Pilot: 01632 960140\n- Pilot (night): 01632 960140\n", False),
        ("- Pilot: 01632 960140\n- Control room: 01632 960140\n", False),
        ("- Pilot: 01632 960140 ext. 12\n- Mate: 01632 960140 ext. 13\n", False),
    ],
)
def test_two_people_with_one_number(rows: str, is_found: bool, words: Vocabulary) -> None:
    assert bool(grades(f"# G\n\n## Contacts\n\n{rows}", "RC408", words)) is is_found


@pytest.mark.parametrize(
    ("row", "is_found"),
    [
        ("| Pilot | Opsgenie, rota north | pilot@boats.example.org |", False),
        ("| Pilot | [phone] | pilot@boats.example.org |", False),
        ("| Lotse | [Handynummer] | pilot@boats.example.org |", False),
        ("| Pilot | | pilot@boats.example.org |", True),
    ],
)
def test_a_pager_or_a_gap_for_a_number_wakes(row: str, is_found: bool, words: Vocabulary) -> None:
    who = row.split()[1]
    chain = f"# G\n\n## Escalation\n\n1. Mate\n2. {who} (10 min)\n\n## Contacts\n\n"
    listed = f"| Who | Night | Else |\n|---|---|---|\n| Mate | 040 555 3021 | |\n{row}\n"
    assert bool(grades(chain + listed, "RC405", words)) is is_found


@pytest.mark.parametrize(
    ("called", "is_found"),
    [("Owner/Harbour master", False), ("N/A", False), ("Tide clerk", True)],
)
def test_one_of_two_names_is_enough(called: str, is_found: bool, words: Vocabulary) -> None:
    chain = f"# G\n\n## Escalation\n\n1. Mate\n2. {called} (10 min)\n\n## Contacts\n\n"
    listed = "- Mate: 040 555 3021\n- Harbour master: 040 555 3022\n"
    assert bool(grades(chain + listed, "RC406", words)) is is_found


@pytest.mark.parametrize(
    ("rung", "is_found"),
    [("+ Dock Master", False), ("+ DM", False), ("dock statement", False), ("+ Bosun", True)],
)
def test_a_plus_initials_and_tasks_are_nobody_new(
    rung: str, is_found: bool, words: Vocabulary
) -> None:
    chain = f"# G\n\n## Escalation\n\nPilot → Mate (5 min) → {rung} (10 min)\n\n## Contacts\n\n"
    found = found_in(chain + LISTED + "- Dock Master: 01632 960142\n", words)
    assert ("RC406" in {one.code for one in found}) is is_found


@pytest.mark.parametrize(
    ("whom", "is_found"),
    [
        ("in the morning round", False),
        ("beim Schichtwechsel", False),
        ("any engineer", False),
        ("Innkeeper", True),
    ],
)
def test_a_meeting_or_any_one_of_many_has_no_number(
    whom: str, is_found: bool, words: Vocabulary
) -> None:
    text = CHAIN.format("Pilot").replace("Mate (10 min)", f"{whom} (10 min)") + LISTED
    assert bool(grades(text, "RC406", words)) is is_found


@pytest.mark.parametrize(
    ("whom", "is_found"),
    [("Mayor/Dyke warden", False), ("Mayor/Bailiff", True)],
)
def test_of_two_either_may_stand_in_a_row_under_a_key(
    whom: str, is_found: bool, words: Vocabulary
) -> None:
    rows = '```yaml\ntown:\n  dyke_warden: "01632 960149"\n  porter: "01632 960148"\n```\n'
    text = CHAIN.format("Pilot").replace("Mate (10 min)", f"{whom} (10 min)") + LISTED + rows
    assert bool(grades(text, "RC406", words)) is is_found


@pytest.mark.parametrize(
    ("row", "is_found"), [("**Warden:** has the last word", False), ("Ask the warden.", True)]
)
def test_whoever_has_a_row_among_the_others_is_known(
    row: str, is_found: bool, words: Vocabulary
) -> None:
    rows = f"**Pilot:** 01632 960140\n{row}\n**Mate:** 01632 960141\n"
    assert bool(grades(CHAIN.format("Warden") + rows, "RC406", words)) is is_found


@pytest.mark.parametrize(
    ("first", "second", "is_found"),
    [
        ("Ada Moor", "Ada Moor", False),
        ("Ada Moor", "Bo Reed", True),
        ("[name]", "[name]", True),
    ],
)
def test_somebody_who_holds_two_posts_has_one_number(
    first: str, second: str, is_found: bool, words: Vocabulary
) -> None:
    rows = f"| Pilot | {first} | 01632 960140 |\n| Mate | {second} | 01632 960140 |\n"
    text = f"# G\n\n## Contacts\n\n| Role | Name | Phone |\n|---|---|---|\n{rows}"
    assert bool(grades(text, "RC408", words)) is is_found


@pytest.mark.parametrize(
    ("last", "page", "is_found"),
    [
        ("Data protection authority and guests", "https://notify.example", False),
        ("Aufsichtsbehörde", "https://melden.example", False),
        ("Data protection authority", "no page", True),
        ("Harbour board", "https://notify.example", True),
    ],
)
def test_an_authority_with_a_page_of_its_own_is_in_no_list_of_numbers(
    last: str, page: str, is_found: bool, words: Vocabulary
) -> None:
    chain = CHAIN.format("Watchman").replace("Mate (10 min)", f"Mate (10 min) → {last} (1 h)")
    told = f"- Watchman: 01632 960142\n\n## Telling\n\nForm of the {last}: {page}\n"
    assert bool(grades(chain + LISTED + told, "RC406", words)) is is_found


@pytest.mark.parametrize(
    ("title", "is_found"), [("Contact list", False), ("Kontakte", False), ("Rigging", True)]
)
def test_a_list_that_is_kept_apart_misses_nobody(
    title: str, is_found: bool, words: Vocabulary
) -> None:
    told = f"\n## {title}\n\nHeld separately in the safe.\n"
    assert bool(grades(CHAIN.format("Watchman") + LISTED + told, "RC406", words)) is is_found


@pytest.mark.parametrize(("who", "is_found"), [("Owner", False), ("Customs board", True)])
def test_a_row_whose_number_is_still_to_come_lists_somebody(
    who: str, is_found: bool, words: Vocabulary
) -> None:
    chain = f"# Quay\n\n## Escalation\n\n1. Pilot\n2. {who}, after 10 minutes\n\n"
    rows = "| Pilot | 01632 960140 |\n| Owner | (to be filled in) |\n| Mate | 01632 960141 |\n"
    text = f"{chain}## Contacts\n\n| Who | Number |\n|---|---|\n{rows}"
    assert ("RC406" in {one.code for one in found_in(text, words)}) is is_found


@pytest.mark.parametrize(
    ("who", "is_found"),
    [("Owner + mate", False), ("Owner ＋ Mate", False), ("$900 lost", False),
     ("5xx replies", False), ("Owner + customs", True), ("Customs", True)],
)  # fmt: skip
def test_two_who_are_called_together_are_two(who: str, is_found: bool, words: Vocabulary) -> None:
    chain = f"# Quay\n\n## Escalation\n\n1. Pilot\n2. {who} (10 min)\n3. Mate (20 min)\n\n"
    rows = "".join(f"| {one} | 01632 9601{len(one)} |\n" for one in ("Pilots", "Owner", "Mate"))
    text = f"{chain}## Contacts\n\n| Who | Number |\n|---|---|\n{rows}"
    assert ("RC406" in {one.code for one in found_in(text, words)}) is is_found

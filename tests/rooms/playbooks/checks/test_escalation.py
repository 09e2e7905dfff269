"""Who is called after how long: what is a gap in a chain, and what a decision."""

import pytest

from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.plain_judge import found_in

HEAD = "# Gates\n\n## Severity levels\n\n| Level | Definition | Response time | Escalate to |\n"
TWO = HEAD + "|---|---|---|---|\n| P1 | stuck | 5 min | Mate |\n"


def codes(text: str, words: Vocabulary) -> set[str]:
    return {one.code for one in found_in(text, words)}


@pytest.mark.parametrize(
    ("chain", "is_found"),
    [
        (["Pilot", "Mate (after 5 min)", "Master", "Mayor (after 2 h)"], True),
        (["Pilot", "Mate (after 5 min)", "Master (flood)", "Mayor (press)"], False),
        (["Pilot", "Mate, if there is no answer in 5 minutes", "Master (after 1 h)"], False),
    ],
)
def test_a_rung_without_a_time_or_a_reason_is_a_gap(
    chain: list[str], is_found: bool, words: Vocabulary
) -> None:
    rungs = "\n".join(f"{at}. {who}" for at, who in enumerate(chain, 1))
    assert ("RC303" in codes(f"# Gates\n\n## Escalation\n\n{rungs}\n", words)) is is_found


@pytest.mark.parametrize(
    ("rung", "is_found"),
    [
        ("Mate (after 30 min)", True),
        ("Mate (P1 only, after 30 min)", False),
        ("Mate (closed for over 30 min)", False),
    ],
)
def test_a_rung_is_held_only_to_the_levels_it_is_for(
    rung: str, is_found: bool, words: Vocabulary
) -> None:
    rows = "| P2 | slow | 4 h | Mate |\n"
    text = f"{TWO}{rows}\n## Escalation\n\n1. Pilot\n2. {rung}\n"
    assert ("RC307" in codes(text, words)) is is_found


@pytest.mark.parametrize(
    "said",
    [
        "If the pilot does not answer in 10 minutes, ring the mate: 01632 960140.",
        "Nach 10 Minuten ohne Antwort: Steuermann 01632 960140.",
        "Si le pilote ne répond pas en 10 minutes, appeler le second : 01632 960140.",
    ],
)
def test_a_sentence_may_say_who_is_called_next(said: str, words: Vocabulary) -> None:
    levels = "## Severity levels\n\n| Level | Definition | Response time |\n|---|---|---|\n"
    text = f"# Gates\n\n{levels}| P1 | stuck | 5 min |\n| P2 | slow | 1 h |\n\n{said}\n"
    assert "RC301" not in codes(text, words)
    assert "RC301" in codes(text.replace(said, "Good luck."), words)


def test_a_list_of_people_with_times_is_a_chain_to_a_reader(words: Vocabulary) -> None:
    levels = "## Severity levels\n\n| Level | Definition | Response time |\n|---|---|---|\n"
    rows = "| P1 | stuck | 5 min |\n| P2 | slow | 1 h |\n"
    people = (
        "\n## People\n\n| When | Who |\n|---|---|\n| always | pilot |\n| P1 after {} | mate |\n"
    )
    assert "RC301" not in codes(f"# G\n\n{levels}{rows}{people.format('15 min')}", words)


@pytest.mark.parametrize(("acknowledged", "is_found"), [("20 min", False), ("50 min", True)])
def test_who_has_acknowledged_in_time_is_not_passed_over(
    acknowledged: str, is_found: bool, words: Vocabulary
) -> None:
    levels = (
        "# Gates\n\n## Severity levels\n\n| Level | Definition | Acknowledge | Response time |\n"
        "|---|---|---|---|\n| P1 | stuck | 5 min | 10 min |\n"
        f"| P2 | slow | {acknowledged} | 2 hours |\n| P3 | lamp | {acknowledged} | 4 hours |\n\n"
    )
    chain = "## Escalation\n\n1. Pilot\n2. Mate (if not resolved in 30 min)\n"
    assert ("RC307" in codes(levels + chain, words)) is is_found


@pytest.mark.parametrize(
    ("said", "is_found"),
    [("After 5 minutes without ack the mate is paged.", False), ("The mate is nice.", True)],
)
def test_a_sentence_about_the_next_one_paged_is_an_escalation(
    said: str, is_found: bool, words: Vocabulary
) -> None:
    text = "# Gates\n\n## Severity levels\n\n- **P1**: stuck. Response: 5 min\n- **P2**: slow. "
    assert ("RC301" in codes(f"{text}Response: 1 h\n\n## People\n\n{said}\n", words)) is is_found


def test_who_is_called_by_name_is_called_by_post(words: Vocabulary) -> None:
    rows = "| P2 | slow | 1 h | EM |\n| P3 | lamp | 3 days | Mate |\n"
    chain = "\n## Escalation\n\n1. Mate\n2. Ines (after 10 min)\n3. Master (after 1 h)\n"
    people = "\n## Contacts\n\n| Who | Phone |\n|---|---|\n| Ines Moor{post} | +1 555 0100 |\n"
    told, untold = (TWO + rows + chain + people.format(post=post) for post in (" (EM)", ""))
    assert "RC308" not in codes(told, words)
    assert "RC308" in codes(untold, words)


@pytest.mark.parametrize(
    ("told", "is_found"),
    [("Town clerk", True), ("ticket", False), ("usual channels", False), ("Canal master", True)],
)
def test_a_ticket_or_a_channel_is_nobody_who_stands_in_a_chain(
    told: str, is_found: bool, words: Vocabulary
) -> None:
    levels = (
        "# Ovens\n\n## Severity levels\n\n| Level | Definition | Response | Escalation |\n"
        f"|---|---|---|---|\n| P1 | cold | 10 min | Baker |\n| P2 | slow | 1 h | Baker, {told} |\n"
    )
    chain = "\n## Escalation\n\n1. Baker\n2. Head baker (if not acknowledged in 15 min)\n"
    assert ("RC308" in codes(levels + chain, words)) is is_found


@pytest.mark.parametrize(
    ("chain", "is_found"),
    [
        ("Pilot → ring again → Mate (10 min)", False),
        ("Pilot → Harbour master → Mate (10 min)", True),
    ],
)
def test_an_action_between_two_people_needs_no_time(
    chain: str, is_found: bool, words: Vocabulary
) -> None:
    found = found_in(f"# G\n\n## Escalation\n\n{chain}\n", words)
    assert ("RC303" in {one.code for one in found}) is is_found


PAGED = (
    "# Gates\n\n## Severity levels\n\n| Level | Definition | {} |\n|---|---|---|\n"
    "| P1 | stuck | keeper, diver |\n| P2 | slow | keeper |\n\n"
    "## Escalation\n\n1. Keeper\n2. Owner (after 20 min without an answer)\n"
)


@pytest.mark.parametrize(
    ("head", "is_found"),
    [
        ("Escalation", True),
        ("Eskalation", True),
        ("Who is paged", False),
        ("Notify", False),
    ],
)
def test_who_is_paged_beside_others_need_stand_in_no_chain(
    head: str, is_found: bool, words: Vocabulary
) -> None:
    assert ("RC308" in codes(PAGED.format(head), words)) is is_found


@pytest.mark.parametrize(
    ("line", "is_found"),
    [
        ("- Gate maker: console → Support → “Gate stuck”", False),
        ("- Hersteller: Portal → Hilfe → „Tor steht“", False),
    ],
)
def test_a_way_through_a_menu_is_no_chain(line: str, is_found: bool, words: Vocabulary) -> None:
    text = "# Gates\n\n## Contacts\n\n- Keeper: 01632 960 100\n"
    chain = "\n## Escalation\n\n1. Keeper\n2. Owner\n"
    assert ("RC302" in codes(f"{text}{line}\n", words)) is is_found
    assert "RC302" in codes(text + chain, words)


@pytest.mark.parametrize(
    ("row", "is_found"),
    [
        ("2. Kierownik – gdy dyżurny nie odbiera przez 10 minut", False),
        ("2. Hoofd – als de wacht na 10 minuten niet reageert", False),
        ("2. Kierownik – po południu", True),
    ],
)
def test_nobody_answering_is_said_in_more_languages(
    row: str, is_found: bool, words: Vocabulary
) -> None:
    text = (
        "# Gates\n\n## Severity levels\n\n| Level | Definition | Response |\n|---|---|---|\n"
        f"| P1 | stuck | 15 min |\n| P2 | slow | 1 h |\n\n## Ludzie\n\n1. Dyżurny\n{row}\n"
    )
    assert ("RC301" in codes(text, words)) is is_found


@pytest.mark.parametrize(
    ("said", "is_found"),
    [
        ("**Escalation:** None, the tide brings it back", False),
        ("**Eskalation:** keine, nur ein Vermerk", False),
        ("**Escalation:**", True),
    ],
)
def test_a_label_far_below_its_heading_says_that_nobody_is_called(
    said: str, is_found: bool, words: Vocabulary
) -> None:
    long = "\n".join(f"- sign {at} of a slow lamp" for at in range(14))
    text = (
        "# Gates\n\n## Severity levels\n\n### P1: stuck\n\nNo ship passes.\n\n"
        "**Escalation:** Mate after 5 minutes\n\n### P2: slow\n\n#### Signs\n\n"
        f"{long}\n\n{said}\n"
    )
    assert ("RC304" in codes(text, words)) is is_found


def test_a_cell_that_names_nobody_still_says_something(words: Vocabulary) -> None:
    rows = "| P2 | slow | 1 h | Mate |\n| P3 | lamp | 3 days | nobody |\n"
    assert "RC304" in codes(TWO.replace("Mate", "") + rows, words)
    assert "RC304" not in codes(TWO.replace("Mate", "at once") + rows, words)


@pytest.mark.parametrize(
    ("rung", "is_found"), [("Master / Mayor", False), ("Master & Mayor", False), ("Owner", True)]
)
def test_either_of_two_on_one_rung_stands_in_the_chain(
    rung: str, is_found: bool, words: Vocabulary
) -> None:
    rows = "| P2 | slow | 1 h | Mayor if it lasts |\n"
    chain = f"\n## Escalation\n\n1. Pilot\n2. Mate (after 5 min)\n3. {rung} (after 1 h)\n"
    assert ("RC308" in codes(TWO + rows + chain, words)) is is_found


@pytest.mark.parametrize(
    ("second", "is_found"), [("stuck for 40 minutes", False), ("after 40 minutes", True)]
)
def test_silence_and_a_fault_that_lasts_have_waits_of_their_own(
    second: str, is_found: bool, words: Vocabulary
) -> None:
    text = (
        "# Gates\n\n## Escalation by page\n\n1. Pilot\n2. Mate (no answer for 10 minutes)\n\n"
        f"## Escalation by time\n\n1. Pilot\n2. Mate ({second})\n"
    )
    assert ("RC306" in codes(text, words)) is is_found


CASES = (
    "# Gates\n\n## {0}\n\n### {2}\n\n- Pilot on watch\n- Mate (if no better after 10 min)\n"
    "- Harbour master (after 20 min)\n\n"
    "## {1}\n\n### {3}\n\n- Pilot on watch\n- Mate (if no better after 5 min)\n"
    "- Harbour master (after 40 min)\n"
)


@pytest.mark.parametrize(
    ("titles", "is_found"),
    [
        (("Fog", "Ice", "Escalation path", "Escalation path"), False),
        (("Fog", "Ice", "Escalation path", "Escalation chain"), True),
    ],
)
def test_each_case_may_have_its_own_waits(
    titles: tuple[str, ...], is_found: bool, words: Vocabulary
) -> None:
    assert ("RC306" in codes(CASES.format(*titles), words)) is is_found


@pytest.mark.parametrize("task", ["weather statement preparation", "Meldung an die Presse"])
def test_a_task_is_nobody_in_the_chain(task: str, words: Vocabulary) -> None:
    chain = "\n## Escalation\n\n1. Pilot\n2. Mate (after 5 min)\n"
    rows = f"| P2 | slow | 1 h | {task} |\n"
    assert "RC308" not in codes(TWO + rows + chain, words)
    assert "RC308" in codes(TWO + "| P2 | slow | 1 h | Bosun |\n" + chain, words)


def test_how_soon_each_answers_tells_when_the_next_is_called(words: Vocabulary) -> None:
    text = "# Gates\n\n## Contacts\n\n- Keeper: 01632 960 100\n\n## Escalation\n\n"
    text += "1. Keeper{}\n2. Sluice engineer{}\n3. Owner\n"
    assert "RC302" not in codes(text.format(" (9 min response)", " (1 h response)"), words)
    assert "RC302" in codes(text.format("", ""), words)


@pytest.mark.parametrize(
    ("head", "is_found"), [("Escalation", False), ("Eskalation", False), ("Ship", True)]
)
def test_a_column_of_the_contacts_may_name_the_next(
    head: str, is_found: bool, words: Vocabulary
) -> None:
    levels = "- **P1**: stuck. Response: 5 min\n- **P2**: slow. Response: 1 h\n"
    rows = "| Watch | 01632 960140 | Mate |\n| Mate | 01632 960141 | Owner |\n"
    people = f"## Contacts\n\n| Who | Phone | {head} |\n|---|---|---|\n{rows}"
    assert ("RC301" in codes(f"# Gates\n\n## Severities\n\n{levels}\n{people}", words)) is is_found

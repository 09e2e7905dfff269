"""Levels of another scheme in the text, and the own one written out."""

import pytest

from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.plain_judge import found_in

TABLE = (
    "# Gates\n\n## Severity levels\n\n| Level | Definition | Response time |\n|---|---|---|\n"
    "| {0}1 | stuck | 5 min |\n| {0}2 | lamp, paint | 1 h |\n\n## Closing\n\n"
)


@pytest.mark.parametrize(
    ("own", "said", "is_found"),
    [
        ("P", "Write a report for every SEV 1.", True),
        ("P", "Write a report for every Priority 1.", False),
        ("SEV", "Write a report for every S1.", False),
        ("SEV", "Write a report for every P1.", True),
    ],
)
def test_the_own_levels_written_out_are_no_other_scheme(
    own: str, said: str, is_found: bool, words: Vocabulary
) -> None:
    codes = {one.code for one in found_in(TABLE.format(own) + said + "\n", words)}
    assert ("RC114" in codes) is is_found


def test_two_wishes_in_one_level_are_one_finding(words: Vocabulary) -> None:
    text = TABLE.format("P").replace("lamp, paint", "typos, feature requests")
    assert [one.code for one in found_in(text, words)].count("RC113") == 1


@pytest.mark.parametrize(
    ("said", "is_found"), [("Open a P1 case with the yard.", False), ("Open a P1 at once.", True)]
)
def test_the_priority_of_a_supplier_is_no_other_scheme(
    said: str, is_found: bool, words: Vocabulary
) -> None:
    codes = {one.code for one in found_in(TABLE.format("SEV") + said + "\n", words)}
    assert ("RC114" in codes) is is_found


@pytest.mark.parametrize(
    ("name", "is_found"), [("ferries cannot pass the lock", False), ("big", True)]
)
def test_a_name_of_many_words_is_the_definition(
    name: str, is_found: bool, words: Vocabulary
) -> None:
    text = (
        f"# Gates\n\n## Levels\n\n### P1 - {name}\n\nResponse: 5 minutes.\n\n"
        "### P2 - small\n\nOne ferry waits.\n\nResponse: 1 hour.\n"
    )
    assert ("RC111" in {one.code for one in found_in(text, words)}) is is_found


@pytest.mark.parametrize(
    ("answer", "is_found"),
    [("next business day", False), ("next release", False), ("30 min", True)],
)
def test_a_last_level_that_wakes_nobody_may_be_for_trifles(
    answer: str, is_found: bool, words: Vocabulary
) -> None:
    text = (
        "# Gates\n\n## Severity levels\n\n| Level | Definition | Response time |\n|---|---|---|\n"
        f"| P1 | stuck | 5 min |\n| P2 | typos | {answer} |\n"
    )
    assert ("RC113" in {one.code for one in found_in(text, words)}) is is_found


@pytest.mark.parametrize(
    ("line", "is_found"),
    [
        ("- Danger to people or goods: a gate that does not close", False),
        ("- Gefahr für Menschen: ein Tor, das nicht schließt", False),
        ("- Updates: every 15 minutes", True),
    ],
)
def test_a_line_with_a_colon_may_say_what_belongs_to_a_level(
    line: str, is_found: bool, words: Vocabulary
) -> None:
    text = (
        f"# Gates\n\n## Severity levels\n\n### P1 – Worst\n\n{line}\n- Response: 5 min\n\n"
        "### P2 – Bad\n\n- One gate is slow\n- Response: 1 h\n"
    )
    assert ("RC111" in {one.code for one in found_in(text, words)}) is is_found


@pytest.mark.parametrize(
    ("row", "is_found"),
    [
        ("| Maker's support | console, case, priority P1 |", False),
        ("| Wartung | Ticket im Portal, Prio P1 |", False),
        ("| Boats | wait at P1 |", True),
    ],
)
def test_a_row_about_a_supplier_has_his_levels(row: str, is_found: bool, words: Vocabulary) -> None:
    text = (
        "# Gates\n\n## Severity levels\n\n| Level | Definition | Response |\n|---|---|---|\n"
        "| SEV-1 | stuck | 5 min |\n| SEV-2 | slow | 1 h |\n\n## Others\n\n"
        f"| Who | How |\n|---|---|\n{row}\n"
    )
    assert ("RC114" in {one.code for one in found_in(text, words)}) is is_found


@pytest.mark.parametrize(("answer", "is_found"), [("next sprint", False), ("1 h", True)])
def test_a_trifle_that_waits_for_a_release_is_kept_apart(
    answer: str, is_found: bool, words: Vocabulary
) -> None:
    text = (
        "# Kiln\n\n## Severity levels\n\n| Level | Definition | Response time | Examples |\n"
        "|---|---|---|---|\n| P1 | cold | 5 min | no flame |\n"
        f"| P2 | looks | {answer} | typo on the label |\n"
    )
    assert ("RC113" in {one.code for one in found_in(text, words)}) is is_found


@pytest.mark.parametrize(
    ("line", "is_found"),
    [
        ("- **Symptoms**: the bread comes late, cold or wet", False),
        ("**Anzeichen:** das Brot kommt zu spät", False),
        ("- **Symptoms**:", True),
        ("- **Baker**: the one who comes late", True),
    ],
)
def test_what_is_seen_below_the_heading_of_a_level_belongs_to_it(
    line: str, is_found: bool, words: Vocabulary
) -> None:
    text = (
        "# Bakery\n\n## Severity levels\n\n### P1 – Ovens of the whole house\n\n- Response: 5 min\n"
        f"\n### P2 – Bread\n\n{line}\n- Response: 1 h\n"
    )
    assert ("RC111" in {one.code for one in found_in(text, words)}) is is_found


@pytest.mark.parametrize(
    ("rest", "is_found"),
    [
        ("| normal change process |\n", False),
        ("| |\n\n## P2\n\n- Log it in the backlog\n", False),
        ("| |\n\n## P2\n\nTrag es ins Backlog ein.\n", False),
        ("| |\n\n## P1\n\n- Log it in the backlog\n", True),
        ("| ring the potter |\n", True),
    ],
)
def test_a_trifle_that_goes_to_the_list_of_things_to_do_calls_nobody(
    rest: str, is_found: bool, words: Vocabulary
) -> None:
    text = (
        "# Kiln\n\n## Severity levels\n\n| Level | Definition | Response time | Examples | Then |\n"
        "|---|---|---|---|---|\n| P1 | cold | 5 min | no flame | ring all |\n"
        f"| P2 | looks | 4 h | typo on the label {rest}"
    )
    assert ("RC113" in {one.code for one in found_in(text, words)}) is is_found


@pytest.mark.parametrize(
    ("case", "is_found"),
    [
        ("A typo in the recipe takes the site down", False),
        ("Jeder Funktionswunsch bricht ab", False),
        ("A typo in the recipe", True),
        ("Funktionswunsch", True),
    ],
)
def test_what_breaks_off_is_no_wish(case: str, is_found: bool, words: Vocabulary) -> None:
    text = (
        "# Kiln\n\n## Severity levels\n\n| Level | Definition | Response time |\n|---|---|---|\n"
        f"| P1 | {case} | 5 min |\n| P2 | slow | 4 h |\n"
    )
    assert ("RC113" in {one.code for one in found_in(text, words)}) is is_found


@pytest.mark.parametrize(
    ("case", "is_found"),
    [
        ("Wrong picture, bent sign", False),
        ("Ein Tippfehler oder ein schiefes Schild", False),
        ("Bent sign, enhancement request", True),
        ("Typos", True),
    ],
)
def test_a_small_fault_among_others_of_the_lightest_level_is_a_trifle(
    case: str, is_found: bool, words: Vocabulary
) -> None:
    text = (
        "# Gates\n\n## Severity levels\n\n| Level | Definition | Response time |\n|---|---|---|\n"
        f"| P1 | stuck | 5 min |\n| P2 | {case} | 2 days |\n"
    )
    assert ("RC113" in {one.code for one in found_in(text, words)}) is is_found


@pytest.mark.parametrize(
    ("said", "is_found"),
    [
        ("Try it again when P9 of the new harbour is built.", False),
        ("The crane came with stage S7.", False),
        ("Write a report for every P2.", True),
        ("Priority 3 is left to the yard.", True),
    ],
)
def test_no_scheme_goes_on_to_nine(said: str, is_found: bool, words: Vocabulary) -> None:
    codes = {one.code for one in found_in(TABLE.format("SEV") + said + "\n", words)}
    assert ("RC114" in codes) is is_found


@pytest.mark.parametrize(
    ("said", "messages"),
    [
        ("Write a report for SEV-1 and SEV-3.", ["SEV-1, SEV-3 beside P1 to P2"]),
        ("Write a report for SEV-1.", ["SEV-1 beside P1 to P2"]),
    ],
)
def test_levels_of_another_scheme_are_told_once_a_line(
    said: str, messages: list[str], words: Vocabulary
) -> None:
    found = [one for one in found_in(TABLE.format("P") + said, words) if one.code == "RC114"]
    assert [one.message.partition(": ")[2] for one in found] == messages

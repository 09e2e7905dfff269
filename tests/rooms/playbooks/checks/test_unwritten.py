"""Blanks, dots and to-dos: in a duty, in a command, in a form."""

import pytest

from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.plain_judge import found_in


@pytest.mark.parametrize(
    ("says", "code", "is_found"),
    [
        ("Reported within ____ days.", "RC027", True),
        ("À déclarer sous ____ heures.", "RC027", True),
        ("Signed: ____ Date: ____", "RC027", False),
        ("Emptying the chamber: TBD.", "RC029", True),
        ("The label `TODO` marks them.", "RC029", False),
        ("Run `docker exec gate ...` once.", "RC770", True),
        ("Run `ls /var/gate/...` once.", "RC770", False),
        ('Run `echo "wait ... now"` once.', "RC770", False),
    ],
)
def test_what_was_left_for_later_is_seen(
    says: str, code: str, is_found: bool, words: Vocabulary
) -> None:
    codes = {one.code for one in found_in(f"# Gates\n\n{says}\n", words)}
    assert (code in codes) is is_found


@pytest.mark.parametrize(
    ("row", "is_over"),
    [
        ("| Diver | 0141 496 0100 | contract valid to 31.12.2024 |", True),
        ("| Plongeur | 02 99 55 01 01 | contrat valable jusqu'au 31.12.2024 |", True),
        ("| Diver | 0141 496 0100 | contract valid to 31.12.2030 |", False),
        ("| Diver | 0141 496 0100 | contract of 31.12.2024 |", False),
    ],
)
def test_a_contract_is_over_after_its_last_day(row: str, is_over: bool, words: Vocabulary) -> None:
    page = f"# Gates\n\n## Contacts\n\n| Who | Phone | What |\n|---|---|---|\n{row}\n"
    assert ("RC413" in {one.code for one in found_in(page, words)}) is is_over


@pytest.mark.parametrize(("title", "is_found"), [("Revision history", False), ("Keys", True)])
def test_the_next_edition_is_no_step(title: str, is_found: bool, words: Vocabulary) -> None:
    rows = "| No. | What |\n|---|---|\n| 1.0 | first |\n| TBD | more lamps |\n"
    found = found_in(f"# Pier\n\n## {title}\n\n{rows}", words)
    assert ("RC029" in {one.code for one in found}) is is_found


@pytest.mark.parametrize(
    ("rest", "is_found"),
    [
        ("", True),
        ("; until then ring the bell", False),
        (";\nuse the bell until then", False),
        ("; bis dahin die Glocke", False),
    ],
)
def test_what_is_done_meanwhile_fills_the_gap(rest: str, is_found: bool, words: Vocabulary) -> None:
    text = f"# Pier\n\n## Steps\n\nPost in the room (name TBD{rest}).\n"
    assert ("RC029" in {one.code for one in found_in(text, words)}) is is_found


PLANS = "- Second boat - Q2 2027\n- Longer pier - Q3 2027\n"
TAGE = "- Zweites Boot: 3. Mai 2027\n- Längerer Steg: Juni 2027\n"


@pytest.mark.parametrize(
    ("entries", "is_found"),
    [
        (f"{PLANS}- New crane - TBD\n", False),
        (f"{TAGE}- Neuer Kran: TBD\n", False),
        (f"{PLANS}- Shut the crane: TBD by the warden\n", True),
        ("- Second boat - blue\n- Longer pier - of oak\n- New crane - TBD\n", True),
    ],
)
def test_among_plans_with_a_day_only_the_day_is_open(
    entries: str, is_found: bool, words: Vocabulary
) -> None:
    found = found_in(f"# Pier\n\n## What we build\n\n{entries}", words)
    assert ("RC029" in {one.code for one in found}) is is_found


@pytest.mark.parametrize(
    ("between", "count"),
    [
        ("", 1),
        ("| Sluice | cook | Friday |\n", 1),
        ("\nAnd the sluices:\n\n| What | Who | When |\n|---|---|---|\n", 2),
        ("\n- Sluice: TBD\n", 2),
    ],
)
def test_a_table_with_open_cells_is_told_once(between: str, count: int, words: Vocabulary) -> None:
    head = "| What | Who | When |\n|---|---|---|\n| Bell | porter | TBD |\n"
    last = "" if between.startswith("\n-") else "| Gate | guard | TBD |\n"
    text = f"# Quay\n\n## Plan\n\n{head}{between}{last}"
    assert [one.code for one in found_in(text, words)].count("RC029") == count


@pytest.mark.parametrize(
    ("line", "is_found"),
    [
        ("- **Badges (TODO):** build, gate", False),
        ("Titelbild: TODO", False),
        ("- Shut the gate: TODO", True),
        ("- TODO: who calls the diver", True),
    ],
)
def test_what_adorns_a_page_is_missed_by_nobody(
    line: str, is_found: bool, words: Vocabulary
) -> None:
    text = f"# Lock\n\n## Steps\n\n{line}\n"
    assert ("RC029" in {one.code for one in found_in(text, words)}) is is_found

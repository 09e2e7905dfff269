"""A chain is read with what stands beside it: its waits, its levels, and what is no chain."""

import pytest

from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.plain_judge import found_in

HEAD = (
    "# Lighthouse\n\n## Severity levels\n\n| Level | Definition | Response time |\n|---|---|---|\n"
    "| P1 | lamp dark | 20 min |\n| P2 | horn silent | 4 h |\n\n"
)
NAMED = (
    "# Gates\n\n## Severity levels\n\n| Level | Definition | Response time | Escalate to |\n"
    "|---|---|---|---|\n| P1 | stuck | 5 min | Mate |\n"
)
CHAIN = "## Escalation path\n\n1. Keeper\n2. Head keeper\n3. Pilot office\n\n"


def codes(text: str, words: Vocabulary) -> set[str]:
    return {one.code for one in found_in(text, words)} & {"RC302", "RC303", "RC304"}


@pytest.mark.parametrize(
    ("beside", "expected"),
    [
        ("", {"RC302"}),
        ("### Escalation triggers\n\n- P1 still dark after 40 minutes\n", set()),
        ("### Escalation triggers\n\n- P1 with a ship in sight\n", {"RC302"}),
        ("## Lamp\n\n**Escalation:** Head keeper after 25 minutes\n", set()),
        ("## Lampe\n\n**Eskalation:** Oberwärter nach 25 Minuten\n", set()),
        ("## Messages\n\nThe harbour hears of it every 30 minutes.\n", {"RC302"}),
    ],
)
def test_waits_and_levels_may_stand_beside_the_chain(
    beside: str, expected: set[str], words: Vocabulary
) -> None:
    assert codes(HEAD + CHAIN + beside, words) == expected


@pytest.mark.parametrize(
    ("head", "is_chain"), [("When to escalate", False), ("Cuándo escalar", False), ("Boat", True)]
)
def test_a_table_of_cases_is_no_chain_of_waits(
    head: str, is_chain: bool, words: Vocabulary
) -> None:
    table = (
        f"## Escalation\n\n| Tier | Who | {head} |\n|---|---|---|\n| T1 | Keeper | any lamp |\n"
        "| T2 | Lens maker | broken glass |\n| T3 | Coast guard | ship aground |\n"
    )
    assert bool(codes(HEAD + table, words)) is is_chain


def test_one_helper_among_duties_is_no_chain(words: Vocabulary) -> None:
    duties = "## On-call\n\n- Look: every lamp\n- Escalate: contact the head keeper if needed\n"
    assert not codes(HEAD + duties, words)


@pytest.mark.parametrize(
    ("job", "is_found"), [("Wöchentlicher Rundgang", False), ("Turmwart", True)]
)
def test_work_that_comes_round_is_nobody_who_is_called(
    job: str, is_found: bool, words: Vocabulary
) -> None:
    rounds = f"## Eskalation\n\n- {job}\n- Oberwärter\n- Lotsenamt\n"
    assert bool(codes(HEAD + rounds, words)) is is_found


TREE = (
    "## Escalation matrix\n\n```\nKeeper (10 min)\n  |\n{}  v\nHead keeper\n  |\n  v\n"
    "Pilot office\n```\n"
)


@pytest.mark.parametrize(
    ("branch", "is_found"),
    [
        ("", True),
        ("  |-- Lit again? --> Write it down\n  |\n", False),
    ],
)
def test_branches_of_a_tree_wait_for_nothing(
    branch: str, is_found: bool, words: Vocabulary
) -> None:
    assert ("RC303" in codes(HEAD + TREE.format(branch), words)) is is_found


@pytest.mark.parametrize(
    ("note", "is_found"),
    [("P1", True), ("once P1 is declared", False), ("bei Ausrufung von P1", False)],
)
def test_that_a_level_is_declared_is_a_moment(note: str, is_found: bool, words: Vocabulary) -> None:
    notes = ["after 10 min", note, "after 2 h"]
    people = ["Pilot office", "Owner", "Mayor"]
    drawn = [f"  | {said}\n  v\n{who}" for said, who in zip(notes, people, strict=True)]
    rungs = ["Keeper", *drawn]
    text = "\n".join(["## Escalation matrix", "", "```", *rungs, "```", ""])
    assert ("RC303" in codes(HEAD + text, words)) is is_found


@pytest.mark.parametrize(
    ("said", "is_found"),
    [
        ("P2: the watchman mends it, no escalation.", False),
        ("P2 wird nicht eskaliert.", False),
        ("P1 and P2: no escalation at night.", True),
        ("P2: the watchman mends it.", True),
    ],
)
def test_a_level_may_be_said_elsewhere_to_stay(
    said: str, is_found: bool, words: Vocabulary
) -> None:
    text = f"{NAMED}| P2 | slow | 1 h | |\n| P3 | dark | 2 h | Mate |\n\n## Night\n\n{said}\n"
    assert ("RC304" in codes(text, words)) is is_found


@pytest.mark.parametrize(
    ("rungs", "is_found"),
    [
        ("- **Insurance:** in the safe\n- **Tools:** radio\n- **Harbour desk:** by day", False),
        ("- **Versicherung:** Police im Tresor\n- **Lieferanten:** Lampenwerk", False),
        ("1. Keeper\n2. Head keeper\n3. Legal", True),
        ("- Keeper\n- Head keeper\n- Legal", True),
    ],
)
def test_kinds_of_help_from_outside_are_no_chain(
    rungs: str, is_found: bool, words: Vocabulary
) -> None:
    text = f"{HEAD}## Escalation contacts\n\n{rungs}\n"
    assert ("RC302" in codes(text, words)) is is_found


LISTED = (
    "# Gates\n\n## Severity levels\n\n1. **Flood (P1)**: the gate is open\n   - Response: 5 min\n"
    "   - Escalation: Mate\n\n2. **Leak (P2)**: water behind the gate\n   - Response: 1 h\n"
    "   - Escalation: Bosun\n\n3. **Rust (P3)**: paint comes off\n   - Response: 24 h\n{}\n"
    "## Afterwards\n\n- Escalation: none\n"
)


@pytest.mark.parametrize(
    ("point", "is_found"),
    [
        ("   - Escalation: Not required\n", False),
        ("   - **Escalation**: by hand, if at all\n", False),
        ("   - Escalation:\n", True),
        ("", True),
    ],
)
def test_points_below_a_level_of_a_list_are_its_own(
    point: str, is_found: bool, words: Vocabulary
) -> None:
    assert ("RC304" in codes(LISTED.format(point), words)) is is_found


@pytest.mark.parametrize(
    ("rows", "is_found"),
    [
        (("Keeper | 10 minutes", "Head keeper | 10 minutes", "Owner | —"), False),
        (("Wärter | 10 Minuten", "Oberwärter | 20 Minuten", "Reeder | -"), False),
        (("Keeper | 10 minutes", "Head keeper | —", "Owner | 10 minutes"), True),
        (("Keeper | 10 minutes", "Head keeper | 10 minutes", "Owner | "), True),
    ],
)
def test_behind_the_last_who_has_a_dash_nobody_follows(
    rows: tuple[str, ...], is_found: bool, words: Vocabulary
) -> None:
    told = "\n".join(f"| L{at} | {row} |" for at, row in enumerate(rows, 1))
    table = f"## Escalation\n\n| Level | Target | Timeout |\n|---|---|---|\n{told}\n"
    assert ("RC303" in codes(HEAD + table, words)) is is_found


@pytest.mark.parametrize(
    ("rows", "is_found"),
    [
        ("| P2 | slow | 1 h | – |\n| P3 | paint | 4 h | – |\n", False),
        ("| P2 | slow | 1 h | Keeper |\n| P3 | paint | 4 h | - |\n", False),
        ("| P2 | slow | 1 h | |\n| P3 | paint | 4 h | – |\n", True),
        ("| P2 | slow | 1 h | – |\n| P3 | paint | 4 h | Keeper |\n", True),
    ],
)
def test_a_dash_is_a_decision_for_all_levels_below_the_last_with_a_name(
    rows: str, is_found: bool, words: Vocabulary
) -> None:
    assert ("RC304" in codes(NAMED + rows, words)) is is_found


def test_where_all_that_is_called_is_an_alarm_nobody_is_the_last(words: Vocabulary) -> None:
    alarms = "1. Alarm 1: within 5 minutes\n2. Alarm 2: within 30 minutes\n3. Alarm 3: later\n"
    assert codes(f"# Lighthouse\n\n## Escalation path\n\n{alarms}", words) == set()

"""Tables of levels against waits give one chain a level, whichever side the levels are on."""

import pytest

from runcard.domain.playbooks.chains.escalations import chains_of
from runcard.domain.playbooks.page.outline import outline
from runcard.domain.playbooks.vocabulary import Vocabulary

Rungs = list[tuple[str, int | None]]


def matrices(table: str, words: Vocabulary) -> list[tuple[tuple[str, ...], Rungs]]:
    return [
        (one.keys, [(step.who, step.after and step.after.seconds) for step in one.steps])
        for one in chains_of(outline(f"## Escalation\n\n{table}"), words)
    ]


def test_levels_as_columns(words: Vocabulary) -> None:
    table = (
        "| Silence | P1 | P2 |\n|---|---|---|\n| 0 min | Bosun | Bosun |\n"
        "| 12 min | Mate | – |\n| 50 min | Captain, owner | Mate |\n"
    )
    assert matrices(table, words) == [
        (("P1",), [("Bosun", 0), ("Mate", 720), ("Captain, owner", 3000)]),
        (("P2",), [("Bosun", 0), ("Mate", 3000)]),
    ]


def test_levels_as_rows(words: Vocabulary) -> None:
    table = (
        "| Stufe | Sofort | Nach 20 Minuten | Nach 1 Stunde |\n|---|---|---|---|\n"
        "| P1 | Bootsmann | Maat | Kapitän |\n| P2 | Bootsmann | – | Maat |\n"
    )
    assert matrices(table, words) == [
        (("P1",), [("Bootsmann", 0), ("Maat", 1200), ("Kapitän", 3600)]),
        (("P2",), [("Bootsmann", 0), ("Maat", 3600)]),
    ]


def test_numbered_rungs_beside_the_levels(words: Vocabulary) -> None:
    table = (
        "| 重大度 | 一次 | 二次（15分後） |\n|---|---|---|\n"
        "| P1 | 当番 | 課長 |\n| P2 | 当番 | 主任 |\n"
    )
    assert matrices(table, words) == [
        (("P1",), [("当番", None), ("課長", 900)]),
        (("P2",), [("当番", None), ("主任", 900)]),
    ]


def test_a_table_without_waits_is_no_matrix(words: Vocabulary) -> None:
    table = (
        "| Task | P1 | P2 |\n|---|---|---|\n| Declare | Mate | Bosun |\n| Close | Mate | Cook |\n"
    )
    assert matrices(table, words) == []


def test_bare_numbers_below_a_unit(words: Vocabulary) -> None:
    table = "| Minutes | P1 | P2 |\n|---|---|---|\n| 0 | Bosun | Bosun |\n| 12 | Mate | |\n"
    assert matrices(table + "| 50 | Owner | Mate |\n", words) == [
        (("P1",), [("Bosun", 0), ("Mate", 720), ("Owner", 3000)]),
        (("P2",), [("Bosun", 0), ("Mate", 3000)]),
    ]


def test_any_case_beside_numbered_calls(words: Vocabulary) -> None:
    table = (
        "| Case | First call | Second call (no answer in 12 min) |\n|---|---|---|\n"
        "| Leak | Bosun | Mate |\n| Fire | Pilot | Owner |\n"
    )
    assert matrices(table, words) == [
        ((), [("Bosun", None), ("Mate", 720)]),
        ((), [("Pilot", None), ("Owner", 720)]),
    ]


def test_other_heads_make_no_matrix(words: Vocabulary) -> None:
    table = "| Case | Ship | Berth |\n|---|---|---|\n| Leak | Rose | 4 |\n| Fire | Lily | 5 |\n"
    assert matrices(table, words) == []


def test_waits_between_levels_and_people_are_one_chain_a_level(words: Vocabulary) -> None:
    table = (
        "| Level | Bosun | Mate | Captain |\n|---|---|---|---|\n"
        "| P1 | 5 min | 20 min | 1 h |\n| P2 | 30 min | 2 h | - |\n| P3 | Next day | N/A | - |\n"
    )
    assert matrices(table, words) == [
        (("P1",), [("Bosun", 300), ("Mate", 1200), ("Captain", 3600)]),
        (("P2",), [("Bosun", 1800), ("Mate", 7200)]),
        (("P3",), [("Bosun", None)]),
    ]


def test_a_case_with_a_time_in_it_may_stand_among_the_waits(words: Vocabulary) -> None:
    table = (
        "| Stufe | Bootsmann | Kapitän |\n|---|---|---|\n"
        "| P1 | Sofort | Innerhalb von 9 Minuten |\n| P2 | Nach 1 h | Falls ungelöst nach 5 h |\n"
    )
    chains = chains_of(outline(f"## Eskalation\n\n{table}"), words)
    assert [[(one.who, one.condition) for one in chain.steps] for chain in chains] == [
        [("Bootsmann", "Sofort"), ("Kapitän", "Innerhalb von 9 Minuten")],
        [("Bootsmann", "Nach 1 h"), ("Kapitän", "Falls ungelöst nach 5 h")],
    ]


@pytest.mark.parametrize("cell", ["If the mast is gone", "Reads the log"])
def test_a_case_or_a_deed_without_a_time_is_no_wait(cell: str, words: Vocabulary) -> None:
    rows = f"| P1 | 5 min | 20 min |\n| P2 | 1 h | {cell} |\n"
    table = f"| Level | Bosun | Captain |\n|---|---|---|\n{rows}"
    assert all(keys == () for keys, _ in matrices(table, words))


def test_promises_of_levels_are_no_people(words: Vocabulary) -> None:
    table = "| Level | Response | Fix |\n|---|---|---|\n| P1 | 5 min | 1 h |\n| P2 | 1 h | 1 d |\n"
    assert matrices(table, words) == []


def test_who_is_called_besides_is_a_rung_of_his_own(words: Vocabulary) -> None:
    columns = (
        "| Time | P1 | P2 |\n|---|---|---|\n| 0-9 min | Bosun + Mate | Bosun |\n"
        "| 9-40 min | +Captain | plus Mate |\n| 1 hour | - | - |\n"
    )
    rows = (
        "| Stufe | sofort | nach 9 min |\n|---|---|---|\n| P1 | Bosun ＋ Mate | + Captain |\n"
        "| P2 | Bosun | + Mate |\n"
    )
    for table in (columns, rows):
        assert [(keys, [who for who, _ in rungs]) for keys, rungs in matrices(table, words)] == [
            (("P1",), ["Bosun", "Mate", "Captain"]),
            (("P2",), ["Bosun", "Mate"]),
        ]


def by_case(table: str, words: Vocabulary) -> list[tuple[str, str | None, int | None]]:
    chains = chains_of(outline(f"## Escalation\n\n{table}"), words)
    assert [one.ordered for one in chains] == [False] * len(chains)
    return [
        (step.who, step.condition, step.after and step.after.seconds)
        for one in chains
        for step in one.steps
    ]


def test_kinds_of_trouble_as_rows_call_nobody_in_turn(words: Vocabulary) -> None:
    table = (
        "| Trouble | Primary | Escalation (20 min) | Owner (2 hours) |\n|---|---|---|---|\n"
        "| Sails | Bosun | Mate | Owner |\n| Cargo | Clerk | Mate (if it burns) | -- |\n"
    )
    assert by_case(table, words) == [
        ("Bosun", "Sails", None), ("Mate", "Sails", 1200), ("Owner", "Sails", 7200),
        ("Clerk", "Cargo", None), ("Mate", "if it burns", 1200),
    ]  # fmt: skip


def test_who_stands_in_for_whom_is_no_escalation(words: Vocabulary) -> None:
    table = (
        "| Role | Primary | Escalation |\n|---|---|---|\n"
        "| Incident commander | Ann | Bo |\n| Tech lead | Bo | Cy |\n"
    )
    assert [condition for _, condition, _ in by_case(table, words)] == []


def test_waits_below_levels_and_beside_people(words: Vocabulary) -> None:
    table = (
        "| Wer wird gerufen | P1 | P2 |\n|---|---|---|\n| Bootsmann | sofort | 20 Min. |\n"
        "| Steuermann | 10 Min. | – |\n| Kapitän | 1 h | 2 h |\n"
    )
    assert matrices(table, words) == [
        (("P1",), [("Bootsmann", 0), ("Steuermann", 600), ("Kapitän", 3600)]),
        (("P2",), [("Bootsmann", 1200), ("Kapitän", 7200)]),
    ]
    counts = table.replace("sofort", "viele").replace("10 Min.", "wenige")
    assert matrices(counts, words) != matrices(table, words)
    times = table.replace("Bootsmann", "Antwort").replace("Steuermann", "Lösung")
    assert not any(keys for keys, _ in matrices(times.replace("Kapitän", "Bericht"), words))

"""Runbooks that are the rows of a table of troubles."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.model import Playbook
from runcard.domain.playbooks.vocabulary import Vocabulary


def compiled(body: str, words: Vocabulary) -> Playbook:
    return compile_playbook(f"# Greenhouse incidents\n\n{body}", words)


def table(*rows: str) -> str:
    head, *others = rows
    rule = "|---" * (head.count("|") - 1) + "|"
    return "\n".join((head, rule, *others)) + "\n"


VENTS = "| Vents stay shut | Read the motor current on the panel | Swap the fuse, turn by hand |"
PUMP = "| Pump runs dry | Look at the level of the tank | Close the valve and prime the pump |"


@pytest.mark.parametrize(
    ("head", "parts"),
    [
        ("| Failure | Containment and evidence | Recovery and proof |",
         ["containment_and_evidence", "recovery"]),
        ("| Symptom | Check | Fix |", ["check", "recovery"]),
        ("| Escenario | Diagnóstico | Qué hacer |", ["diagnosis", "recovery"]),
        ("| Störung | Eindämmung | Behebung |", ["mitigation", "recovery"]),
        ("| Panne | Vérifier | Correctif |", ["diagnosis", "recovery"]),
        ("| Falha | Diagnóstico | Correção |", ["diagnosis", "recovery"]),
        ("| 事象 | 調査 | 復旧 |", ["diagnosis", "recovery"]),
        ("| 故障 | 排查 | 处理 |", ["diagnosis", "recovery"]),
    ],
)  # fmt: skip
def test_each_row_of_a_trouble_beside_what_is_done_is_a_runbook(
    head: str, parts: list[str], words: Vocabulary
) -> None:
    books = compiled(f"## Failure procedures\n\n{table(head, VENTS, PUMP)}", words).runbooks
    assert [(one.title, one.line) for one in books] == [
        ("Vents stay shut", 7),
        ("Pump runs dry", 8),
    ]
    assert [part.name for part in books[0].parts] == parts
    assert {part.line for part in books[1].parts} == {8}


def test_below_a_heading_about_runbooks_the_repair_is_enough(words: Vocabulary) -> None:
    rows = ("| Vents stay shut | a fuse | Swap the fuse, then turn by hand |",
            "| Pump runs dry | an empty tank | Close the valve and prime it |")  # fmt: skip
    body = table("| Problem | Likely cause | Solution |", *rows)
    assert len(compiled(f"## Troubleshooting\n\n{body}", words).runbooks) == 2
    others = body.replace("Likely cause", "Seen by")
    assert not compiled(f"## Remarks\n\n{others}", words).runbooks


def test_the_other_columns_tell_of_signs_level_and_proof(words: Vocabulary) -> None:
    head = "| Scenario | Severity | Symptoms | Recovery | Verification |"
    rows = (
        "| Heater out | P1 | Below 8 degrees in house 2 | Restart the burner | Above 12 again |",
        "| No water | P2 | No pressure at the tap | Open the line and vent it | 2 bar |",
    )
    book = compiled(f"## Scenarios\n\n{table(head, *rows)}", words).runbooks[0]
    assert [one.text for one in book.symptoms] == ["Below 8 degrees in house 2"]
    assert (book.severity, book.verification and book.verification.text) == ("P1", "Above 12 again")
    assert [part.name for part in book.parts] == ["recovery", "verification"]


@pytest.mark.parametrize(
    "body",
    [
        table("| Situation | Runbook |", "| Vents shut | [vents](vents.md), all of it |",
              "| Pump dry | [pump](pump.md), all of it |"),
        table("| Alert | Likely cause | Severity |", "| VentCurrentHigh | a blown fuse | P2 |",
              "| TankLow | the valve of the well was not opened | P3 |"),
        table("| Failure | Check | Fix |", "| Vents | yes | no |", "| Pump | no | yes |"),
        table("| Failure | Check | Fix |", VENTS),
        table("| Step | Check | Action |", "| 1 | Read the motor current | Swap the fuse at once |",
              "| 2 | Look at the tank again | Close the valve of the well |"),
    ],
)  # fmt: skip
def test_what_only_points_explains_or_counts_is_no_table_of_runbooks(
    body: str, words: Vocabulary
) -> None:
    assert not compiled(f"## Failure procedures\n\n{body}", words).runbooks


def test_rows_that_are_worked_off_below_headings_of_their_names_are_not_told_twice(
    words: Vocabulary,
) -> None:
    rows = table("| Failure | Check | Fix |", VENTS, PUMP)
    below = "### Vents stay shut\n\n1. Swap it\n2. Turn it\n\n### Pump runs dry\n\n1. Close it\n"
    books = compiled(f"## Runbooks\n\n{rows}\n{below}", words).runbooks
    assert [one.line for one in books] == [10, 15]


def test_a_table_inside_a_runbook_belongs_to_it(words: Vocabulary) -> None:
    rows = table("| Symptom | Check | Fix |", VENTS, PUMP)
    body = f"## Runbooks\n\n### Greenhouse cold\n\n1. Close the doors\n\n{rows}"
    assert [one.title for one in compiled(body, words).runbooks] == ["Greenhouse cold"]


@pytest.mark.parametrize(
    ("chapter", "head", "part"),
    [("What happens on some days", "| Situation | What to do |", "recovery"),
     ("Häufige Lagen", "| Lage | Was tun |", "recovery"),
     ("Más", "| Situación | Acción |", "acción"),
     ("更多", "| 情况 | 怎么做 |", "recovery"),
     ("Containment by kind", "| Situation | Action |", None),
     ("More", "| Situation | Action | Owner |", None),
     ("Contacts", "| Situation | Action |", None)],
)  # fmt: skip
def test_a_table_of_situations_and_what_to_do_needs_no_third_column(
    chapter: str, head: str, part: str | None, words: Vocabulary
) -> None:
    rows = ("| Vents shut | Swap the fuse, then turn by hand |",
            "| Pump dry | Close the valve and prime the pump |")  # fmt: skip
    books = compiled(f"## {chapter}\n\n{table(head, *rows)}", words).runbooks
    assert [one.title for one in books] == (["Vents shut", "Pump dry"] if part else [])
    assert {one.parts[0].name for one in books} == ({part} if part else set())


LOOKED_UP = table("| Incident | Immediate action | Recovery |", VENTS, PUMP)
OWN = "## Runbooks\n\n### Glass broken\n\n1. Shut the blind\n2. Call the glazier\n\n"


def test_a_table_to_look_things_up_beside_runbooks_has_none(words: Vocabulary) -> None:
    for title in ("Quick reference", "Cheat sheet"):
        found = compiled(f"## {title}\n\n{LOOKED_UP}\n{OWN}", words).runbooks
        assert [one.title for one in found] == ["Glass broken"]


def test_where_no_other_runbooks_are_its_rows_are_them(words: Vocabulary) -> None:
    assert len(compiled(f"## Quick reference\n\n{LOOKED_UP}", words).runbooks) == 2
    assert len(compiled(f"## Common incidents\n\n{LOOKED_UP}\n{OWN}", words).runbooks) == 3


@pytest.mark.parametrize(
    ("head", "looks"),
    [
        ("| Symptom | Check | Fix | Verify |", "diagnosis"),
        ("| Failure | Look | Repair | Verification |", "diagnosis"),
        ("| Störung | Prüfen | Behebung | Verifikation |", "diagnosis"),
        ("| Symptom | Check | Fix |", "check"),
        ("| Symptom | Check | Fix | Owner |", "check"),
    ],
)
def test_a_check_beside_a_verification_is_the_first_look(
    head: str, looks: str, words: Vocabulary
) -> None:
    rows = (f"{VENTS} they turn |", f"{PUMP} – |")
    books = compiled(f"## Failure procedures\n\n{table(head, *rows)}", words).runbooks
    assert [part.name for part in books[0].parts][:2] == [looks, "recovery"]


def test_a_dash_in_a_cell_is_no_part_and_no_proof(words: Vocabulary) -> None:
    head = "| Störung | Diagnose | Behebung | Verifikation |"
    rows = (f"{VENTS} the vents turn |", f"{PUMP} – |", f"{PUMP} none |")
    books = compiled(f"## Failure procedures\n\n{table(head, *rows)}", words).runbooks
    assert [len(book.parts) for book in books] == [3, 2, 2]
    assert [book.verification is not None for book in books] == [True, False, False]


@pytest.mark.parametrize(
    ("chapter", "head"),
    [("Quick reference", "| Symptom | Likely cause | Fix |"),
     ("Spickzettel", "| Störung | Ursache | Maßnahme |"),
     ("Aide-mémoire", "| Panne | Cause probable | Remède |"),
     ("Guía rápida", "| Síntoma | Causa | Qué hacer |"), ("速查", "| 现象 | 原因 | 处理 |")],
)  # fmt: skip
def test_why_it_happens_beside_what_is_done_makes_it_a_table_of_troubles(
    chapter: str, head: str, words: Vocabulary
) -> None:
    books = compiled(f"## {chapter}\n\n{table(head, VENTS, PUMP)}", words).runbooks
    assert [one.title for one in books] == ["Vents stay shut", "Pump runs dry"]


@pytest.mark.parametrize(
    "head",
    ["| Incident | Root cause | Fix |", "| Plant | Cause | Fix |", "| Symptom | Cause | Seen |"],
)
def test_a_table_of_what_happened_or_of_no_repair_has_none(head: str, words: Vocabulary) -> None:
    assert compiled(f"## Quick reference\n\n{table(head, VENTS, PUMP)}", words).runbooks == ()


def test_wide_signs_say_as_much_in_less_room(words: Vocabulary) -> None:
    rows = (
        "| 天窗打不开 | 保险丝烧断 | 更换保险丝并手动转动 |",
        "| 水泵空转 | 缺水 | 关闭阀门并重新注水 |",
    )
    books = compiled(f"## 常见故障\n\n{table('| 故障 | 原因 | 处理 |', *rows)}", words).runbooks
    assert [one.title for one in books] == ["天窗打不开", "水泵空转"]
    short = ("| 天窗打不开 | 保险丝 | 换 |", "| 水泵空转 | 缺水 | 注水 |")
    assert compiled(f"## 温室\n\n{table('| 故障 | 原因 | 处理 |', *short)}", words).runbooks == ()

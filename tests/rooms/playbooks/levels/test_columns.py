"""What the columns of a table of levels are about."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import Vocabulary


@pytest.mark.parametrize("head", ["RTO cible", "RTO", "Target RTO", "RTO-Ziel"])
def test_recovery_objectives_are_resolutions(head: str, words: Vocabulary) -> None:
    rows = "| P0 | < 15 min | < 1h |\n| P1 | < 1h | < 4h |\n"
    text = f"# Tea\n\n| Niveau | {head} | RPO |\n|---|---|---|\n{rows}"
    levels = compile_playbook(text, words).severities
    assert [one.resolution and one.resolution.seconds for one in levels] == [900, 3600]
    assert [one.response for one in levels] == [None, None]


def test_the_levels_stand_where_their_codes_are_whatever_the_heads_say(words: Vocabulary) -> None:
    text = (
        "# Bakery\n\n## Incident categories\n\n"
        "| Category | Severity | Response time |\n|---|---|---|\n"
        "| **S1 — Critical** | Nobody gets bread | < 15 min |\n"
        "| **S2 — High** | One shop waits | < 1 hour |\n"
        "| **S3 — Medium** | A mixer is loud | < 4 hours |\n"
    )
    found = compile_playbook(text, words).severities
    assert [(one.key, one.name) for one in found] == [
        ("S1", "Critical"),
        ("S2", "High"),
        ("S3", "Medium"),
    ]


def test_waits_below_escalation_are_nobody(words: Vocabulary) -> None:
    for head, waits in (
        ("Escalation", ("at once", "40 min", "4 h")),
        ("Eskalation", ("sofort", "40 Min.", "4 Std.")),
    ):
        rows = [f"| P{at} | a tray is late | {wait} |\n" for at, wait in enumerate(waits, 1)]
        text = f"# Bakery\n\n## Severity\n\n| Level | Impact | {head} |\n|---|---|---|\n"
        found = compile_playbook(text + "".join(rows), words).severities
        assert [one.escalation for one in found] == [(), (), ()]
    named = text + "| P1 | a tray is late | Oven master |\n| P2 | one loaf is late | 4 h |\n"
    first, _ = compile_playbook(named, words).severities
    assert [who.text for who in first.escalation] == ["Oven master"]


def meant(heads: str, rows: str, words: Vocabulary) -> list[str | None]:
    marks = "|---" * (heads.count("|") + 1)
    text = f"# Mill\n\n| Level | {heads} |\n{marks}|---|\n{rows}"
    found = compile_playbook(text, words).severities
    return [one.definition.text if one.definition else None for one in found]


def test_sentences_without_spaces_are_sentences(words: Vocabulary) -> None:
    """A head that nobody knows, above what a level means; names and times are no meaning."""
    rows = "| S | 水車が回らず粉が出ない | 5分以内 |\n| A | 粉が粗く客が困る | 30分以内 |\n"
    assert meant("どんな日 | 着手", rows, words) == ["水車が回らず粉が出ない", "粉が粗く客が困る"]
    rows = "| S | 水车停了，没有面粉 | 5 分钟 |\n| A | 面粉太粗，客人在等 | 1 小时 |\n"
    assert meant("像这样 | 响应", rows, words) == ["水车停了，没有面粉", "面粉太粗，客人在等"]
    rows = "| S | 親方、帳場 | 5分以内 |\n| A | 親方 | 30分以内 |\n"
    assert meant("連れ | 着手", rows, words) == [None, None]


@pytest.mark.parametrize(
    ("head", "time"),
    [
        ("Resolution", "next app update"),
        ("Lösung", "nächstes Software-Update"),
        ("Résolution", "prochaine mise à jour logicielle"),
        ("Resolución", "próxima actualización de software"),
        ("Resolução", "próxima atualização de software"),
        ("解决", "下次版本更新"),
        ("復旧の目標", "次回アップデート"),
    ],
)
def test_the_next_update_of_what_is_run_is_a_release(
    head: str, time: str, words: Vocabulary
) -> None:
    rows = f"| S1 | 1 h |\n| S2 | 2 h |\n| S3 | {time} |\n"
    levels = compile_playbook(f"# Mill\n\n| Level | {head} |\n|---|---|\n{rows}", words).severities
    assert levels[2].resolution is not None
    assert levels[2].resolution.calendar == "next_release"


def test_a_column_says_what_each_level_is_called(words: Vocabulary) -> None:
    rows = "| L1 | 大火 | 全館停止 |\n| L2 | 小火 | 一室停止 |\n"
    text = f"# 茶\n\n## 障害レベル\n\n| レベル | 呼称 | 判定基準 |\n|---|---|---|\n{rows}"
    assert [one.name for one in compile_playbook(text, words).severities] == ["大火", "小火"]


@pytest.mark.parametrize("head", ["When?", "Wann?", "Quand ?", "¿Cuándo?"])
def test_the_case_of_a_level_may_be_asked_for(head: str, words: Vocabulary) -> None:
    rows = "| S1 | the mill wheel stands still | 5 min |\n| S2 | flour is much too coarse | 1 h |\n"
    assert meant(f"{head} | Response", rows, words) == [
        "the mill wheel stands still", "flour is much too coarse",
    ]  # fmt: skip
    assert meant("Who? | Response", rows, words) == [None, None]


def called(
    head: str, cells: tuple[str, ...], words: Vocabulary
) -> list[tuple[list[str], str | None]]:
    rows = "".join(f"| S{at} | one oven is cold | {cell} |\n" for at, cell in enumerate(cells, 1))
    marks = "|---" * (head.count("|") + 3)
    text = f"# Bakery\n\n## Severity\n\n| Level | Impact | {head} |\n{marks}|\n{rows}"
    return [
        ([who.text for who in one.escalation], one.communication and one.communication.text)
        for one in compile_playbook(text, words).severities
    ]


@pytest.mark.parametrize(
    ("head", "first", "second"),
    [("Notify", ("Head baker", "managing director"), "Shift lead"),
     ("Who is told", ("Head baker", "managing director"), "Shift lead"),
     ("Wird benachrichtigt", ("Geschäftsführung", "Backstubenleiter"), "Schichtleitung"),
     ("Prévenir", ("Directrice", "chef de fournil"), "Responsable de quart"),
     ("Avisar a", ("Directora", "jefe de horno"), "Encargado"),
     ("Quem é avisado", ("Diretora", "chefe de forno"), "Gerente"),
     ("通知对象", ("总监", "面点主管"), "值班面点师"),
     ("連絡先", ("部長", "窯リーダー"), "当番")],
)  # fmt: skip
def test_people_who_are_told_of_a_level_are_called(
    head: str, first: tuple[str, ...], second: str, words: Vocabulary
) -> None:
    both = ("、" if first[0] in {"总监", "部長"} else ", ").join(first)
    found = called(head, (both, second, "–"), words)
    assert found == [([*first], None), ([second], None), ([], None)]


@pytest.mark.parametrize(
    ("head", "first"),
    [("Notify", "Head baker and all customers"), ("Notify", "Shift lead by e-mail"),
     ("Notify", "#bakery, shift lead"), ("Communication", "Shift lead, managing director"),
     ("Notify", "Shift lead within 15 min"), ("Notify", "Shift lead + baker; open the book")],
)  # fmt: skip
def test_ways_and_strangers_are_news_and_no_call(head: str, first: str, words: Vocabulary) -> None:
    assert called(head, (first, "Shift lead", "–"), words)[0] == ([], first)


def test_beside_a_column_of_calls_one_of_news_stays_what_it_is(words: Vocabulary) -> None:
    cells = ("Shift lead | Managing director", "Shift lead | Head baker")
    first, second = called("Escalate to | Notify", cells, words)
    assert first == (["Shift lead"], "Managing director")
    assert second == (["Shift lead"], "Head baker")


@pytest.mark.parametrize(
    "head",
    ["Normalizar em", "Normalizar en", "Rétablir sous", "Wiederherstellen binnen", "恢复正常",
     "正常化", "Normalise within", "Fixed in"],
)  # fmt: skip
def test_an_order_with_a_bound_names_the_resolution(head: str, words: Vocabulary) -> None:
    rows = "| P0 | No tram runs | 5 min | 1 h |\n| P1 | One line waits | 15 min | 4 h |\n"
    text = f"# Tram\n\n| Level | Case | Response | {head} |\n|---|---|---|---|\n{rows}"
    levels = compile_playbook(text, words).severities
    assert [one.resolution and one.resolution.seconds for one in levels] == [3600, 14400]


def test_a_place_below_such_a_head_is_no_time(words: Vocabulary) -> None:
    rows = "| P0 | No tram runs | 5 min | the yard |\n| P1 | One waits | 15 min | the street |\n"
    text = f"# Tram\n\n| Level | Case | Response | Fixed in |\n|---|---|---|---|\n{rows}"
    assert [one.resolution for one in compile_playbook(text, words).severities] == [None, None]


@pytest.mark.parametrize(("first", "last"), [("GTI", "GTR"), ("MTTA", "MTTR")])
def test_the_guarantees_of_the_trade_are_a_take_up_and_a_repair(
    first: str, last: str, words: Vocabulary
) -> None:
    rows = "| A | 10 min | 3 h |\n| B | 2 h ouvrées | 1 jour ouvré |\n"
    text = f"# Marée\n\n| Niveau | {first} | {last} |\n|---|---|---|\n{rows}"
    levels = compile_playbook(text, words).severities
    taken = [one.response or one.acknowledge for one in levels]
    assert [one and (one.seconds, one.calendar) for one in taken] == [
        (600, None), (7200, "business_hours"),
    ]  # fmt: skip
    assert [one.resolution and one.resolution.text for one in levels] == ["3 h", "1 jour ouvré"]


@pytest.mark.parametrize(
    ("head", "cells", "is_action"),
    [
        ("First response", "Shut the gate first/Call the yard lead/A ticket in office hours", True),
        ("Erste Reaktion", "Alle Wagen rufen/Wagen am nächsten Werktag tauschen", False),
        ("Erste Reaktion", "Alle Wagen rufen/Strecke sperren lassen/Ticket zum Werktag", True),
        ("First response", "15 min/Open a ticket then/Call the yard lead", False),
    ],
)
def test_a_response_that_says_in_most_cells_what_to_do_is_an_action(
    head: str, cells: str, is_action: bool, words: Vocabulary
) -> None:
    said = cells.split("/")
    rows = "".join(f"| P{at} | Case {at} of the tram | {cell} |\n" for at, cell in enumerate(said))
    text = f"# Tram\n\n## Severity\n\n| Level | Case | {head} |\n|---|---|---|\n{rows}"
    levels = compile_playbook(text, words).severities
    assert [one.action is not None for one in levels] == [is_action] * len(said)


@pytest.mark.parametrize(
    ("near", "far"),
    [
        ("Updates (crew)", "Updates (passengers)"),
        ("Internal updates", "Customer updates"),
        ("Mises à jour internes", "Mises à jour clients"),
    ],
)
def test_two_columns_of_rhythms_are_those_of_two_sides(
    near: str, far: str, words: Vocabulary
) -> None:
    head = f"# Boats\n\n## Severity levels\n\n| Level | Definition | {near} | {far} |\n"
    rows = "| P1 | adrift | every 9 min | every 40 min |\n| P2 | late | hourly | daily |\n"
    text = f"{head}|---|---|---|---|\n{rows}"
    level = compile_playbook(text, words).severities[0]
    assert level.cadence is not None
    assert level.cadence_external is not None
    assert (level.cadence.seconds, level.cadence_external.seconds) == (540, 2400)


def test_a_column_of_cases_may_hold_a_threshold(words: Vocabulary) -> None:
    page = (
        "# Oven\n\n## Severity\n\n| Level | When | Acknowledge | First responder working |\n"
        "|---|---|---|---|\n| P1 | No bread in the whole shop | 5 min | 15 min |\n"
        "| P2 | Bread comes more than 20 min late | 15 min | 30 min |\n"
        "| P3 | Crumbs on the floor of the shop | 1 h | next working day |\n"
    )
    levels = compile_playbook(page, words).severities
    assert [one.definition and one.definition.text.split()[0] for one in levels] == [
        "No", "Bread", "Crumbs",
    ]  # fmt: skip
    assert [one.response and one.response.seconds for one in levels] == [900, 1800, None]


@pytest.mark.parametrize(
    ("cells", "times"),
    [
        (
            ("Start now. Shut the ovens, then look.", "Start the same day."),
            [0, "same_business_day"],
        ),
        (("Respond at once, ring the baker.", "Respond within 2 hours. Log it."), [0, 7200]),
        (("Shut the ovens and ring the baker.", "Write it on the board."), [None, None]),
        (("Open the war room and call all.", "Put a note on the door."), [None, None]),
    ],
)
def test_a_response_that_says_how_soon_before_what_is_done(
    cells: tuple[str, str], times: list[int | str | None], words: Vocabulary
) -> None:
    rows = [f"| SEV{at} | bread is late | {cell} |\n" for at, cell in enumerate(cells, 1)]
    text = "# Bakery\n\n## Severity\n\n| Level | Meaning | Response |\n|---|---|---|\n"
    found = [one.response for one in compile_playbook(text + "".join(rows), words).severities]
    assert [one and (one.calendar or one.seconds) for one in found] == times


@pytest.mark.parametrize(
    ("head", "means"),
    [
        ("Indicators", "bread is late or burns"),
        ("Anzeichen", "bread is late or burns"),
        ("Contact", None),
        ("Flag", None),
    ],
)
def test_signs_say_what_a_level_means_beside_examples(
    head: str, means: str | None, words: Vocabulary
) -> None:
    rows = [f"| SEV{at} | 5 min | bread is late or burns | loaves fall |\n" for at in (1, 2)]
    text = (
        "# Bakery\n\n## Severity\n\n"
        f"| Level | Response | {head} | Examples |\n|---|---|---|---|\n{''.join(rows)}"
    )
    first = compile_playbook(text, words).severities[0]
    assert (first.definition and first.definition.text) == means

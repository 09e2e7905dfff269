"""Cells of several sentences, each with a promise of its own."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.levels.entries import Statement
from runcard.domain.playbooks.levels.told_cells import told_cell
from runcard.domain.playbooks.vocabulary import Vocabulary

HEAD = "# Tea\n\n| Severity | Means | {} |\n|---|---|---|\n"


@pytest.mark.parametrize(
    ("column", "cell", "seconds"),
    [
        (
            "Response cadence",
            "Drop all. Engage immediately. Status update every 40 minutes.",
            (0, 2400),
        ),
        ("Response", "Within 20 minutes. Updates every hour.", (1200, 3600)),
        ("Meldungen", "Beginn innerhalb von 10 Minuten. Meldung alle 20 Minuten.", (600, 1200)),
    ],
)
def test_an_answer_and_a_rhythm(
    column: str, cell: str, seconds: tuple[int, int], words: Vocabulary
) -> None:
    text = f"{HEAD.format(column)}| SEV1 | No tea. | {cell} |\n| SEV2 | Cold. | {cell} |\n"
    level = compile_playbook(text, words).severities[0]
    assert level.response is not None
    assert level.cadence is not None
    assert (level.response.seconds, level.cadence.seconds) == seconds


def test_updates_at_what_happens(words: Vocabulary) -> None:
    cell = "Engage within 20 minutes. Status update at start, on mitigation, at resolution."
    text = (
        f"{HEAD.format('Response cadence')}| SEV1 | No tea. | {cell} |\n| SEV2 | Cold. | {cell} |\n"
    )
    level = compile_playbook(text, words).severities[0]
    assert level.cadence is not None
    assert level.cadence.calendar == "event"
    assert level.resolution is None


def test_a_first_word_is_no_answer(words: Vocabulary) -> None:
    cell = "First word within 10 minutes. Then every 30 minutes."
    assert told_cell(cell, 3, ("cadence",), words) == (Statement(("cadence",), cell, 3),)


def test_who_only_is_told_answers_nothing(words: Vocabulary) -> None:
    said = "The owner is told within 30 minutes."
    assert told_cell(f"Ring the cook. {said}", 3, ("response",), words) == (
        Statement(("response",), "Ring the cook.", 3),
        Statement(("communication",), said, 3),
    )


def test_entries_apart_by_line_breaks_are_an_example_each(words: Vocabulary) -> None:
    cell = "- No water.<br>- No cups in the house.<br/>* The cook is away"
    text = f"{HEAD.format('Examples')}| SEV1 | No tea. | {cell} |\n| SEV2 | Cold. | Late tea |\n"
    one, two = compile_playbook(text, words).severities
    assert [text.text for text in one.examples] == [
        "No water.", "No cups in the house.", "The cook is away",
    ]  # fmt: skip
    assert [text.text for text in two.examples] == ["Late tea"]


def test_what_the_mark_of_a_list_stands_between_is_an_example_each(words: Vocabulary) -> None:
    rows = (
        "| P1 | 窯が全停止 | 火が消えた、皿が割れた（白、青） |\n"
        "| P2 | 窯が遅い | 皿が冷たい。火が弱い、煙が出る。 |\n"
    )
    text = f"# 窯\n\n| 重大度 | 定義 | 例 |\n|---|---|---|\n{rows}"
    one, two = compile_playbook(text, words).severities
    assert [text.text for text in one.examples] == ["火が消えた", "皿が割れた（白、青）"]
    assert [text.text for text in two.examples] == ["皿が冷たい。火が弱い、煙が出る。"]


@pytest.mark.parametrize(
    ("head", "cell"),
    [("Examples", "No tea (green; black); cups broken"),
     ("Typische Beispiele", "Kein Tee (grün; schwarz); Tassen kaputt"),
     ("Situaciones típicas", "Sin té (verde; negro); tazas rotas"),
     ("典型情形", "没有茶（绿；红）；杯子碎了"), ("代表例", "茶がない（緑；紅）；茶碗が割れた")],
)  # fmt: skip
def test_what_a_semicolon_parts_is_an_example_each(head: str, cell: str, words: Vocabulary) -> None:
    text = f"{HEAD.format(head)}| SEV1 | No tea. | {cell} |\n| SEV2 | Cold. | Late tea |\n"
    one, two = compile_playbook(text, words).severities
    assert len(one.examples) == 2
    assert one.examples[0].text.endswith((")", "）"))
    assert [text.text for text in two.examples] == ["Late tea"]


def test_a_semicolon_in_what_a_level_means_parts_nothing(words: Vocabulary) -> None:
    text = f"{HEAD.format('Definition')}| SEV1 | A | No tea; no cups |\n| SEV2 | B | Slow |\n"
    one = compile_playbook(text, words).severities[0]
    assert one.definition is not None
    assert one.definition.text == "No tea; no cups"


SLA = (
    "# Tea\n\n## Severity\n\n| Severity | Criteria | SLA |\n|---|---|---|\n"
    "| SEV1 | No tea. | {} |\n| SEV2 | Cold. | {} |\n"
)


@pytest.mark.parametrize(
    ("first", "second", "calendar"),
    [
        ("15-min response, 4-hr resolution", "Next business day", "next_business_day"),
        ("Reaktion 15 min, Lösung 4 h", "nächster Werktag", "next_business_day"),
        ("fresh leaves, hot water", "Next business day", None),
        ("15-min response, 4-hr resolution", "Next business day, says the cook", None),
    ],
)
def test_a_bare_time_below_named_answers_is_one(
    first: str, second: str, calendar: str | None, words: Vocabulary
) -> None:
    last = compile_playbook(SLA.format(first, second), words).severities[1]
    assert (last.response and last.response.calendar) == calendar


RINGS = (
    "# Tea\n\n## Severity\n\n| Level | Criteria | {} |\n|---|---|---|\n"
    "| SEV1 | No tea. | {} |\n| SEV2 | Cold. | - |\n"
)


@pytest.mark.parametrize(
    ("head", "cell"),
    [("Response time", "Page the cook immediately"),
     ("Initial response", "Wake the cook immediately; the owner if it lasts"),
     ("Reaktionszeit", "Koch sofort wecken"), ("応答時間", "即時に呼び出す")],
)  # fmt: skip
def test_a_deed_without_delay_answers_at_once(head: str, cell: str, words: Vocabulary) -> None:
    one = compile_playbook(RINGS.format(head, cell), words).severities[0]
    assert one.response is not None
    assert one.response.seconds == 0


@pytest.mark.parametrize(
    ("head", "cell"),
    [
        ("Response time", "Tell the guests at once that the tea is late today, then every hour"),
        ("Response time", "Page the cook"),
        ("Examples", "Page the cook immediately"),
    ],
)
def test_another_deed_is_no_answer(head: str, cell: str, words: Vocabulary) -> None:
    one = compile_playbook(RINGS.format(head, cell), words).severities[0]
    assert one.response is None

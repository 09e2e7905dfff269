"""A level is known in every spelling, and nothing else is taken for one."""

import pytest

from runcard.domain.playbooks.levels.names import free_head, level_head
from runcard.domain.playbooks.vocabulary import Vocabulary

HEADS = [
    ("P0 - Urgent (Response: at once)", "P0", "Urgent", "Response: at once"),
    ("Level 1: CRITICAL", "Level 1", "CRITICAL", None),
    ("SEV-0 (Critical)", "SEV-0", "Critical", None),
    ("sev 2", "sev 2", None, None),
    ("Sev 0 – All dark", "Sev 0", "All dark", None),
    ("🔴 P1: Broken", "P1", "Broken", None),
    ("#P1", "P1", None, None),
    ("Lv.1（致命的）", "Lv.1", "致命的", None),
    ("Critical (P1)", "P1", "Critical", None),
    ("High", "High", None, None),
    ("Crítica (< 25 minutos)", "Crítica", None, "< 25 minutos"),
    ("S1（緊急）", "S1", "緊急", None),
    ("レベル2（高）- 9時間以内に対応", "レベル2", "高", "9時間以内に対応"),
    ("等级1（严重）— 15分钟内响应", "等级1", "严重", "15分钟内响应"),
    ("Level 3 (low): within 4 days", "Level 3", "low", "within 4 days"),
    ("P0（特别重大）", "P0", "特别重大", None),
    ("P１", "P１", None, None),
    ("SEV1 🔴", "SEV1", None, None),
    ("Stufe 1, Betrieb steht", "Stufe 1", "Betrieb steht", None),
    ("P2, alles langsam", "P2", "alles langsam", None),
    ("Sev B, störend", "Sev B", "störend", None),
    ("Level A.", "Level A", None, None),
    ("Stufe C – Warten", "Stufe C", "Warten", None),
    ("Nivel B (la noria parada)", "Nivel B", "la noria parada", None),
]


@pytest.mark.parametrize(("text", "key", "name", "remark"), HEADS)
def test_a_head_gives_key_name_and_remark(
    text: str, key: str, name: str | None, remark: str | None, words: Vocabulary
) -> None:
    head = level_head(text, words)
    assert head is not None
    assert (head.key, head.name, head.remark) == (key, name, remark)


@pytest.mark.parametrize(
    "text",
    ["", "Step 1: Look", "High load", "p99 > 2 s", "Incident 4", "P10", "Runbook A", "Plan B"],
)
def test_other_words_are_no_level(text: str, words: Vocabulary) -> None:
    assert level_head(text, words) is None


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("P3/P4", ("P3", "P4")),
        ("SEV1/2", ("SEV1", "SEV2")),
        ("Level 1-3", ("Level 1", "Level 2", "Level 3")),
        ("P3 – P1", ("P3", "P2", "P1")),
        ("P1", ()),
    ],
)
def test_a_row_may_join_levels(text: str, joined: tuple[str, ...], words: Vocabulary) -> None:
    head = level_head(text, words)
    assert head is not None
    assert head.joined == joined


@pytest.mark.parametrize(
    ("text", "key", "name"),
    [
        ("B - one branch", "B", "one branch"),
        ("A – kritisch", "A", "kritisch"),
        ("Fleet", "Fleet", None),
        ("Board - all of it", "Board - all of it", None),
    ],
)
def test_where_the_place_says_so_any_name_is_a_level(
    text: str, key: str, name: str | None, words: Vocabulary
) -> None:
    head = free_head(text, words)
    assert (head.key, head.name) == (key, name)


@pytest.mark.parametrize(
    ("text", "key", "name"),
    [
        ("甲级（全店）", "甲级", "全店"),
        ("C级 (单桌)", "C级", "单桌"),
        ("Grade II (fleet)", "Grade II", "fleet"),
        # A time, what it means, and a bracket behind a name that is one already.
        ("甲级（5分钟内）", "甲级", None),
        ("甲级（凡是别的地方都放不下的东西）", "甲级", None),
        ("Fleet (boats)", "Fleet", None),
    ],
)
def test_the_name_of_a_mark_stands_in_brackets(
    text: str, key: str, name: str | None, words: Vocabulary
) -> None:
    head = free_head(text, words)
    assert (head.key, head.name) == (key, name)


def test_a_number_and_a_name_behind_a_dash(words: Vocabulary) -> None:
    for text, key, name in (
        ("1 – kritisch", "1", "kritisch"),
        ("2: one branch", "2", "one branch"),
    ):
        head = free_head(text, words)
        assert (head.key, head.name) == (key, name)
    assert free_head("12 – many", words).key == "12 – many"


def test_a_promise_behind_a_name_and_its_code(words: Vocabulary) -> None:
    head = level_head("Grave (P0) - Answer time: 0-9 minutes", words)
    assert head is not None
    assert (head.key, head.name, head.remark) == ("P0", "Grave", "Answer time: 0-9 minutes")
    assert level_head("Kettle (P0) - the old one", words) is None


def test_a_name_with_its_code_may_go_on_with_what_it_means(words: Vocabulary) -> None:
    head = level_head("Critical (P0) - Nothing sails", words)
    assert head is not None
    assert (head.key, head.name) == ("P0", "Critical")


@pytest.mark.parametrize(
    ("cell", "key", "name"),
    [("**FK1** ganz kalt", "FK1", "ganz kalt"), ("U2 – one boat", "U2", "one boat"),
     ("U1", "U1", None), ("Grade II", "Grade II", None), ("K9 2 boats", "K9 2 boats", None),
     ("Grade II (major)", "Grade II", "major"), ("Ⅲ級（較大）", "Ⅲ級", "較大"),
     ("Grade II (two boats)", "Grade II", None), ("Grade II (10 min)", "Grade II", None)],
)  # fmt: skip
def test_a_code_and_its_name_behind_it(
    cell: str, key: str, name: str | None, words: Vocabulary
) -> None:
    head = free_head(cell, words)
    assert (head.key, head.name) == (key, name)


@pytest.mark.parametrize(
    ("text", "key", "name"),
    [("「レベルA（全面停止）」", "レベルA", "全面停止"), ("“SEV1 (major)”", "SEV1", "major"),
     ("レベルABC", None, None), ("「受付A」", None, None)],
)  # fmt: skip
def test_names_in_quotation_marks_and_letters_behind_words_without_a_space(
    text: str, key: str | None, name: str | None, words: Vocabulary
) -> None:
    head = level_head(text, words)
    assert (head and head.key, head and head.name) == (key, name)

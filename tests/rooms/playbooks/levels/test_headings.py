"""Headings below the table of levels that begin with a level and end with what they add."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import Vocabulary

TABLE = (
    "# Tea\n\n## 1. Severity\n\n| Severity | What | Response |\n|---|---|---|\n"
    "| **P1 — Cold** | no tea | 5 min |\n| **P2 — Weak** | weak tea | 1 h |\n\n"
)


@pytest.mark.parametrize("word", ["Examples", "Beispiele", "Ejemplos", "例"])
def test_headings_of_examples_add_to_the_table(word: str, words: Vocabulary) -> None:
    said = f"### P1 {word}\n\n- The kettle is gone\n- No water\n\n### P2 {word}\n\n- Old leaves\n"
    found = compile_playbook(TABLE + said, words).severities
    assert [one.name for one in found] == ["Cold", "Weak"]
    assert [[text.text for text in one.examples] for one in found] == [
        ["The kettle is gone", "No water"],
        ["Old leaves"],
    ]


def test_headings_that_differ_behind_the_level_name_it(words: Vocabulary) -> None:
    said = "# Tea\n\n## Severity\n\n### P1 Cold\n\nNo tea.\n\n### P2 Weak\n\nWeak tea.\n"
    assert [one.name for one in compile_playbook(said, words).severities] == ["Cold", "Weak"]


def test_what_is_done_in_chapters_of_levels_tells_nothing_of_them(words: Vocabulary) -> None:
    work = (
        "### {}\n\n**Symptoms:**\n- Answers in 5 minutes\n\n"
        "**Action:**\n- Warm it\n\n```sh\nkettlectl on\n```\n\n"
    )
    said = f"## P1 incidents\n\n{work.format('Cold')}## P2 incidents\n\n{work.format('Weak')}"
    found = compile_playbook(TABLE + said, words).severities
    assert [one.action for one in found] == [None, None]


def test_a_heading_may_be_a_promise(words: Vocabulary) -> None:
    levels = "# Tea\n\n## Severity\n\n- **P1**: no tea\n- **P2**: weak tea\n\n## What is done\n\n"
    said = "### P1\n\n#### Response time: 20 minutes\n\n1. Warm it\n\n### P2\n\nWait.\n"
    first, second = compile_playbook(levels + said, words).severities
    assert first.response is not None
    assert (first.response.seconds, first.response.line, second.response) == (1200, 12, None)


def test_troubles_told_under_labels_in_chapters_of_levels_tell_nothing_of_them(
    words: Vocabulary,
) -> None:
    work = "### {}\n\n**Seen**: steam is gone.\n\n**Look**:\n- Pipes.\n- Lamp.\n\n"
    said = f"## P1 troubles\n\n{work.format('Cold')}## P2 troubles\n\n{work.format('Weak')}"
    found = compile_playbook(TABLE + said, words).severities
    assert [one.examples for one in found] == [(), ()]


@pytest.mark.parametrize("title", ["Patch management", "Vulnérabilités", "漏洞"])
def test_how_soon_holes_are_mended_is_no_answer(title: str, words: Vocabulary) -> None:
    rows = "| P1 | 2 days |\n| P2 | 9 days |\n"
    said = f"## 2. {title}\n\n| Severity | Response |\n|---|---|\n{rows}"
    found = compile_playbook(TABLE + said, words)
    assert [one.code for one in found.findings if one.code == "RC104"] == []


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("1 - High Severity", "2 - Low Severity"),
        ("A – Hoch", "B – Niedrig"),
        ("1: Alta", "2: Baja"),
    ],
)
def test_a_count_and_the_word_for_a_step_name_a_level(
    first: str, second: str, words: Vocabulary
) -> None:
    said = f"# Trams\n\n## Severity levels\n\n### {first}\n\nAll stand.\n\n### {second}\n\nOne.\n"
    found = compile_playbook(said, words).severities
    assert [(one.key, one.name) for one in found] == [
        (first[:1], first[2:].strip(" -–")),
        (second[:1], second[2:].strip(" -–")),
    ]


def test_steps_that_are_counted_are_no_levels(words: Vocabulary) -> None:
    said = (
        "# Trams\n\n## Severity\n\n### 1 - Ask the driver\n\nDo.\n\n### 2 - High tide?\n\nLook.\n"
    )
    assert compile_playbook(said, words).severities == ()


@pytest.mark.parametrize("word", ["Examples", "Beispiele", "Ejemplos", "例"])
def test_headings_of_examples_stand_beside_the_levels_they_add_to(
    word: str, words: Vocabulary
) -> None:
    levels = "### P1 - Cold\n\n- Response: 5 min\n\n### P2 - Weak\n\n- Response: 1 h\n\n"
    said = f"### P1 {word}\n\n- The kettle is gone\n\n### P2 {word}\n\n- Old leaves\n"
    found = compile_playbook(f"# Tea\n\n## Severity\n\n{levels}{said}", words).severities
    assert [(one.name, one.response and one.response.seconds) for one in found] == [
        ("Cold", 300),
        ("Weak", 3600),
    ]
    assert [[text.text for text in one.examples] for one in found] == [
        ["The kettle is gone"],
        ["Old leaves"],
    ]


ARCADE = """# Arcade

## How bad is it?

### When is it a Code Red?

When no game starts, or when coins
are lost. Somebody starts within
10 minutes. We post to players every 20 minutes.

### When is it a Code Yellow?

When it is ugly but works: a wrong icon, or
a late score. It is looked at within one business day.
"""


def test_questions_ask_for_levels_and_broken_sentences_answer(words: Vocabulary) -> None:
    first, second = compile_playbook(ARCADE, words).severities
    assert [first.key, second.key] == ["Code Red", "Code Yellow"]
    assert first.definition is not None
    assert (first.definition.line, first.definition.end_line) == (7, 8)
    assert first.response is not None
    assert (first.response.line, first.response.seconds) == (8, 600)
    assert first.cadence is not None
    assert (first.cadence.line, first.cadence.seconds) == (9, 1200)
    assert first.cadence_external is None
    assert second.response is not None
    assert second.response.calendar == "business_days:1"


def test_other_questions_ask_for_no_levels(words: Vocabulary) -> None:
    text = "# Arcade\n\n## Questions\n\n### What is a token?\n\nA coin.\n\n### Why red?\n\nPaint.\n"
    assert compile_playbook(text, words).severities == ()

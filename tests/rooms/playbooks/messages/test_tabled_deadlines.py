"""Deadlines of messages in a table of what is owed: of the one message that a row names."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import Vocabulary

LETTERS = (
    "# Tram\n\n## Message templates\n\n### Letter to riders (P1)\n\n```\nDear rider, no tram on "
    "[line] since [time].\n```\n\n### Note to the depot\n\n```\nTrack [number] is closed.\n```\n\n"
    "## What we owe\n\n| What | Until |\n|---|---|\n"
)


def deadlines(page: str, words: Vocabulary) -> list[int | None]:
    found = compile_playbook(page, words).templates
    return [one.deadline.seconds if one.deadline else None for one in found]


def test_a_row_that_repeats_the_heading_of_a_message(words: Vocabulary) -> None:
    rows = (
        "| Letter to riders (P0/P1) | Within 3 hours of the end |\n| Timetable | Within 9 days |\n"
    )
    assert deadlines(LETTERS + rows, words) == [10800, None]


def test_so_in_wide_script(words: Vocabulary) -> None:
    page = (
        "# 喫茶店\n\n## 連絡文例\n\n### 常連客向けお知らせ\n\n"
        "```\n[時刻]より[品名]が出せません。\n```\n\n"
        "## 約束\n\n| 成果物 | 期限 |\n|---|---|\n| 常連客向けお知らせ | 2時間以内 |\n"
    )
    assert deadlines(page, words) == [7200]


@pytest.mark.parametrize(
    "row",
    [
        "| Letter | Within 3 hours |",
        "| Letter to the mayor | Within 3 hours |",
        "| Letter to riders | Every 3 hours |",
        "| Letter to riders | 3 hours of work |",
    ],
)
def test_other_rows_set_no_clock(row: str, words: Vocabulary) -> None:
    assert deadlines(f"{LETTERS}{row}\n", words) == [None, None]

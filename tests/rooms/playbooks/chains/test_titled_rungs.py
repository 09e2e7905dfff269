"""Rungs that are titles above what each of them does."""

import pytest

from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.chains.chains_read import chains


def test_bold_lines_above_lists(words: Vocabulary) -> None:
    text = (
        "## Escalation\n\n**Level 1: Miller**\n\n- Hears the bell\n- Stops the wheel\n\n"
        "**Level 2: Foreman**\n\n- If the wheel stands for 30 minutes\n- Brings tools\n\n"
        "**Level 3: Owner (fire only)**\n\n- Calls the town\n"
    )
    assert chains(text, words) == [
        [
            ("Miller", None, None),
            ("Foreman", "If the wheel stands for 30 minutes", 1800),
            ("Owner", "fire only", None),
        ]
    ]


def test_headings_above_lists_that_tell_the_case(words: Vocabulary) -> None:
    text = (
        "## Escalation\n\n### Level 1: Miller\n\n- Response time: 5 min\n\n"
        "### Level 2: Foreman\n\n- Trigger: the miller is stuck for 30 min\n- Response time: 1 h\n"
    )
    assert chains(text, words) == [
        [("Miller", None, None), ("Foreman", "the miller is stuck for 30 min", 1800)]
    ]


@pytest.mark.parametrize(
    ("first", "case"),
    [
        ("Hears the bell", ("when the wheel stands for 30 minutes", 1800)),
        ("Escalate if it stands still in:", ("when the wheel stands for 30 minutes", 1800)),
        ("Escalate when he is stuck", (None, None)),
    ],
)
def test_escalate_if_tells_when_a_rung_is_reached_unless_the_first_says_so_too(
    first: str, case: tuple[str | None, int | None], words: Vocabulary
) -> None:
    text = (
        f"## Escalation\n\n### Level 1: Miller\n\n- {first}\n\n"
        "### Level 2: Foreman\n\n- Escalate when the wheel stands for 30 minutes\n- Brings tools\n"
    )
    assert chains(text, words) == [[("Miller", None, None), ("Foreman", *case)]]


def test_an_entry_that_tells_when_and_nothing_else(words: Vocabulary) -> None:
    text = (
        "## Escalation\n\n**Level 1: Miller**\n\n- at once\n\n"
        "**Level 2: Foreman**\n\n- after 30 minutes\n- Brings tools\n\n"
        "**Level 3: Owner**\n\n- Calls the town after 30 minutes\n"
    )
    assert chains(text, words) == [
        [("Miller", "at once", 0), ("Foreman", "after 30 minutes", 1800), ("Owner", None, None)]
    ]

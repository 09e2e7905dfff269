"""Days in the forms people write them."""

from dataclasses import replace
from datetime import date

import pytest

from runcard.domain.playbooks.checks.days import last_day_of
from runcard.domain.playbooks.compile import read_document
from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.plain_judge import TODAY


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-07-31", date(2026, 7, 31)),
        ("31.07.2026", date(2026, 7, 31)),
        ("2026年7月31日", date(2026, 7, 31)),
        ("2026年7月", date(2026, 7, 28)),
        ("2026年 12 月", date(2026, 12, 28)),
        ("08/2026", date(2026, 8, 28)),
        ("8.2026", date(2026, 8, 28)),
        ("2026-08", date(2026, 8, 28)),
        ("Q3 2026", date(2026, 9, 30)),
        ("2026 年第三季", date(2026, 9, 30)),
        ("2026年第1四半期", date(2026, 3, 30)),
        ("août 2026", date(2026, 8, 28)),
        ("13/2026", None),
        ("version 12.3", None),
        ("soon", None),
    ],
)
def test_a_day_is_read_in_many_forms(text: str, day: date | None, words: Vocabulary) -> None:
    assert last_day_of(text, replace(read_document("", words).facts, today=TODAY)) == day

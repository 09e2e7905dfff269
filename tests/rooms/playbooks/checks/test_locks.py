"""Maintenance that makes everybody wait for a table."""

import pytest

from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.plain_judge import found_in


@pytest.mark.parametrize(
    ("statement", "code"),
    [
        ("CREATE INDEX rides_by_day ON rides (day);", "RC738"),
        ("CREATE INDEX CONCURRENTLY rides_by_day ON rides (day);", None),
        ("VACUUM FULL rides;", "RC739"),
        ("VACUUM rides;", None),
    ],
)
def test_a_lock_on_a_whole_table_is_told(
    statement: str, code: str | None, words: Vocabulary
) -> None:
    found = found_in(f"# Lift\n\n```sql\n{statement}\n```\n", words)
    assert {one.code for one in found if one.code in {"RC738", "RC739"}} == ({code} - {None})

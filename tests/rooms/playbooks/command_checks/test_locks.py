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


@pytest.mark.parametrize(
    ("lines", "is_found"),
    [
        (["sqlite3 rides.db 'CREATE INDEX rides_by_day ON rides (day);'"], False),
        (["mysql lift -e 'CREATE INDEX rides_by_day ON rides (day);'"], False),
        (["turso db shell lift 'CREATE INDEX rides_by_day ON rides (day);'"], False),
        (["psql lift -c 'CREATE INDEX rides_by_day ON rides (day);'"], True),
        (["psql lift -f day.sql", "CREATE INDEX rides_by_day ON rides (day);"], True),
        (["mysql lift < day.sql", "CREATE INDEX rides_by_day ON rides (day);"], False),
    ],
)
def test_only_an_engine_that_can_do_otherwise_is_told_to(
    lines: list[str], is_found: bool, words: Vocabulary
) -> None:
    body = "\n".join(lines)
    codes = {one.code for one in found_in(f"# Lift\n\n```bash\n{body}\n```\n", words)}
    assert ("RC738" in codes) is is_found

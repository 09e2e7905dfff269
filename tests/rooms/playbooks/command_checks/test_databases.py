"""A database is asked for what it knows, and a setting is loaded by what loads it."""

import pytest

from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.plain_judge import found_in


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("pg_restore -d loaves /backup/loaves.sql", "RC742"),
        ("pg_restore -d loaves /backup/loaves.dump", None),
        ("redis-cli del 'loaf:*'", "RC844"),
        ("redis-cli del loaf:1", None),
    ],
)
def test_a_tool_of_a_database_takes_words_in_its_own_way(
    line: str, code: str | None, words: Vocabulary
) -> None:
    found = {one.code for one in found_in(f"# Ovens\n\n```bash\n{line}\n```\n", words)}
    assert found & {"RC742", "RC844"} == ({code} - {None})

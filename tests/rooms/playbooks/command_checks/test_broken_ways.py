"""A cure does not go through what it is to cure."""

import pytest

from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.plain_judge import found_in


@pytest.mark.parametrize(
    ("first", "is_found"),
    [
        ("psql -d ledger -c 'SELECT 1'", False),
        ("redis-cli -h till ping", False),
        ("psql -d ledger -c 'VACUUM rides'", True),
    ],
)
def test_a_knock_at_what_has_failed_asks_whether_it_answers(
    first: str, is_found: bool, words: Vocabulary
) -> None:
    case = "# Till\n\n## Runbooks\n\n### {} is down\n\n**Symptoms**\n\n- no bills\n\n#### Recovery"
    kind = "Redis" if "redis" in first else "The database"
    found = found_in(f"{case.format(kind)}\n\n```bash\n{first}\n```\n", words)
    assert ("RC806" in {one.code for one in found}) is is_found


@pytest.mark.parametrize(
    ("first", "is_found"),
    [
        ("# Verify that the database answers\ntillctl probe", False),
        ("# Prüfen, ob die Datenbank antwortet\ntillctl probe", False),
        ("# Show the queue\ntillctl queue", True),
        ("tillctl probe", True),
    ],
)
def test_what_was_found_to_answer_is_spoken_to(
    first: str, is_found: bool, words: Vocabulary
) -> None:
    case = "# Till\n\n## Runbooks\n\n### The database is down\n\n#### Recovery\n\n"
    text = f"{case}```bash\n{first}\npsql -d ledger -c 'VACUUM rides'\n```\n"
    assert ("RC806" in {one.code for one in found_in(text, words)}) is is_found

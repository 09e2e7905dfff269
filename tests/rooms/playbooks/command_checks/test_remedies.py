"""Remedies that make the named fault worse, and those that only sound so."""

import pytest

from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.plain_judge import found_in


@pytest.mark.parametrize(
    ("comment", "is_found"),
    [
        ("# Raise POOL_SIZE in the settings", True),
        ("# Raise max_connections of the server to 300", False),
        ("# Raise max_connections of the server\n# Then raise the pool size", False),
        ("# Das Verbindungslimit erhöhen", False),
    ],
)
def test_a_server_that_takes_more_is_no_larger_pool(
    comment: str, is_found: bool, words: Vocabulary
) -> None:
    text = f"# G\n\n### Too many connections\n\n```bash\n{comment}\npm2 restart gate\n```\n"
    assert ("RC817" in {one.code for one in found_in(text, words)}) is is_found


@pytest.mark.parametrize(
    ("look", "is_found"),
    [
        ('psql -c "SHOW max_connections"', False),
        ("mysql -e 'SHOW VARIABLES LIKE \"max_connections\"'", False),
        ("psql -c 'SELECT 1'", True),
        ("uptime", True),
    ],
)
def test_who_has_seen_what_the_server_takes_may_take_more(
    look: str, is_found: bool, words: Vocabulary
) -> None:
    text = "# G\n\n### Too many connections\n\n"
    text += f"```bash\n{look}\n```\n\n```bash\n# Raise POOL_SIZE\npm2 restart gate\n```\n"
    assert ("RC817" in {one.code for one in found_in(text, words)}) is is_found

"""What the work itself has made above is no loss, and no change to prove."""

import pytest

from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.plain_judge import found_in


@pytest.mark.parametrize(
    ("made", "gone", "is_found"),
    [
        ('mysql -e "CREATE DATABASE trial"', 'mysql -e "DROP DATABASE IF EXISTS trial;"', False),
        ('psql -c "create table trial (id int)"', 'psql -c "drop table trial"', False),
        ("createdb trial", "dropdb trial", False),
        ("kubectl create job by-hand --from=cronjob/bake", "kubectl delete job by-hand", False),
        ('mysql -e "CREATE DATABASE trial"', 'mysql -e "DROP DATABASE loaves"', True),
        ('psql -c "CREATE SCHEMA IF NOT EXISTS loaves"', 'psql -c "DROP SCHEMA loaves"', True),
        ("createdb trial", 'psql -c "drop database trial; delete from loaves"', True),
    ],
)
def test_a_trial_is_cleared_away(made: str, gone: str, is_found: bool, words: Vocabulary) -> None:
    text = (
        f"# Bakery\n\n## Trial of the copy\n\n1. Make room:\n\n   ```bash\n   {made}\n"
        f"   psql -l\n   ```\n\n2. Clear away:\n\n   ```bash\n   {gone}\n   ```\n"
    )
    found = {one.code for one in found_in(text, words)}
    assert ("RC725" in found) is is_found
    assert ("RC746" in found) is is_found

"""Sessions of a database that are ended: one that somebody picked, or everybody's."""

import pytest

from runcard.adapters.reference_works import read_linter
from tests.rooms.playbooks.plain_judge import TODAY as DAY


@pytest.mark.parametrize("which", ["pid = ANY(:ids)", "a.pid = l.pid", "pid = $1 OR state = 'x'"])
def test_a_session_that_somebody_picked_is_not_everybody(which: str) -> None:
    query = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity a WHERE "
    for condition, is_found in ((which, True), ("a.pid = $1", False), ("pid = OUR_PID", False)):
        text = f"# Lift\n\n```sql\n{query}{condition};\n```\n"
        codes = {one.code for one in read_linter().judged(text, DAY).findings}
        assert ("RC737" in codes) is is_found

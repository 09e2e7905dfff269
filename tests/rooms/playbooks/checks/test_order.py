"""Steps that undo, outrun or forget each other."""

import pytest

from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.plain_judge import found_in


@pytest.mark.parametrize(
    ("between", "is_found"),
    [("ls /srv/oven", True), ("if curl -fs http://oven/heat; then exit 0; fi", False)],
)
def test_a_start_that_is_reached_only_in_a_case_is_no_second_one(
    between: str, is_found: bool, words: Vocabulary
) -> None:
    lines = f"systemctl restart ovend\n{between}\nsystemctl start ovend"
    codes = {one.code for one in found_in(f"# G\n\n```bash\n{lines}\n```\n", words)}
    assert ("RC831" in codes) is is_found

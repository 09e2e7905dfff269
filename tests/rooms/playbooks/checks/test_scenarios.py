"""Tables of targets whose scenarios are no runbooks."""

import pytest

from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.plain_judge import found_in


@pytest.mark.parametrize(
    ("head", "is_found"), [("Component", False), ("Dienst", False), ("Disaster", True)]
)
def test_parts_of_the_system_have_targets_and_no_runbooks(
    head: str, is_found: bool, words: Vocabulary
) -> None:
    runbook = "# Bakery\n\n## Runbooks\n\n### Oven is cold\n\n**Symptoms**\n\n- it is cold\n\n"
    table = f"## Targets\n\n| {head} | RTO |\n|---|---|\n| Mixer | 1 h |\n| Till | 2 h |\n"
    assert ("RC625" in {one.code for one in found_in(runbook + table, words)}) is is_found

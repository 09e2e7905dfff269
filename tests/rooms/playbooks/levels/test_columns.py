"""What the columns of a table of levels are about."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import Vocabulary


@pytest.mark.parametrize("head", ["RTO cible", "RTO", "Target RTO", "RTO-Ziel"])
def test_recovery_objectives_are_resolutions(head: str, words: Vocabulary) -> None:
    rows = "| P0 | < 15 min | < 1h |\n| P1 | < 1h | < 4h |\n"
    text = f"# Tea\n\n| Niveau | {head} | RPO |\n|---|---|---|\n{rows}"
    levels = compile_playbook(text, words).severities
    assert [one.resolution and one.resolution.seconds for one in levels] == [900, 3600]
    assert [one.response for one in levels] == [None, None]

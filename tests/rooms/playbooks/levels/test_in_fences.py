"""Levels that only stand in a fence; commands below such a heading are none."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import Vocabulary


@pytest.mark.parametrize(
    ("heading", "lines"),
    [
        ("Severity matrix", "SEV1: no tea  -> respond in 10 min\nSEV2: cold tea -> respond in 1 h"),
        (
            "Prioritäten",
            "P1 (Dürre): kein Tee. Reaktion: 10 Minuten\nP2 (Kühl): kalt. Reaktion: 1 h",
        ),
        ("Severity", "- P0 - Drought: answer in 10 min\n- P1 - Cold: answer in 1 hour"),
    ],
)
def test_a_level_a_line(heading: str, lines: str, words: Vocabulary) -> None:
    found = compile_playbook(f"# Tea\n\n## {heading}\n\n```\n{lines}\n```\n", words).severities
    assert [level.response and level.response.seconds for level in found] == [600, 3600]
    assert [level.line for level in found] == [6, 7]


@pytest.mark.parametrize("lines", ["P1: boil\nPour it", "P1: boil", "P1: boil\nP1: pour"])
def test_other_lines_are_no_levels(lines: str, words: Vocabulary) -> None:
    assert compile_playbook(f"# Tea\n\n## Severity\n\n```\n{lines}\n```\n", words).severities == ()

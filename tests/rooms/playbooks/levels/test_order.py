"""The first level of a playbook is the worst, wherever the document begins."""

import re

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import Vocabulary


def keys(said: str, words: Vocabulary) -> list[str]:
    rows = re.sub(r"(.+?): (\w+) (.+?)(?:, |$)", r"| \1 | \2 | \3 |\n", said)
    table = f"| Level | Name | Response |\n|---|---|---|\n{rows}"
    playbook = compile_playbook(f"# Dam\n\n## Severity levels\n\n{table}", words)
    return [one.key for one in playbook.severities]


@pytest.mark.parametrize(
    ("said", "first"),
    [
        ("Level 1: Low 2 days, Level 2: High 1 h, Level 3: Critical 5 min", 3),
        ("Level 1: Critical 5 min, Level 2: High 1 h, Level 3: Low 2 days", 1),
        ("SEV1: Low 2 days, SEV2: High 1 h, SEV3: Critical 5 min", 3),
        ("Level 1: Spill 2 days, Level 2: Leak 1 h, Level 3: Flood 5 min", 3),
        ("SEV1: Spill 2 days, SEV2: Leak 1 h, SEV3: Flood 5 min", 1),
        ("Stufe 1: niedrig 2 Tage, Stufe 2: mittel 1 h, Stufe 3: hoch 5 min", 3),
        ("Level 1: Flood 5 min, Level 2: Leak 1 h, Level 3: Spill 1 h", 1),
    ],
)
def test_the_worst_level_goes_first(said: str, first: int, words: Vocabulary) -> None:
    found = keys(said, words)
    assert [key[-1] for key in found] == (["3", "2", "1"] if first == 3 else ["1", "2", "3"])

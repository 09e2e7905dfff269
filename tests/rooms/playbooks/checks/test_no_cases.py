"""Headings among runbooks that name no case."""

import pytest

from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.plain_judge import found_in

CASE = "### Lift hangs\n\n**Symptoms**\n\n- it hangs\n\n**Steps**\n\n1. Ring the porter\n\n"


@pytest.mark.parametrize(
    ("title", "is_found"),
    [
        ("Annexes", False),
        ("Restart script", False),
        ("紧急修复脚本", False),
        ("Rope torn", True),
        ("Scriptorium", True),
        ("Annex down", True),
    ],
)
def test_a_tool_and_what_stands_behind_all_chapters_are_no_cases(
    title: str, is_found: bool, words: Vocabulary
) -> None:
    text = f"# Lift\n\n## Runbooks\n\n{CASE}### {title}\n\n1. Ring the porter\n"
    assert ("RC626" in {one.code for one in found_in(text, words)}) is is_found


@pytest.mark.parametrize(
    ("title", "is_found"),
    [
        ("Bad gate (no security impact)", False),
        ("Tor klemmt (ohne Sicherheitsbezug)", False),
        ("Bad gate (security impact)", True),
        ("Tor offen (Sicherheitsvorfall)", True),
    ],
)
def test_what_is_no_matter_of_security_keeps_no_evidence(
    title: str, is_found: bool, words: Vocabulary
) -> None:
    text = f"# G\n\n## Runbooks\n\n### {title}\n\n1. Lock the gate\n2. Ring the master\n"
    assert ("RC829" in {one.code for one in found_in(text, words)}) is is_found

"""Reasons inside an entry of a list, and below headings that only say not to wait."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import Vocabulary

INNER = "\n  - water in the hold\n  - the mast is down\n"
BULLETS = "\n\n- water in the hold\n- the mast is down\n"
REASONS = ["water in the hold", "the mast is down"]


def reasons(text: str, words: Vocabulary) -> list[str]:
    return [one.text for one in compile_playbook(f"# Ship\n\n{text}", words).triggers]


@pytest.mark.parametrize(
    "text",
    [
        f"## A quién se llama\n\n- Se llama sin esperar cuando{INNER}- Números\n  - Patrón: 471\n",
        f"## Whom to call\n\n- The mate first\n- The captain at once if:{INNER}",
        f"## Contacts\n\n- When to escalate:{INNER}- Mate: 4711\n",
    ],
)
def test_an_entry_may_have_them_inside(text: str, words: Vocabulary) -> None:
    assert reasons(text, words) == REASONS


@pytest.mark.parametrize(
    "heading",
    ["Don't wait, go straight to the captain if", "Nicht warten, gleich zum Kapitän, wenn",
     "N'attendez pas, allez droit au capitaine si"],
)  # fmt: skip
def test_a_heading_may_end_in_if(heading: str, words: Vocabulary) -> None:
    rungs = "1. Mate\n2. Captain (after 9 min)\n"
    assert reasons(f"## Escalation\n\n{rungs}\n### {heading}{BULLETS}", words) == REASONS


@pytest.mark.parametrize(
    "text",
    [
        f"## Sailing\n\n- Reef the sail when{INNER}",
        f"## Whom to call\n\n- Mate: 4711{INNER}",
        "# Steps\n\n### 3. Tell people\n\n- [ ] Post the first message\n- [ ] Ping the mate if\n",
    ],
)
def test_work_and_ways_are_no_reasons(text: str, words: Vocabulary) -> None:
    assert reasons(text, words) == []

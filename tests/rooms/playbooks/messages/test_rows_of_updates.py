"""Tables of updates that count on and end in a rhythm; and the chapter that says of which level."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import Vocabulary

LEVELS = "# Mill\n\n## Severity\n\n- **S1**: no flour\n- **S2**: little flour\n\n"


@pytest.mark.parametrize(
    ("head", "first", "last", "seconds"),
    [
        ("Status updates", "T+5 min", "Every hour", [3600]),
        ("Kommunikation", "T+20 min", "Alle 2 Stunden", [7200]),
        ("Status updates", "The miller", "Every hour", []),
        ("Status updates", "T+5 min", "T+1 hour", []),
    ],
)
def test_the_last_row_may_be_a_rhythm(
    head: str, first: str, last: str, seconds: list[int], words: Vocabulary
) -> None:
    rows = f"| {first} | #mill | First word |\n| {last} | #mill | Until it turns |\n"
    text = f"{LEVELS}## {head}\n\n| When | Where | What |\n|---|---|---|\n{rows}"
    assert [one.every.seconds for one in compile_playbook(text, words).cadences] == seconds


@pytest.mark.parametrize(
    ("chapter", "keys"),
    [
        ("S1 procedure", ("S1",)),
        ("Ablauf bei S2", ("S2",)),
        ("Procedure of the house", ()),
        ("Sieves", ()),
    ],
)
def test_a_chapter_of_a_level_tells_whose_rhythm_it_is(
    chapter: str, keys: tuple[str, ...], words: Vocabulary
) -> None:
    step = "### 2. Communicate (T+5 min, then every 20 min)\n\n1. Ring the bell.\n"
    found = compile_playbook(f"{LEVELS}## {chapter}\n\n{step}", words).cadences
    assert [(one.every.seconds, one.keys) for one in found] == [(1200, keys)]

"""A process drawn as numbered boxes in a fence."""

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.model import Phase
from runcard.domain.playbooks.vocabulary import Vocabulary

FLOW = """\
┌──────────────────────────┐
│ 1. DETECT (5 min)        │
│    - the bell is heard   │
└────────────┬─────────────┘
             ▼
┌──────────────────────────┐
│ 2. CONTAIN (where one can) │
│    - shut the sluice     │
│    - count the eels      │
└────────────┬─────────────┘
             ▼
│ 3. RECOVER               │
"""


def phases(picture: str, words: Vocabulary) -> tuple[Phase, ...]:
    text = f"# Eel farm\n\n## Response process\n\n```\n{picture}```\n"
    return compile_playbook(text, words).phases


def test_boxes_are_phases_and_their_entries_are_asked_for(words: Vocabulary) -> None:
    found = phases(FLOW, words)
    named = [("DETECT", 7), ("CONTAIN", 12), ("RECOVER", 17)]
    assert [(one.title, one.line) for one in found] == named
    assert found[0].timebox is not None
    assert found[0].timebox.seconds == 300
    assert found[1].qualifier == "where one can"
    assert [one.text for one in found[1].items] == ["shut the sluice", "count the eels"]


def test_boxes_of_other_names_are_none(words: Vocabulary) -> None:
    picture = FLOW.replace("DETECT", "POND").replace("CONTAIN", "MILL").replace("RECOVER", "WEIR")
    assert phases(picture, words) == ()

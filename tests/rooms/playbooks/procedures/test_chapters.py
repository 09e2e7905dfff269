"""Chapters of runbooks by the names that teams give them, and their groups."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import Vocabulary

WORK = "```sh\nkettlectl boil\n```\n"


@pytest.mark.parametrize(
    "heading",
    ["5 Technical work instructions", "Standard operating procedures", "Modes opératoires",
     "Typische Ausfälle", "Istruzioni di lavoro", "作業手順書"],
)  # fmt: skip
def test_everything_below_such_a_heading_is_a_runbook(heading: str, words: Vocabulary) -> None:
    text = f"# Tea\n\n## {heading}\n\n### 5.1 WI-TEA-01: Water directory lost\n\n{WORK}"
    (book,) = compile_playbook(text, words).runbooks
    assert book.title == "WI-TEA-01: Water directory lost"


def test_a_coded_order_is_a_procedure(words: Vocabulary) -> None:
    text = f"# Tea\n\n## SOPs\n\n### SOP-2 Purge the pipe\n\n{WORK}\n### SOP-3 Leak\n\n{WORK}"
    kinds = [book.kind.value for book in compile_playbook(text, words).runbooks]
    assert kinds == ["procedure", "runbook"]


def test_a_phase_in_such_a_chapter_is_none(words: Vocabulary) -> None:
    text = f"# Tea\n\n## Runbooks\n\n### Phase 1: Look\n\n- [ ] Look\n\n### Leak\n\n{WORK}"
    assert [book.title for book in compile_playbook(text, words).runbooks] == ["Leak"]

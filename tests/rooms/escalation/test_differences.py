"""Who is called, and when, in two versions of an invented document."""

import pytest

from runcard.adapters.reference_works import read_vocabulary
from runcard.domain.escalation.differences import behaviour
from runcard.domain.people.model import TeamFile
from runcard.domain.playbooks.card import Card
from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.versions.changes import Change, ChangeKind
from runcard.kernel.ids import PlaybookId

DOCUMENT = """\
# Lamp room

## Severity Levels

| Level | Definition | Response time | Updates |
|---|---|---|---|
| P1 | dark | 15 minutes | every 15 minutes |
| P2 | dim | 30 minutes | hourly |
| P3 | a scratch | Next business day | create a ticket |

## Escalation Path

1. **On-Call Engineer**
2. **Team Lead** (if not acknowledged in 15 min)
3. **CTO** (if not acknowledged in 30 min)
"""


def card(text: str) -> Card:
    return Card(PlaybookId("pb_1"), "lamp", compile_playbook(text, read_vocabulary()), TeamFile())


def changes(new: str) -> list[tuple[str, bool]]:
    return [(one.words, one.lost) for one in behaviour(card(DOCUMENT), card(new))]


@pytest.mark.parametrize(
    ("was", "becomes", "said", "lost"),
    [
        ("3. **CTO** (if not acknowledged in 30 min)\n", "",
         "P1 and P2 no longer page CTO", True),
        ("acknowledged in 30 min", "acknowledged in 45 min",
         "P1 and P2 page CTO after 45 min, was after 30 min", False),
        ("in 30 min)\n", "in 30 min)\n4. **CEO** (if not acknowledged in 60 min)\n",
         "P1 and P2 page CEO after 1 h", False),
        ("| 30 minutes | hourly |", "| Next business day | create a ticket |",
         "P2 no longer pages anybody", True),
    ],
)  # fmt: skip
def test_a_change_of_the_chain_is_one_sentence(
    was: str, becomes: str, said: str, lost: bool
) -> None:
    found = changes(DOCUMENT.replace(was, becomes, 1))
    assert any(words.startswith(said) and is_lost is lost for words, is_lost in found), found


def test_a_chain_that_is_gone_is_lost_and_stands_first() -> None:
    new = DOCUMENT[: DOCUMENT.index("## Escalation")].replace("15 minutes |", "10 minutes |", 1)
    found = changes(new)
    assert ("the escalation chain is gone", True) in found
    assert [lost for _, lost in found] == sorted((lost for _, lost in found), reverse=True)


def test_words_that_promise_nothing_are_said_as_such() -> None:
    new = DOCUMENT.replace("# Lamp room\n", "# Lamp room\n\nWelcome.\n")
    words = Change(ChangeKind.WORDS, "only words that promise nothing differ")
    assert behaviour(card(DOCUMENT), card(new)) == (words,)
    assert behaviour(card(DOCUMENT), card(DOCUMENT)) == ()

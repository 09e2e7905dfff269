"""Two versions of an invented document → levels and clocks that go differently."""

import pytest

from runcard.adapters.reference_works import read_vocabulary
from runcard.domain.people.model import TeamFile
from runcard.domain.playbooks.card import Card
from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.versions.changes import ChangeKind
from runcard.domain.playbooks.versions.differences import differences
from runcard.kernel.ids import PlaybookId

DOCUMENT = """\
# Kite works

## Severity levels

| Level | Definition | Acknowledge | Response time | Updates |
|---|---|---|---|---|
| P1 Stop | no kite flies | 5 min | 15 minutes | every 15 minutes |
| P2 Slow | kites fly badly | 10 min | 30 minutes | every hour |
| P3 Odd | a wrong colour | | Next business day | |

## Process

### Recover

1. Monitor for 20 minutes

Post-mortem for P1 within 3 days.
"""
MOVED = DOCUMENT.replace("# Kite works\n", "# Kite works\n\nWelcome.\n")


def card(text: str) -> Card:
    return Card(PlaybookId("pb_1"), "kites", compile_playbook(text, read_vocabulary()), TeamFile())


def changes(old: str, new: str) -> list[tuple[str, bool]]:
    return [(one.words, one.lost) for one in differences(card(old), card(new))]


def test_lines_that_only_moved_are_no_difference() -> None:
    assert changes(DOCUMENT, DOCUMENT) == []
    assert changes(DOCUMENT, MOVED) == []


@pytest.mark.parametrize(
    ("was", "becomes", "said", "lost"),
    [
        ("every hour", "every 30 minutes", "P2: update every 30 min, was 1 h", False),
        ("15 minutes | every", "20 minutes | every", "P1: respond within 20 min, was 15 min",
         False),
        ("30 minutes | every", "immediate | every", "P2: respond at once, was 30 min", False),
        ("5 min | 15", "2 min | 15", "P1: acknowledge within 2 min, was 5 min", False),
        ("Monitor for 20", "Monitor for 45", "watch for 45 min, was 20 min", False),
        ("within 3 days", "within 5 days", "P1: review within 5 days, was 3 days", False),
        ("no kite flies", "all is down", "P1 means “all is down”, was “no kite flies”", False),
        ("P2 Slow", "P2 Bad", "P2 is called “Bad”, was “Slow”", False),
        ("Next business day", "2 days", "P3: respond within 2 days, was by “Next business day”",
         False),
        ("30 minutes | every", " | every",
         "P2: the time to respond is gone, was within 30 min", True),
        ("every 15 minutes", "",
         "P1: the time to update is gone, was every 15 min; now every 30 min (our default)", True),
    ],
)  # fmt: skip
def test_a_clock_that_runs_differently_is_said_with_what_it_was(
    was: str, becomes: str, said: str, lost: bool
) -> None:
    assert (said, lost) in changes(DOCUMENT, DOCUMENT.replace(was, becomes, 1))


def test_a_level_that_is_gone_is_lost_and_a_new_one_is_not() -> None:
    without = "\n".join(line for line in DOCUMENT.split("\n") if "P2" not in line)
    assert changes(DOCUMENT, without) == [("the level P2 is gone", True)]
    assert ("the level P2 is new", False) in changes(without, DOCUMENT)


def test_another_spelling_of_a_key_is_the_same_level() -> None:
    assert not any(lost for _, lost in changes(DOCUMENT, DOCUMENT.replace("| P2 ", "| P-2 ")))


def test_levels_in_another_order_are_said() -> None:
    lines = DOCUMENT.split("\n")
    first, second = (next(i for i, line in enumerate(lines) if key in line) for key in ("P1", "P2"))
    lines[first], lines[second] = lines[second], lines[first]
    said = [words for words, _ in changes(DOCUMENT, "\n".join(lines))]
    assert "the order of the levels changed, the worst first: P2, P1, P3" in said


def test_a_review_that_nobody_owes_any_more_is_lost() -> None:
    without = DOCUMENT.replace("Post-mortem for P1 within 3 days.\n", "")
    found = differences(card(DOCUMENT), card(without))
    assert any(one.kind is ChangeKind.REVIEW and one.lost for one in found)


def test_a_default_of_ours_that_moves_with_the_levels_is_no_loss() -> None:
    silent = "\n".join(line for line in DOCUMENT.split("\n") if "Post-mortem" not in line)
    worse = silent.replace(
        "| P1 Stop", "| P0 Fire | it burns | 1 min | 5 minutes | always |\n| P1 Stop"
    )
    said = ("P2: the time to review is gone, was by “within 5 business days” (our default)", False)
    assert said in changes(silent, worse)


def test_everything_gone_says_every_level() -> None:
    said = [words for words, lost in changes(DOCUMENT, "# Kite works\n") if lost]
    assert {"the level P1 is gone", "the level P2 is gone", "the level P3 is gone"} <= set(said)

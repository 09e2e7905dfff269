"""One check at the end of a chapter, for all the ways in it."""

import pytest

from runcard.adapters.reference_works import read_linter
from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.plain_judge import TODAY, found_in

WAY = "```bash\nkubectl scale deploy/lift --replicas=2\n```\n\n"
LOOK = "```bash\nkubectl get lifts\n```\n"


@pytest.mark.parametrize(
    ("title", "is_found"),
    [
        ("Check after the rollback", False),
        ("回滚验证", False),
        ("Prüfung nach dem Rückfall", False),
        ("The list of lifts", True),
        ("With the crane", True),
    ],
)
def test_below_the_heading_of_the_ways_back_one_check_is_for_all(
    title: str, is_found: bool, words: Vocabulary
) -> None:
    ways = f"### By hand\n\n{WAY}### By night\n\nAsk the porter.\n\n### {title}\n\n"
    text = f"# Lift\n\n## Rollback\n\n{ways}- The door is shut\n"
    assert ("RC746" in {one.code for one in found_in(text, words)}) is is_found


@pytest.mark.parametrize(
    ("title", "box", "is_found"),
    [
        ("Post-incident", "[ ] Check that all lifts ride", False),
        ("Nachbereitung", "[ ] Prüfen, ob alle Aufzüge fahren", False),
        ("Post-incident", "[ ] Write to the owner", True),
        ("Other lifts", "[ ] Lend a hand to the porter", True),
    ],
)
def test_boxes_at_the_end_of_a_runbook_are_for_each_of_its_ways(
    title: str, box: str, is_found: bool, words: Vocabulary
) -> None:
    ways = f"### Repair\n\n#### Case A: rope\n\n{WAY}#### Case B: door\n\nOil it.\n\n"
    text = f"# Lift\n\n## Runbook: lift hangs\n\n{ways}### {title}\n\n- {box}\n"
    assert ("RC746" in {one.code for one in found_in(text, words)}) is is_found


@pytest.mark.parametrize(
    ("said", "look", "is_found"),
    [
        ("Run this after any incident:", LOOK, False),
        ("Nach jedem Eingriff:", LOOK, False),
        ("Run this on Mondays:", LOOK, True),
        ("Run this after any incident:", WAY, True),
    ],
)
def test_what_is_run_after_any_incident_is_the_check_of_all(
    said: str, look: str, is_found: bool
) -> None:
    case = f"# Lift\n\n## Lift hangs\n\n{WAY}"
    text = f"{case}## Each time\n\n### The list\n\n{said}\n\n{look}"
    found = [one for one in read_linter().judged(text, TODAY).findings if one.code == "RC746"]
    assert bool(found) is is_found

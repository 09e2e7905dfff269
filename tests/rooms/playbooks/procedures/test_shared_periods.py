"""A table of drills below the sentence that says how often all of them are held."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import Vocabulary

ROWS = (
    "| What | How | Who |\n|---|---|---|\n| **Siren test** | sound it | Ann |\n"
    "| Evacuation drill | clear the pier | Bo |\n| Paint | the boats | Cy |\n"
)


def _drills(said: str, words: Vocabulary) -> list[tuple[str, float | None, int]]:
    found = compile_playbook(f"# Harbour\n\n{said}", words).drills
    return [(one.what, one.every.seconds, one.every.line) for one in found]


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("Drills", "Each of these is held once per calendar year."),
        ("Annual drills", "Each of these is held\nevery calendar year."),
        ("Übungen", "Alles Folgende findet einmal pro Kalenderjahr statt:"),
        ("Exercices", "Une fois par année civile :"),
        ("Simulacros", "Una vez por año natural:"),
        ("Simulados", "Uma vez por ano civil:"),
    ],
)
def test_the_rows_share_the_period_above_them(title: str, said: str, words: Vocabulary) -> None:
    found = _drills(f"## {title}\n\n{said}\n\n{ROWS}", words)
    line = 5 + said.count("\n")
    assert found == [("Siren test", 31536000, line), ("Evacuation drill", 31536000, line)]


def test_what_else_is_said_there_stays_a_drill(words: Vocabulary) -> None:
    text = f"## Drills\n\nHeld once a year:\n\n{ROWS}\nThe tug: every quarter.\n"
    assert [seconds for _, seconds, _ in _drills(text, words)] == [31536000, 31536000, 7776000]


@pytest.mark.parametrize(
    ("above", "rows", "found"),
    [
        ("Once a year:", ROWS.replace("Ann", "monthly"), [31536000, 2592000]),
        ("A drill is held once a year.", ROWS.replace("Siren test", "Ann"), [31536000]),
        ("We drill.", ROWS, []),
    ],
)
def test_rows_with_their_own_or_without_practice_share_none(
    above: str, rows: str, found: list[int], words: Vocabulary
) -> None:
    told = _drills(f"## Drills\n\n{above}\n\n{rows}", words)
    assert [seconds for _, seconds, _ in told] == found


@pytest.mark.parametrize(
    ("label", "entry", "every"),
    [
        ("**Monthly:**", "Fire drill", 2592000),
        ("**Bi-annually**", "Rehearsal of the flood", 15768000),
        # A cleaning is no drill; and the label says no period.
        ("**Monthly:**", "Clean the lamps", None),
        ("**Prepared:**", "Fire drill", None),
    ],
)
def test_a_label_may_say_how_often_what_is_below_it_is_practised(
    label: str, entry: str, every: int | None, words: Vocabulary
) -> None:
    text = f"# Mill\n\n## Regular activities\n\n{label}\n- Read the log\n- {entry}\n"
    found = [one.every.seconds for one in compile_playbook(text, words).drills]
    assert found == ([] if every is None else [every])

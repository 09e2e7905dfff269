"""The points of a meeting below a name with its time, or nested below it, or on the table."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import Vocabulary


def agenda(body: str, words: Vocabulary) -> list[tuple[str, int | None]]:
    found = compile_playbook(f"# Tea\n\n## Post-mortem\n\n{body}\n", words).review.agenda
    return [(one.title, one.timebox.seconds if one.timebox else None) for one in found]


@pytest.mark.parametrize("head", ["Agenda (60 min)", "Tagesordnung (1 Stunde)", "議題（60分）"])
def test_the_name_may_say_how_long_the_meeting_is(head: str, words: Vocabulary) -> None:
    assert agenda(f"{head}\n\n1. Story\n2. Leaks\n3. Jobs\n", words) == [
        ("Story", None), ("Leaks", None), ("Jobs", None),
    ]  # fmt: skip


@pytest.mark.parametrize("head", ["Invited (6 guests)", "Kettles (60 min)"])
def test_other_names_with_a_parenthesis_lead_to_none(head: str, words: Vocabulary) -> None:
    assert agenda(f"{head}\n\n1. Story\n2. Leaks\n3. Jobs\n", words) == []


@pytest.mark.parametrize(
    ("head", "found"),
    [
        ("Agenda of the meeting", [("Story", 600), ("Leaks", 1200)]),
        ("Orden del día de la reunión", [("Story", 600), ("Leaks", 1200)]),
        ("Tagesordnung:", [("Story", 600), ("Leaks", 1200)]),
        ("Kettles", []),
        ("People in the meeting", []),
    ],
)
def test_the_points_may_be_nested_below_their_name(
    head: str, found: list[tuple[str, int]], words: Vocabulary
) -> None:
    body = f"- By when\n  - P1: 3 days\n- {head}\n  - Story (10 min)\n  - Leaks (20 min)\n"
    assert agenda(body, words) == found


@pytest.mark.parametrize(
    ("said", "count"),
    [
        ("On the table: the story, what guests noticed, the leaks.", 3),
        ("Auf den Tisch kommen: der Verlauf, was Gäste merkten, die Lecks.", 3),
        ("Op tafel komen: het tijdpad, wat gasten merkten, de lekken.", 3),
        ("In the cupboard: cups, pots, spoons.", 0),
    ],
)
def test_what_comes_on_the_table(said: str, count: int, words: Vocabulary) -> None:
    assert len(agenda(said, words)) == count

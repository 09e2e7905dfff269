"""Several rhythms in one sentence, each with its own levels and its own side."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.messages.rhythms import rhythms_in
from runcard.domain.playbooks.model import Severity
from runcard.domain.playbooks.times.sides import Side
from runcard.domain.playbooks.vocabulary import Vocabulary

LEVELS = (Severity("P1", None, 1), Severity("P2", None, 2), Severity("P3", None, 3))
Told = tuple[int | None, tuple[str, ...], Side | None]
SAID: list[tuple[str, list[Told]]] = [
    ("P1 every 10 min, P2 and P3 hourly", [(600, ("P1",), None), (3600, ("P2", "P3"), None)]),
    (
        "every 10 min (P1) or hourly (P2)",
        [(600, ("P1",), None), (3600, ("P2",), None)],
    ),
    (
        "P1 every 10 min in the bridge, every 30 min to guests; P2 hourly",
        [(600, ("P1",), Side.INSIDE), (1800, ("P1",), Side.OUTSIDE), (3600, ("P2",), None)],
    ),
    (
        "P2: intern stündlich, Kunden alle 4 Stunden",
        [(3600, ("P2",), Side.INSIDE), (14400, ("P2",), Side.OUTSIDE)],
    ),
    ("P2 or above: every 20 min", [(1200, ("P1", "P2"), None)]),
    ("P1 every 10 min or when something changes", [(600, ("P1",), None)]),
    ("P1 within 10 min", []),
]


@pytest.mark.parametrize(("sentence", "told"), SAID)
def test_each_rhythm_has_its_levels_and_its_side(
    sentence: str, told: list[Told], words: Vocabulary
) -> None:
    found = rhythms_in(sentence, (LEVELS, words), is_next=False)
    assert [(one.span.seconds, one.keys, one.side) for one in found] == told


def test_after_the_next_update_any_number_tells_one(words: Vocabulary) -> None:
    found = rhythms_in("Next update in 25 minutes", (LEVELS, words), is_next=True)
    assert [one.span.seconds for one in found] == [1500]


def test_the_address_of_a_status_page_is_for_everybody(words: Vocabulary) -> None:
    known = (LEVELS, words)
    said = "Post on https://status.pool.example (P1) and update it every 30 minutes."
    (found,) = rhythms_in(said, known, is_next=False)
    assert (found.keys, found.side) == (("P1",), Side.OUTSIDE)
    (inside,) = rhythms_in("Look at status.txt every 30 minutes.", known, is_next=False)
    assert inside.side is None


def test_a_second_time_in_a_row_is_a_rhythm_too(words: Vocabulary) -> None:
    levels = (Severity("P1", "Grave", 1), Severity("P2", "Mild", 2), Severity("P3", "Low", 3))
    said = "Updates every 9 minutes (Grave) or 2 hours (others)"
    found = rhythms_in(said, (levels, words), is_next=False)
    told = [(one.span.seconds, one.keys) for one in found]
    assert told == [(540, ("P1",)), (7200, ("P2", "P3"))]


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("Word to the quay (every 20 min for P1, 2 hours for P2)", [1200, 7200]),
        ("Nachricht alle 20 Minuten bei P1, 2 Stunden bei P2", [1200, 7200]),
        ("Point toutes les 20 minutes pour P1 et 2 heures pour P2", [1200, 7200]),
        ("Word every 20 min for P1, and 2 hours of rest for all.", [1200]),
        ("Word every 20 min for P1, 2 hours after P2 a summary.", [1200]),
    ],
)
def test_a_second_time_said_like_the_first_is_as_often(
    said: str, told: list[int], words: Vocabulary
) -> None:
    found = rhythms_in(said, (LEVELS, words), is_next=False)
    assert [one.span.seconds for one in found] == told


@pytest.mark.parametrize(
    ("said", "seconds"),
    [
        ("The status page is updated at least every 40 minutes.", [2400]),
        ("Die Statusseite wird mindestens alle 40 Minuten aktualisiert.", [2400]),
        ("No more than 40 minutes between updates.", [2400]),
        ("Zwischen zwei Meldungen liegen höchstens 40 Minuten.", [2400]),
        ("The kettle stands at least 40 minutes.", []),
        ("No more than 40 minutes between two kettles.", []),
    ],
)
@pytest.mark.parametrize("title", ["Who hears what", "Comms rhythm"])
def test_a_rhythm_told_by_its_bounds(
    title: str, said: str, seconds: list[int], words: Vocabulary
) -> None:
    found = compile_playbook(f"# Tea\n\n## {title}\n\n{said}\n", words).cadences
    assert [one.every.seconds for one in found] == seconds


@pytest.mark.parametrize(
    ("said", "seconds"),
    [
        ("We will be back with news within 40 minutes.", [2400]),
        ("Wir melden uns spätestens in 40 Minuten.", [2400]),
        ("Retornamos em até 40 minutos.", [2400]),
        ("40 分钟后更新进展。", [2400]),
        ("The kettle is warm in 40 minutes.", []),
    ],
)
def test_a_message_promises_the_next_one(said: str, seconds: list[int], words: Vocabulary) -> None:
    text = f"# Tea\n\n## Message templates\n\n### First\n\n> No tea in [room].\n> {said}\n"
    assert [one.every.seconds for one in compile_playbook(text, words).cadences] == seconds

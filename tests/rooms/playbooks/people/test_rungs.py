"""A name, and the case and the wait behind it, in the forms of lists."""

import pytest

from runcard.domain.playbooks.model import Text
from runcard.domain.playbooks.people.rungs import chain_step, rungs_of
from runcard.domain.playbooks.vocabulary import Vocabulary

STEPS = [
    ("**Bosun** (if not acknowledged in 12 min)", "Bosun", "if not acknowledged in 12 min", 720),
    ("**Mate**: [contact] - for storms", "Mate", "for storms", None),
    ("Captain – after 1 hour", "Captain", "after 1 hour", 3600),
    ("Owner (more than 2 hours)", "Owner", "more than 2 hours", 7200),
    ("Cook", "Cook", None, None),
    ("Bosun: after 9 minutes", "Bosun", "after 9 minutes", 540),
    ("Mate: after 9 minutes (S1), next day (S2)", "Mate",
     "after 9 minutes (S1), next day (S2)", 540),
    ("Pilot silent for 9 minutes: harbour master", "harbour master",
     "Pilot silent for 9 minutes", 540),
    ("Bosun, at once", "Bosun", "at once", 0),
    ("Mate, SEV1 at once, SEV2 after 1 hour", "Mate", "SEV1 at once, SEV2 after 1 hour", 0),
    ("Owner, only if the ship is lost", "Owner", "only if the ship is lost", None),
    ("Captain after 25 min", "Captain", "after 25 min", 1500),
    ("Page the mate after 25 min alone", "mate", "after 25 min alone", 1500),
    ("Maat bei P1 nach 1 Stunde", "Maat", "bei P1 nach 1 Stunde", 3600),
    ("Capitán, si el barco hace agua", "Capitán", "si el barco hace agua", None),
    ("Bosun, mate and cook", "Bosun, mate and cook", None, None),
    ("Second engineer on call", "Second engineer on call", None, None),
    ("→ Mate (9 min)", "Mate", "9 min", 540),
    ("Nach 9 Minuten: Maat informieren", "Maat", "Nach 9 Minuten", 540),
]  # fmt: skip


@pytest.mark.parametrize(("text", "who", "condition", "seconds"), STEPS)
def test_a_step_tells_who_when_and_after_how_long(
    text: str, who: str, condition: str | None, seconds: int | None, words: Vocabulary
) -> None:
    step = chain_step(text, 1, words)
    assert step is not None
    assert (step.who, step.condition) == (who, condition)
    assert (step.after and step.after.seconds) == seconds


@pytest.mark.parametrize(
    "text", ["Look at the sea and then go home.", "when the mast falls", "after 9 minutes at sea"]
)
def test_a_sentence_or_a_case_is_no_name(text: str, words: Vocabulary) -> None:
    assert chain_step(text, 1, words) is None


def test_among_numbered_rungs_one_may_have_a_name_of_its_own(words: Vocabulary) -> None:
    entries = ["**Level 1 (0-10 min)**: Bosun", "**Level 2 (10+ min)**: Mate", "**Land**: owner"]
    steps = rungs_of([Text(text, line) for line, text in enumerate(entries, 1)], words)
    assert [(one.who, one.condition, one.after and one.after.seconds) for one in steps] == [
        ("Bosun", "0-10 min", None),
        ("Mate", "10+ min", 600),
        ("owner", None, None),
    ]


def test_a_list_with_an_entry_that_is_no_rung_is_no_chain(words: Vocabulary) -> None:
    assert rungs_of([Text("Bosun", 1), Text("The sea is cold today.", 2)], words) == ()


def test_minutes_that_are_counted_from_the_alarm(words: Vocabulary) -> None:
    found = rungs_of([Text("Minuto 0: guardia", 1), Text("Minuto 15: jefa de turno", 2)], words)
    assert [(one.who, one.after and one.after.seconds) for one in found] == [
        ("guardia", 0),
        ("jefa de turno", 900),
    ]

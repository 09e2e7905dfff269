"""Examples that a sentence names, and lists that stand below other words."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.model import Severity
from runcard.domain.playbooks.vocabulary import Vocabulary


def _levels(said: str, words: Vocabulary) -> tuple[Severity, ...]:
    below = f"## Severity\n\n### SEV1\n\n{said}\n### SEV2\n\nOne oven is cold.\n"
    return compile_playbook(f"# Bakery\n\n{below}", words).severities


@pytest.mark.parametrize(
    ("lead", "meaning"),
    [
        ("Examples include:", "No bread leaves the house."),
        ("Beispiele sind:", "Kein Brot verlässt das Haus."),
        ("Par exemple :", "Aucun pain ne sort."),
        ("Por ejemplo:", "No sale pan."),
    ],
)
def test_a_sentence_behind_the_meaning_names_the_examples(
    lead: str, meaning: str, words: Vocabulary
) -> None:
    first, _ = _levels(f"{meaning} {lead}\n\n- The ovens are dark\n- Wet flour\n", words)
    assert first.definition is not None
    assert first.definition.text == meaning
    assert [one.text for one in first.examples] == ["The ovens are dark", "Wet flour"]


def test_a_list_below_other_words_holds_promises_and_no_examples(words: Vocabulary) -> None:
    said = (
        "No bread leaves the house,\nand none will today. Examples include:\n\n- Wet flour\n\n"
        "How the night shift treats it:\n\n- Bakers may empty any oven.\n"
        "- Status updates are sent every 2 hours, or more.\n"
    )
    first, _ = _levels(said, words)
    assert first.definition is not None
    assert first.definition.text == "No bread leaves the house, and none will today."
    assert [one.text for one in first.examples] == ["Wet flour"]
    assert first.cadence is not None
    assert (first.cadence.seconds, first.cadence.line) == (7200, 15)


def test_a_list_below_a_name_that_is_known_stays_what_it_is(words: Vocabulary) -> None:
    said = "No bread. Examples include:\n\n- Wet flour\n\nEscalate to:\n\n- Master baker\n"
    first, _ = _levels(said, words)
    assert [one.text for one in first.escalation] == ["Master baker"]


def test_lists_of_a_level_without_named_examples_are_read_as_before(words: Vocabulary) -> None:
    said = "No bread leaves the house.\n\nWe have had:\n\n- Wet flour\n\nAnd also:\n\n- Mice\n"
    first, _ = _levels(said, words)
    assert [one.text for one in first.examples] == ["Wet flour", "Mice"]

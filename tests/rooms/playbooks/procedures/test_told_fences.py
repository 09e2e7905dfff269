"""Sentences and forms in fences whose tag says that something else stands there."""

import pytest

from runcard.domain.playbooks.nouns.appendix import FenceKind
from runcard.domain.playbooks.page.blocks import Fence
from runcard.domain.playbooks.procedures.fence_kinds import Surroundings, kind_of
from runcard.domain.playbooks.vocabulary import Vocabulary


def kind(tag: str, text: str, words: Vocabulary) -> FenceKind:
    fence = Fence(1, 9, tag, tuple(text.split("\n")))
    return kind_of(fence, Surroundings(frozenset()), words)


@pytest.mark.parametrize(
    ("tag", "text"),
    [("javascript", "// in turn\nFirst knock: the gate stays shut\nFifth knock: for 60 minutes"),
     ("python", "Der Müller ruft den Wirt\nDanach läutet die Glocke"),
     ("bash", "# Write down\n📝 Began at: __:__\n🎯 What happened: [in short]"),
     ("sh", "Beginn: ____\nOrt: [wo]")],
)  # fmt: skip
def test_words_of_people_are_a_note(tag: str, text: str, words: Vocabulary) -> None:
    assert kind(tag, text, words) is FenceKind.NOTE


@pytest.mark.parametrize(
    ("tag", "text"),
    [("javascript", "gate.shut()\ngate.lock(60)"), ("python", "import gate\ngate.shut()"),
     ("bash", "gatectl shut\ngatectl lock"), ("bash", "Began: ____")],
)  # fmt: skip
def test_what_is_typed_stays_commands(tag: str, text: str, words: Vocabulary) -> None:
    assert kind(tag, text, words) is FenceKind.COMMANDS


@pytest.mark.parametrize(
    ("text", "found"),
    [("Severity: high\n\nFirst:\n  1. Shut the gate\n  2. Ring the bell\n  3. Call the miller",
      FenceKind.PROSE_STEPS),
     ("Zuerst:\n  1. Tor schließen\n  2. Glocke läuten", FenceKind.PROSE_STEPS),
     ("gate:\n  shut: true\n  bells: 3\nmill:\n  wheel: north", FenceKind.CONFIG)],
)  # fmt: skip
def test_numbered_sentences_are_steps_whatever_the_tag(
    text: str, found: FenceKind, words: Vocabulary
) -> None:
    assert kind("yaml", text, words) is found

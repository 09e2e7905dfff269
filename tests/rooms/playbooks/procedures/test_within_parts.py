"""Chapters on how trouble is noticed have ways of looking out below them, and no runbooks."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import Vocabulary

STEPS = "1. Look at the gauge\n2. Listen to the lid\n\n"


def titles(chapter: str, heads: tuple[str, ...], words: Vocabulary) -> list[str]:
    below = "".join(f"### {head}\n\n{STEPS}" for head in heads)
    text = f"# Tea room\n\n## {chapter}\n\n{below}## Repair procedures\n\n### Coil\n\n{STEPS}"
    return [book.title for book in compile_playbook(text, words).runbooks]


@pytest.mark.parametrize(
    ("chapter", "heads"),
    [("Detection procedures", ("Gauges in the hall", "Word of guests")),
     ("Alerting procedures", ("Anzeigen im Saal", "Was Gäste sagen")),
     ("Identification protocols", ("Gauges in the hall", "Word of guests"))],
)  # fmt: skip
def test_ways_of_noticing_are_no_runbooks(
    chapter: str, heads: tuple[str, ...], words: Vocabulary
) -> None:
    assert titles(chapter, heads, words) == ["Coil"]


@pytest.mark.parametrize(
    ("chapter", "heads"),
    [("Detection procedures", ("Kettle failure", "Lid stuck")),
     ("Kettle procedures", ("Gauges in the hall", "Word of guests"))],
)  # fmt: skip
def test_troubles_below_a_chapter_of_any_name_are(
    chapter: str, heads: tuple[str, ...], words: Vocabulary
) -> None:
    """What fails is no way of noticing it; and other procedures are what they were."""
    assert titles(chapter, heads, words) == [*heads, "Coil"]

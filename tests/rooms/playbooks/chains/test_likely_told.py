"""Sentences about calling below headings that do not speak of it."""

import pytest

from runcard.domain.playbooks.chains.escalations import chains_of
from runcard.domain.playbooks.page.outline import outline
from runcard.domain.playbooks.vocabulary import Vocabulary

LIST = (
    "1. Ring the duty officer (number on the door).\n"
    "2. No answer after 9 minutes: ring the deputy.\n3. Still nobody: ring the harbour master.\n"
)
SAID = (
    "Somebody is on watch by day. Nobody there within 9 minutes? Page the watch lead. Nobody "
    "within 20? Page the harbour master.\n"
)


def rungs(page: str, words: Vocabulary) -> list[list[tuple[str, int | None]]]:
    return [
        [(step.who, step.after and step.after.seconds) for step in chain.steps]
        for chain in chains_of(outline(page), words)
    ]


def test_lists_and_paragraphs_below_any_heading(words: Vocabulary) -> None:
    assert rungs(f"# Yard\n\n## Late at the yard\n\n{LIST}", words) == [
        [("duty officer", None), ("deputy", 540), ("harbour master", None)]
    ]
    assert rungs(f"# Yard\n\n## Short of hands\n\n{SAID}", words) == [
        [("watch lead", 540), ("harbour master", 1200)]
    ]


def test_the_heading_may_tell_that_nobody_answers(words: Vocabulary) -> None:
    text = "1. Nach 9 Minuten die Bereitschaft anrufen.\n2. Nach 20 Minuten den Leiter anrufen.\n"
    page = f"# Werft\n\n## Wenn niemand abhebt\n\n{text}"
    assert rungs(page, words) == [[("Bereitschaft", 540), ("Leiter", 1200)]]


@pytest.mark.parametrize("title", ["Runbooks", "Severity levels", "Review", "Message templates"])
def test_other_chapters_have_their_own_calls(title: str, words: Vocabulary) -> None:
    assert rungs(f"# Yard\n\n## {title}\n\n{LIST}\n{SAID}", words) == []


def test_machines_do_not_call_each_other(words: Vocabulary) -> None:
    text = "If pump A does not answer in 9 minutes, the load goes to pump B. After 20 to pump C.\n"
    assert rungs(f"# Yard\n\n## Pumps\n\n{text}", words) == []


def test_nobody_is_waited_for_less_than_a_minute(words: Vocabulary) -> None:
    told = (
        "If the primary does not answer for {0}, it goes to the secondary, after {1} to the lead."
    )
    page = "# Ship\n\n## Bells\n\n{0}\n"
    slow, quick = told.format("5 minutes", "9 minutes"), told.format("9 seconds", "30 seconds")
    assert [len(rungs(page.format(one), words)) for one in (slow, quick)] == [1, 0]

"""Lines and sentences that each begin as a rung are a chain; others stand outside it."""

import pytest

from runcard.domain.playbooks.chains.rung_lines import line_chains
from runcard.domain.playbooks.page.outline import outline
from runcard.domain.playbooks.vocabulary import Vocabulary


def read(text: str, words: Vocabulary) -> list[list[tuple[str, str | None, int | None]]]:
    *_, section = outline(f"## Escalation\n\n{text}").sections
    return [
        [(one.who, one.condition, one.after.seconds if one.after else None) for one in chain.steps]
        for chain in line_chains(section, words)
    ]


def test_lines_that_begin_as_rungs_are_a_chain(words: Vocabulary) -> None:
    text = "**0–10 min** — Bosun\n**10–40 min** — Mate\n**40+ min** — Captain\n"
    assert read(text, words) == [
        [("Bosun", "0–10 min", None), ("Mate", "10–40 min", 600), ("Captain", "40+ min", 2400)]
    ]


def test_sentences_that_begin_as_rungs_are_a_chain(words: Vocabulary) -> None:
    text = "First line: the bosun. Second line: the captain, after an hour.\n"
    assert read(text, words) == [
        [("the bosun", None, None), ("the captain", "after an hour", 3600)]
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The bosun sleeps aft.\nThe mate keeps the log.\n",
        "**10 min** — Bosun\n\nThe mate keeps the log.\n\n**1 h** — Captain\n",
    ],
)
def test_other_lines_are_no_chain_and_end_one(text: str, words: Vocabulary) -> None:
    assert read(text, words) == []

"""Labels of a level beside a promise of time are no rungs; other labels may be names."""

import pytest

from runcard.domain.playbooks.chains.promise_lists import are_promises
from runcard.domain.playbooks.page.blocks import items
from runcard.domain.playbooks.page.outline import outline
from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.chains.chains_read import chains


def told(text: str, words: Vocabulary) -> bool:
    return are_promises(items(outline(f"## Escalation\n\n{text}").sections[-1]), words)


@pytest.mark.parametrize(
    "text",
    [
        "- **Time to acknowledge (TTA)**: 9 min\n- **Action**: ring\n- **Millpond**: shut\n",
        "- Reaktionszeit: 20 Minuten\n- Eskalation: Müller\n",
    ],
)
def test_a_promise_and_what_stands_beside_it(text: str, words: Vocabulary) -> None:
    assert told(text, words)


@pytest.mark.parametrize(
    "text",
    [
        "- **Action**: the wright\n- **Communication**: the clerk\n",
        "- **Response time**: 9 min\n- **Miller**: at once\n- **Owner**: after an hour\n",
        "- Miller\n- Owner (after an hour)\n",
    ],
)
def test_names_and_labels_without_a_promise(text: str, words: Vocabulary) -> None:
    assert not told(text, words)


def test_only_the_escalation_among_them_is_a_chain(words: Vocabulary) -> None:
    head = "## Escalation\n\n### P1\n\n- **Time to acknowledge**: 9 minutes\n"
    called = "- **Escalation**: After an hour, call the owner.\n"
    rings = "- **Action**: The bell rings at the mill.\n"
    assert chains(head + rings + called, words) == [[("owner", "After an hour", 3600)]]
    assert chains(f"{head}{rings}- **Escalation**: None.\n", words) == []

"""Sentences that say how often a document itself is read again."""

import pytest

from runcard.domain.playbooks.document.rereading import tells_rereading
from runcard.domain.playbooks.page.outline import outline
from runcard.domain.playbooks.vocabulary import Vocabulary


@pytest.mark.parametrize(
    ("text", "is_told"),
    [
        ("Owner: the bakers. Review cadence: yearly.", True),
        ("Verantwortlich: Ann. Prüfzyklus: jährlich.", True),
        ("Owner: the bakers. Sweeping: yearly.", False),
        ("Owner: the bakers. Review: by Ann.", False),
    ],
)
def test_how_often_it_is_read_again(text: str, is_told: bool, words: Vocabulary) -> None:
    block = outline(f"# T\n\n{text}\n").sections[-1].blocks[0]
    assert tells_rereading(block, words) is is_told

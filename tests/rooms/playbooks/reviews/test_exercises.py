"""Sentences about practising are told from those about reviews."""

import pytest

from runcard.domain.playbooks.reviews.exercises import is_of_practice
from runcard.domain.playbooks.vocabulary import Vocabulary


@pytest.mark.parametrize(
    ("said", "is_so"),
    [
        ("We rehearse it at the latest a week before the fair.", True),
        ("Yearly tabletop exercise of a P1: call within an hour, mend, post-mortem.", True),
        ("In practice the review of a P1 is written within 4 days.", False),
        ("The post-mortem of a P1 is due within 4 days, as in the exercise.", False),
    ],
)
def test_practice_is_no_review(said: str, is_so: bool, words: Vocabulary) -> None:
    assert is_of_practice(said, words) is is_so

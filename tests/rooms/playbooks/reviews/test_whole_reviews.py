"""Where pieces of a review are due before it, its own deadline is that of the whole."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.reviews.whole_reviews import of_whole_reviews
from runcard.domain.playbooks.vocabulary import Vocabulary

HEAD = "# Kiln\n\n## Severity levels\n\n- **P1**: all\n- **P2**: some\n\n## Afterwards\n\n"
LED = "After every P1:\n"


@pytest.mark.parametrize(
    ("text", "whole"),
    [(f"{LED}1. Write the time line in 24 hours\n2. Hold the post-mortem in 3 days", [259200]),
     ("- Notizen zu P1 binnen 2 Tagen.\n- Post-Mortem zu P1 binnen 5 Tagen.", [432000]),
     # Nothing but pieces, and two that both name it.
     (f"{LED}1. Write the time line within 24 hours", [86400]),
     ("- Draft of the post-mortem within 2 days.\n- Final post-mortem within 9 days.",
      [172800, 777600])],
)  # fmt: skip
def test_the_deadlines_that_name_the_review_stand_for_it(
    text: str, whole: list[int], words: Vocabulary
) -> None:
    stated = compile_playbook(f"{HEAD}{text}\n", words).review.deadlines
    assert [one.within.seconds for one in of_whole_reviews(stated)] == whole

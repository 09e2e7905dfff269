"""`At once (< 15 min to triage)`: the brackets bound the answer."""

import pytest

from runcard.domain.playbooks.times.clauses import Promised, read_promises
from runcard.domain.playbooks.vocabulary import Vocabulary


@pytest.mark.parametrize(
    ("said", "seconds"),
    [
        ("Immediate (< 10 min to triage)", 600),
        ("Immediately (within 1 hour to investigate)", 3600),
        ("Immediate (< 10 min)", 600),
    ],
)
def test_the_first_work_behind_a_bound_is_no_other_promise(
    said: str, seconds: int, words: Vocabulary
) -> None:
    (found,) = read_promises(said, 1, ("response",), words)
    assert isinstance(found, Promised)
    assert (found.time.text, found.time.seconds) == (said, seconds)


def test_other_work_behind_a_bound_is_no_answer(words: Vocabulary) -> None:
    (found,) = read_promises("Immediate (< 2 h to rebuild the oven)", 1, ("response",), words)
    assert not isinstance(found, Promised)

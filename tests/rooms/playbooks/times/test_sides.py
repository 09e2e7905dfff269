"""For whom a rhythm counts, by the words beside it."""

import pytest

from runcard.domain.playbooks.times.sides import Side, side_of, sides_of
from runcard.domain.playbooks.vocabulary import Vocabulary

SIDES = [
    ("every 10 min in #deck", None),
    ("the team, every 10 min", Side.INSIDE),
    ("guests hear from us hourly", Side.OUTSIDE),
    ("board of directors", Side.LEADERS),
    ("Status page", Side.OUTSIDE),
    ("intern alle 10 Minuten", Side.INSIDE),
    ("客户", Side.OUTSIDE),
]


@pytest.mark.parametrize(("text", "side"), SIDES)
def test_a_side_is_told_by_its_name(text: str, side: Side | None, words: Vocabulary) -> None:
    assert side_of(text, words) is side


def test_of_two_pieces_the_unnamed_one_is_the_other_side(words: Vocabulary) -> None:
    assert sides_of(["15 min to the wards", "10 min in the bridge"], words) == [
        Side.OUTSIDE,
        Side.INSIDE,
    ]
    assert sides_of(["15 min", "30 min to guests"], words) == [Side.INSIDE, Side.OUTSIDE]
    assert sides_of(["15 min", "30 min"], words) == [None, None]
    assert sides_of(["20 min in #oven-room", "hourly to the deans"], words) == [
        Side.INSIDE,
        Side.OUTSIDE,
    ]
    assert sides_of(["20 min at gate #2", "hourly to the deans"], words) == [None, None]

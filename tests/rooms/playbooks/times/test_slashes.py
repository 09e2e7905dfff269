"""Values are cut at the slashes between them only."""

import pytest

from runcard.domain.playbooks.times.slashes import pieces_of


@pytest.mark.parametrize(
    ("value", "pieces"),
    [("10 min (24/7) / 2 h", ["10 min (24/7)", "2 h"]), ("5m/30m/4h", ["5m", "30m", "4h"]),
     ("5 min 24/7 / 1 h", ["5 min 24/7", "1 h"]), ("5 min 24/7/365", ["5 min 24/7/365"]),
     ("5分／2時間", ["5分", "2時間"]), ("5 min (pager/phone)", ["5 min (pager/phone)"]),
     ("1 h / / 4 h", ["1 h", "", "4 h"])],
)  # fmt: skip
def test_a_slash_inside_a_value_cuts_nothing(value: str, pieces: list[str]) -> None:
    assert pieces_of(value) == pieces

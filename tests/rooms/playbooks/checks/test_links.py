"""Front doors of consoles, and the desks of vendors behind them."""

import pytest

from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.plain_judge import found_in


@pytest.mark.parametrize(
    ("address", "is_found"),
    [
        ("https://console.aws.amazon.com/", True),
        ("https://console.aws.amazon.com/cloudwatch", True),
        ("https://console.aws.amazon.com/support", False),
        ("https://console.aws.amazon.com/cloudwatch/home?region=eu-west-1#logs", False),
    ],
)
def test_the_desk_of_a_vendor_has_no_region(
    address: str, is_found: bool, words: Vocabulary
) -> None:
    codes = {one.code for one in found_in(f"# Gates\n\nSee {address} for it.\n", words)}
    assert ("RC032" in codes) is is_found

"""What is sent with a request stands below it, and is no call of its own."""

import pytest

from runcard.domain.commands.requests import is_above_its_body


@pytest.mark.parametrize(
    ("lines", "is_above"),
    [
        (("PUT /lids/1", '{ "shut": true }'), True),
        (("POST https://pots.example/lids", "{"), True),
        (("GET /lids", "GET /pots"), False),
        (("PUT the lid on", "{"), False),
        (("PUT /lids/1",), False),
    ],
)
def test_a_body_opens_directly_below_its_request(lines: tuple[str, ...], is_above: bool) -> None:
    assert is_above_its_body(lines, 0) is is_above

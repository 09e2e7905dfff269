"""A bar in a filter of a network device starts no program."""

import pytest

from runcard.domain.commands.classify import Bench
from tests.rooms.commands.saying import said


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("show ip bgp summary | include Idle|Active", "read_only"),
        ("show interfaces | include line protocol|errors|CRC", "read_only"),
        ("show log | match down|up|reset", "read_only"),
        ("show version | unheard-of", "mutating"),
        ("cat x | include Idle|Active", "mutating"),
        ("show log | include down | tee /etc/x", "mutating"),
        ("show log | include down|rm", "destructive destroys"),
    ],
)
def test_what_follows_a_filter_is_its_pattern(text: str, expected: str, bench: Bench) -> None:
    assert said(text, bench) == expected

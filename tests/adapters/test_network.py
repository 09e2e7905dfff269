"""Which addresses may be reached from here."""

from ipaddress import ip_address

import pytest

from runcard.adapters.network import may_reach

PRIVATE = (
    "127.0.0.1",
    "10.1.2.3",
    "192.168.0.9",
    "100.64.0.1",
    "::1",
    "fd00::1",
    "::ffff:10.0.0.1",
)
NEVER = ("169.254.169.254", "fe80::1", "0.0.0.0", "::", "224.0.0.1", "::ffff:169.254.169.254")
PUBLIC = ("8.8.8.8", "2606:4700::1111", "::ffff:8.8.8.8")


@pytest.mark.parametrize("address", PRIVATE)
def test_ones_own_network_is_reached_only_where_allowed(address: str) -> None:
    assert may_reach(ip_address(address), allow_private=True)
    assert not may_reach(ip_address(address), allow_private=False)


@pytest.mark.parametrize("address", NEVER)
def test_link_local_and_addresses_of_nobody_are_never_reached(address: str) -> None:
    assert not may_reach(ip_address(address), allow_private=True)


@pytest.mark.parametrize("address", PUBLIC)
def test_the_public_network_is_always_reached(address: str) -> None:
    assert may_reach(ip_address(address), allow_private=False)

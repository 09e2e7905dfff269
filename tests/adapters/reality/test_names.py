"""Names of hosts: known, unknown, and no names at all."""

import pytest

from runcard.adapters.reality.names import addresses, resolves
from runcard.domain.playbooks.reality import Fails, Holds, Unasked


def test_a_name_of_this_machine_resolves() -> None:
    assert resolves("localhost", 5) == Holds()


def test_a_number_is_its_own_address() -> None:
    found = addresses("127.0.0.1", 5)
    assert isinstance(found, tuple)
    assert [str(one) for one in found] == ["127.0.0.1"]


@pytest.mark.parametrize("host", ["a..b", "x" * 300, "", "\x00"])
def test_what_is_no_name_raises_nothing(host: str) -> None:
    assert isinstance(resolves(host, 5), Fails | Holds | Unasked)

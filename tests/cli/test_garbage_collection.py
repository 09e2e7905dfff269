"""While things are made that stay, nobody looks for circles; afterwards it is done again."""

import gc

import pytest

from runcard.interfaces.cli.garbage_collection import nothing_collected


def test_the_collector_rests_and_works_again() -> None:
    assert gc.isenabled()
    with nothing_collected():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_it_works_again_after_an_error_too() -> None:
    with pytest.raises(ValueError, match="no such file"), nothing_collected():
        raise ValueError("no such file")
    assert gc.isenabled()

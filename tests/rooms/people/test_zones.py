"""A time zone is found by its name, and there is always one."""

import pytest

from runcard.domain.people.zones import find_zone, zone_named


def test_a_zone_is_found_by_its_name() -> None:
    assert zone_named("Europe/Berlin").key == "Europe/Berlin"


@pytest.mark.parametrize("name", ["Nowhere/At all", "", "../etc/passwd", "Europe", "x" * 300, "\0"])
def test_what_is_no_zone_is_not_found_and_stands_for_utc(name: str) -> None:
    assert find_zone(name) is None
    assert zone_named(name).key == "UTC"

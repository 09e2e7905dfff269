"""A setting from a file, a variable or a form becomes what its field wants."""

from collections.abc import Mapping
from datetime import timedelta
from enum import Enum
from typing import Any

import pytest

from runcard.adapters.setting_values import decode
from runcard.kernel.errors import Invalid
from runcard.kernel.secret import Secret


class Colour(Enum):
    RED = "red"


@pytest.mark.parametrize(
    ("value", "wanted", "read"),
    [
        ("a", str, "a"),
        (587, int, 587),
        ("587", int, 587),
        ("true", bool, True),
        ("1h30m", timedelta, timedelta(minutes=90)),
        ("x", Secret, Secret("x")),
        ("x", Secret | None, Secret("x")),
        (Secret("x"), Secret | None, Secret("x")),
        (None, Secret | None, None),
        ("15m", timedelta | None, timedelta(minutes=15)),
        (["a", "b"], tuple[str, ...], ("a", "b")),
        ({"a": "b"}, Mapping[str, str], {"a": "b"}),
        ("red", Colour, Colour.RED),
    ],
    ids=str,
)
def test_a_value_becomes_what_the_field_wants(value: Any, wanted: Any, read: Any) -> None:
    assert decode(value, wanted) == read


@pytest.mark.parametrize(
    ("value", "wanted"),
    [(3, str), ("x", int), (7, Secret), ("soon", timedelta), ([1], tuple[str, ...]), ({}, bool)],
    ids=str,
)
def test_a_value_that_does_not_fit_is_invalid(value: Any, wanted: Any) -> None:
    with pytest.raises(Invalid) as fault:
        decode(value, wanted)
    assert "`" not in fault.value.message

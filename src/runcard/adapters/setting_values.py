"""One setting of a plug-in, from a TOML file, a variable or a form, as the type its field wants."""

from datetime import timedelta
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin

import msgspec

from runcard.kernel.errors import Invalid
from runcard.kernel.secret import Secret
from runcard.kernel.spans import parse_span


def decode(value: Any, wanted: Any) -> Any:
    """The value as the wanted type. Raises Invalid with words that never hold the value of a
    secret."""
    if is_optional(wanted):
        if value is None:
            return None
        wanted = without_none(wanted)
    if wanted is Secret:
        return value if isinstance(value, Secret) else Secret(text(value))
    if wanted is timedelta:
        return parse_span(text(value))
    try:
        # Variables and forms know only text, so "587" may be a number.
        return msgspec.convert(value, wanted, strict=False)
    except msgspec.ValidationError as fault:
        raise Invalid(in_words(str(fault))) from fault


def text(value: Any) -> str:
    if not isinstance(value, str):
        raise Invalid("it must be text")
    return value


def is_optional(wanted: Any) -> bool:
    return get_origin(wanted) in {Union, UnionType} and NoneType in get_args(wanted)


def without_none(wanted: Any) -> Any:
    """`int | None` is int; a wider union stays a union."""
    left = [one for one in get_args(wanted) if one is not NoneType]
    return Union[tuple(left)]  # noqa: UP007


def in_words(fault: str) -> str:
    """The decoder's words without its marks."""
    return fault.replace("`", "").replace("Expected", "it must be", 1).replace(" - at $", " at ")

"""The one MetaData, and the two column types that are alike on both databases."""

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import BigInteger, Dialect, Integer, MetaData, Text
from sqlalchemy.types import TypeDecorator

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

RowId = BigInteger().with_variant(Integer, "sqlite")
"""A number the database gives; SQLite counts only in columns it calls INTEGER."""

CANONICAL = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=False)
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)


def to_micros(moment: datetime) -> int:
    """UTC microseconds since 1970; raises ValueError for a moment without a zone."""
    if moment.tzinfo is None:
        raise ValueError(f"{moment!r} has no time zone")
    return (moment - EPOCH) // MICROSECOND


def from_micros(micros: int) -> datetime:
    """The moment, in UTC."""
    return EPOCH + micros * MICROSECOND


def kept_micros(moment: datetime | None) -> int | None:
    """A moment as it is kept."""
    return None if moment is None else to_micros(moment)


class Instant(TypeDecorator[datetime]):
    """A moment, kept as UTC microseconds in a 64-bit integer."""

    impl = BigInteger
    cache_ok = True

    def bind_processor(self, dialect: Dialect) -> Callable[[datetime | None], int | None]:
        # Asked once a statement, and called once a value: nothing else may stand between.
        return kept_micros

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:
        return kept_micros(value)

    def process_result_value(self, value: int | None, dialect: Dialect) -> datetime | None:
        return None if value is None else from_micros(value)


class Json(TypeDecorator[Any]):
    """Any JSON value, kept as text with sorted keys, so that equal values are equal bytes."""

    impl = Text
    cache_ok = True

    def bind_processor(self, dialect: Dialect) -> Callable[[Any], str | None]:
        return kept_json

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:
        return kept_json(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> Any:
        return None if value is None else json.loads(value)


def kept_json(value: Any) -> str | None:
    """A value as it is kept."""
    return None if value is None else canonical_json(value)


def canonical_json(value: Any) -> str:
    """Sorted keys, no spaces, characters as they are: the form that hashes are taken over."""
    return CANONICAL.encode(value)

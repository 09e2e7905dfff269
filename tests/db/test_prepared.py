"""Statements that are compiled once do on both databases what Core would do."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import Column, Integer, MetaData, String, Table, select
from sqlalchemy.exc import IntegrityError

from runcard.db.database import Database
from runcard.db.dialect import Conflict, among
from runcard.db.metadata import Instant, Json
from runcard.db.prepared import SIZES, Change, Insertion, Lookup, in_sizes
from runcard.db.work import Work
from runcard.kernel.actor import Engine
from runcard.kernel.errors import Unavailable

ENGINE = Engine()
NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
parcel = Table(
    "parcel",
    MetaData(),
    Column("id", Integer, primary_key=True),
    Column("label", String, nullable=False, unique=True),
    Column("sent_at", Instant, nullable=False),
    Column("holds", Json),
)
# Not in the order of the table, on purpose.
SEND = Insertion(parcel, ("sent_at", "label", "holds"))
SEND_ONCE = Insertion(
    parcel, ("label", "sent_at", "holds"), conflict=Conflict(), returning=("label", "id")
)
SEND_AGAIN = Insertion(
    parcel, ("label", "sent_at", "holds"), conflict=Conflict("label", ("sent_at",))
)
MOVE = Change(parcel, "label", ("sent_at", "holds"))
FIND = Lookup(
    lambda dialect: select(parcel).where(among(dialect, parcel.c.label)).order_by(parcel.c.id)
)


def rows(count: int, **said: object) -> list[dict[str, object]]:
    return [{"label": f"p{n}", "sent_at": NOON, "holds": {"n": n}, **said} for n in range(count)]


@pytest.fixture
def parcels(database: Database) -> Database:
    database.write(lambda work: parcel.metadata.create_all(work.tx), ENGINE)
    return database


def found(work: Work, *labels: str) -> list[tuple[str, datetime, object]]:
    return [(one.label, one.sent_at, one.holds) for one in FIND.rows(work.tx, labels)]


@pytest.mark.parametrize("count", [0, 1, 3, 64, 100, 131])
def test_any_number_of_rows_is_kept_and_found_again(parcels: Database, count: int) -> None:
    parcels.write(lambda work: SEND.run(work.tx, rows(count)), ENGINE)
    labels = [f"p{n}" for n in range(count)]
    kept = parcels.read(lambda work: found(work, *labels), ENGINE)
    assert kept == [(f"p{n}", NOON, {"n": n}) for n in range(count)]


@pytest.mark.parametrize(
    ("count", "sizes"), [(0, []), (1, [1]), (100, [64, 32, 4]), (131, [64, 64, 2, 1])]
)
def test_rows_go_in_groups_of_known_sizes(count: int, sizes: list[int]) -> None:
    assert [len(group) for group in in_sizes(rows(count))] == sizes
    assert set(sizes) <= set(SIZES)


def test_a_fault_of_the_driver_is_told_as_core_tells_it(parcels: Database) -> None:
    def twice(work: Work) -> None:
        SEND.run(work.tx, rows(1))
        SEND.run(work.tx, rows(1))

    # PostgreSQL's is tried again first: another node may have written the row.
    with pytest.raises((IntegrityError, Unavailable)):
        parcels.write(twice, ENGINE)
    assert parcels.read(lambda work: found(work, "p0"), ENGINE) == []


def test_a_row_that_is_there_is_left_alone_and_not_returned(parcels: Database) -> None:
    parcels.write(lambda work: SEND.run(work.tx, rows(2)), ENGINE)
    later = rows(3, sent_at=NOON + timedelta(hours=1))
    new = parcels.write(lambda work: SEND_ONCE.returned(work.tx, later), ENGINE)
    assert [label for label, _ in new] == ["p2"]
    assert parcels.read(lambda work: found(work, "p0"), ENGINE) == [("p0", NOON, {"n": 0})]


def test_only_the_named_columns_are_overwritten(parcels: Database) -> None:
    parcels.write(lambda work: SEND.run(work.tx, rows(1)), ENGINE)
    again = rows(1, sent_at=NOON + timedelta(hours=1), holds="other")
    parcels.write(lambda work: SEND_AGAIN.run(work.tx, again), ENGINE)
    kept = parcels.read(lambda work: found(work, "p0"), ENGINE)
    assert kept == [("p0", NOON + timedelta(hours=1), {"n": 0})]


def test_many_rows_change_each_by_its_own_key(parcels: Database) -> None:
    parcels.write(lambda work: SEND.run(work.tx, rows(5)), ENGINE)
    news: list[dict[str, object]] = [
        {"label": f"p{n}", "sent_at": NOON + timedelta(minutes=n), "holds": None}
        for n in (3, 1, 99)
    ]
    parcels.write(lambda work: MOVE.run(work.tx, news), ENGINE)
    kept = parcels.read(lambda work: found(work, *(f"p{n}" for n in range(5))), ENGINE)
    assert [at for _, at, _ in kept] == [NOON + timedelta(minutes=n) for n in (0, 1, 0, 3, 0)]
    assert [holds for _, _, holds in kept] == [{"n": 0}, None, {"n": 2}, None, {"n": 4}]


def test_a_list_of_nothing_finds_nothing(parcels: Database) -> None:
    assert parcels.read(found, ENGINE) == []


def test_words_that_look_like_the_database_s_own_are_only_words(parcels: Database) -> None:
    odd = """'"%(label_0)s ? %s \\ ]"""
    parcels.write(lambda work: SEND.run(work.tx, rows(1, label=odd)), ENGINE)
    assert parcels.read(lambda work: found(work, odd), ENGINE) == [(odd, NOON, {"n": 0})]

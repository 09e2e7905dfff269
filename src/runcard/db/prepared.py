"""Statements of the hot path: written in Core, compiled once for each database, then only run.

Building and compiling a statement costs more than the database does with it, and a parameter list
row by row gives the interpreter away at every row. So rows go in groups of a few fixed sizes, each
group as one statement.
"""

from collections import namedtuple
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, Dialect, Select, Table, bindparam, column, update, values
from sqlalchemy.exc import DBAPIError
from sqlalchemy.sql.elements import CompilerElement
from sqlalchemy.types import TypeEngine

from runcard.db.dialect import WANTED, Conflict, by_place, insert_into, listed, plain_cursor

# The columns are known when the statement is; a type checker wants them written out.
rows_of: Callable[..., Any] = namedtuple
SIZES = (64, 32, 16, 8, 4, 2, 1)
Convert = Callable[[Any], Any]
Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Compiled:
    """A statement as the database takes it, its parameters by place."""

    sql: str

    def run(self, tx: Connection, said: Sequence[Any]) -> Sequence[Any]:
        """`said` are converted values in the order of the statement's parameters; what comes back
        are the driver's own rows. Raises what SQLAlchemy would raise."""
        if not tx.in_transaction():
            tx.begin()
        cursor = plain_cursor(tx)
        try:
            cursor.execute(self.sql, said)
            return cursor.fetchall() if cursor.description else []
        except tx.dialect.loaded_dbapi.Error as fault:
            raise as_core_raises(tx, self.sql, fault) from fault
        finally:
            cursor.close()


@dataclass(slots=True)
class InGroups:
    """A statement about many rows, one compiled form for each database and size."""

    columns: tuple[tuple[str, TypeEngine[Any]], ...]
    statement: Callable[[Dialect, int], CompilerElement]
    _compiled: dict[tuple[str, int], Compiled] = field(default_factory=dict)
    _converts: dict[str, tuple[tuple[str, Convert | None], ...]] = field(default_factory=dict)

    def run(self, tx: Connection, rows: Sequence[Row]) -> Iterator[Any]:
        """The result of each group, as it is asked for."""
        name = tx.dialect.name
        if name not in self._converts:
            self._converts[name] = tuple(
                (key, kind.dialect_impl(tx.dialect).bind_processor(tx.dialect))
                for key, kind in self.columns
            )
        converts = self._converts[name]
        for group in in_sizes(rows):
            said = [
                row[key] if convert is None else convert(row[key])
                for row in group
                for key, convert in converts
            ]
            yield self._form(tx.dialect, len(group)).run(tx, said)

    def _form(self, dialect: Dialect, size: int) -> Compiled:
        key = (dialect.name, size)
        if key not in self._compiled:
            names = tuple(numbered(name, n) for n in range(size) for name, _ in self.columns)
            self._compiled[key] = compiled(self.statement(dialect, size), dialect, names)
        return self._compiled[key]


class Insertion:
    """Adds rows that all have the same columns. Where rows come back, they are the new ones."""

    def __init__(
        self,
        table: Table,
        columns: Sequence[str],
        *,
        conflict: Conflict | None = None,
        returning: Sequence[str] = (),
    ) -> None:
        def statement(dialect: Dialect, size: int) -> CompilerElement:
            rows = [
                {name: bindparam(numbered(name, n), type_=table.c[name].type) for name in columns}
                for n in range(size)
            ]
            insert = insert_into(dialect.name, table, conflict).values(rows)
            return insert.returning(*(table.c[name] for name in returning)) if returning else insert

        # Core writes the columns in the order of the table, whatever the order they are named in.
        kinds = tuple((one.key, one.type) for one in table.c if one.key in columns)
        self._groups = InGroups(kinds, statement)

    def run(self, tx: Connection, rows: Sequence[Row]) -> None:
        """Insert them all."""
        for _ in self._groups.run(tx, rows):
            pass

    def returned(self, tx: Connection, rows: Sequence[Row]) -> list[Any]:
        """Insert them all; the driver's rows of those that were not there before."""
        return [row for result in self._groups.run(tx, rows) for row in result]


class Change:
    """Changes the columns `changed` of many rows, each found by its own `key`."""

    def __init__(self, table: Table, key: str, changed: Sequence[str]) -> None:
        kinds = tuple((name, table.c[name].type) for name in (key, *changed))

        def statement(_: Dialect, size: int) -> CompilerElement:
            rows = [
                tuple(bindparam(numbered(name, n), type_=kind) for name, kind in kinds)
                for n in range(size)
            ]
            said = values(*(column(name, kind) for name, kind in kinds), name="said").data(rows)
            news = said.cte("news")
            found = update(table).where(table.c[key] == news.c[key])
            return found.values({name: news.c[name] for name in changed})

        self._groups = InGroups(kinds, statement)

    def run(self, tx: Connection, rows: Sequence[Row]) -> None:
        """Write them all down."""
        for _ in self._groups.run(tx, rows):
            pass


class Lookup:
    """Finds rows by a list of values that is handed over as one parameter; see `among`."""

    def __init__(self, statement: Callable[[str], Select[Any]]) -> None:
        self._statement = statement
        self._ready: dict[str, Callable[[Connection, Sequence[Any]], list[Any]]] = {}

    def rows(self, tx: Connection, wanted: Sequence[Any]) -> list[Any]:
        """What was found, with the columns as attributes."""
        name = tx.dialect.name
        if name not in self._ready:
            self._ready[name] = lookup_on(tx.dialect, self._statement(name))
        return self._ready[name](tx, wanted)


def lookup_on(
    dialect: Dialect, statement: Select[Any]
) -> Callable[[Connection, Sequence[Any]], list[Any]]:
    """The lookup for one database."""
    form = compiled(statement, dialect, (WANTED,))
    columns = statement.selected_columns
    found: Any = rows_of("Found", [one.key for one in columns])
    kinds = [one.type.dialect_impl(dialect) for one in columns]
    converts = [
        (place, convert)
        for place, kind in enumerate(kinds)
        if (convert := kind.result_processor(dialect, None)) is not None
    ]

    def read(row: Sequence[Any]) -> Any:
        said = list(row)
        for place, convert in converts:
            said[place] = convert(said[place])
        return found._make(said)

    def look_up(tx: Connection, wanted: Sequence[Any]) -> list[Any]:
        return [read(row) for row in form.run(tx, [listed(dialect.name, wanted)])]

    return look_up


def as_core_raises(tx: Connection, sql: str, fault: Any) -> BaseException:
    """The driver's fault as SQLAlchemy would have told of it; a connection that is gone is not
    given back to the pool. What was asked with is left out: it may be long, or secret."""
    dialect, raw = tx.dialect, tx.connection
    gone = dialect.is_disconnect(fault, raw.dbapi_connection, None)
    if gone:
        tx.invalidate(fault)
    told: BaseException = DBAPIError.instance(
        sql,
        None,
        fault,
        dialect.loaded_dbapi.Error,
        connection_invalidated=gone,
        dialect=dialect,
    )
    return told


def compiled(statement: CompilerElement, dialect: Dialect, names: tuple[str, ...]) -> Compiled:
    """Compile once. The parameters stand in the statement in the order of `names`."""
    form: Any = statement.compile(dialect=by_place(dialect))
    assert tuple(form.positiontup) == names
    return Compiled(str(form))


def numbered(name: str, n: int) -> str:
    """The parameter of a column in the n-th row of a group."""
    return f"{name}_{n}"


def in_sizes(rows: Sequence[Row]) -> Iterator[Sequence[Row]]:
    """Cut into groups of the sizes that are compiled, the largest first."""
    start = 0
    for size in SIZES:
        while len(rows) - start >= size:
            yield rows[start : start + size]
            start += size

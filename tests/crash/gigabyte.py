"""A database with years in it: the one incident that is there, many times, each with its alert, and
with a story whose chain holds."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

from runcard.ledgers.timeline.chain import START, Link, digest
from runcard.ledgers.timeline.model import KINDS

NOTE = '{{"text":"{words}","kind":"note_written"}}'
ENTRIES = 8
WORDS = "the gate was looked at again and stands where it stood before, says the harbour; " * 4
A_ROUND = 20_000
OPEN_OF_TEN = 1


def grown_to(size: int, file: Path) -> int:
    """Until the file has so many bytes; how many incidents there are then."""
    assert "note_written" in KINDS
    with sqlite3.connect(file, isolation_level=None) as tx:
        tx.execute("pragma synchronous=off")
        first = 2
        while file.stat().st_size < size:
            one_round(tx, range(first, first + A_ROUND))
            tx.execute("pragma wal_checkpoint(truncate)")
            first += A_ROUND
    tx.close()
    return first - 1


def one_round(tx: sqlite3.Connection, numbers: range) -> None:
    tx.execute("begin")
    for table, keys in (
        ("incident", {"number": "{n}", "id": "'inc_' || {n}", "group_key": "'g' || {n}"}),
        ("alert", {"id": "'al_' || {n}", "identity": "'i' || {n}", "incident_id": "'inc_' || {n}"}),
    ):
        again(tx, table, keys, numbers)
    tx.execute(
        "update incident set state = 'resolved', status = 'resolved' "
        f"where number >= ? and number % 10 >= {OPEN_OF_TEN}",
        (numbers.start,),
    )
    tx.executemany(
        "insert into entry (subject, position, at, by, kind, data, digest) "
        "values (?, ?, ?, ?, ?, ?, ?)",
        (row for number in numbers for row in story(f"inc_{number}")),
    )
    heads = "select subject, digest, position from entry where position = ? and subject not in "
    tx.execute(
        f"insert into chain (subject, head, length) {heads} (select subject from chain)", (ENTRIES,)
    )
    tx.execute(
        "insert into timer (key, kind, subject, generation, step, due_at, planned_at) "
        "select 't' || number, 'escalate', id, generation, 1, opened_at + 3600000000, opened_at "
        "from incident where number >= ? and state = 'open'",
        (numbers.start,),
    )
    tx.execute("commit")


def again(tx: sqlite3.Connection, table: str, keys: dict[str, str], numbers: range) -> None:
    """The first row, once for each number."""
    names = [row[1] for row in tx.execute(f"pragma table_info({table})")]
    kept = [name for name in names if name not in keys]
    values = [*(keys[name].format(n="i") for name in keys), *(f"one.{name}" for name in kept)]
    tx.execute(
        f"with recursive n(i) as (select {numbers.start} union all select i + 1 from n "
        f"where i < {numbers.stop - 1}) "
        f"insert into {table} ({', '.join([*keys, *kept])}) select {', '.join(values)} "
        f"from n, (select * from {table} order by rowid limit 1) as one"
    )


def story(subject: str) -> Iterator[tuple[object, ...]]:
    """Notes, each over the one before."""
    before = START
    for position in range(1, ENTRIES + 1):
        data = NOTE.format(words=WORDS)
        link = Link(subject, position, 1_770_000_000_000_000, "ada", "note_written", data)
        before = digest(before, link)
        yield subject, position, link.at_micros, link.by, link.kind, data, before

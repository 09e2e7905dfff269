"""SQL is judged by its verb, by the functions it calls, and by a second reader."""

import pytest

from runcard.domain.commands.classify import Bench
from runcard.domain.commands.sql import risk_of_sql, split_statements
from tests.rooms.commands.saying import in_words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("SELECT 1", "read_only"),
        ("SELECT count(*) FROM t WHERE a = 'DELETE FROM t; DROP TABLE t'", "read_only"),
        ("SELECT 1 /* ; DROP TABLE t */", "read_only"),
        ("SELECT 1; -- fine\nDROP TABLE t", "destructive destroys"),
        ("SHOW REPLICA STATUS\\G", "read_only"),
        ("SHOW REPLICA STATUS\\G\nSTOP REPLICA;", "mutating"),
        ("SHOW REPLICA STATUS\\G DROP TABLE t;", "destructive destroys"),
        ("SELECT 'DROP TABLE t' \\g\nDROP TABLE t", "destructive destroys"),
        ("SELECT 'x\\G DROP TABLE t'", "read_only"),
        ("SELECT * INTO new FROM old", "mutating"),
        ("SELECT unheard_of(1)", "mutating"),
        ("SELECT dblink_exec('x','y')", "destructive destroys"),
        ("EXPLAIN DELETE FROM t", "read_only"),
        ("EXPLAIN (ANALYZE) DELETE FROM t", "destructive destroys"),
        ("WITH x AS (UPDATE t SET a=1 WHERE b RETURNING 1) SELECT * FROM x", "mutating"),
        ("BEGIN; DELETE FROM t; ROLLBACK", "mutating"),
        ("BEGIN; DELETE FROM t; COMMIT", "destructive destroys"),
        ("UPDATE t SET a = 'where'", "destructive"),
        ("CHECKPOINT", "mutating"),
        ("ALTER TABLE t DROP COLUMN a", "destructive destroys"),
        ("REVOKE ALL ON t FROM u", "destructive"),
        ("nonsense that is no sql", "mutating"),
        ("SELECT (((", "mutating"),
        ("DO $$ BEGIN DELETE FROM t; END $$", "destructive destroys"),
        ("DO $$ BEGIN PERFORM 1; END $$", "mutating"),
        ("EXECUTE 'DROP TABLE t'", "destructive destroys"),
        ("CALL system.runtime.kill_query('q')", "destructive destroys"),
        ("CALL refresh_totals()", "mutating"),
        ("SYSTEM DROP REPLICA 'r1'", "destructive destroys"),
        ("EXISTS TABLE t", "read_only"),
        # The other parser expects a number in each `INTERVAL`, and stops where there is none.
        ("SELECT generate_series(1, 9, INTERVAL '1 hour')", "read_only"),
        ("SELECT generate_series(a, b, '1 hour') FROM tides", "read_only"),
    ],
)
def test_a_statement_is_judged_by_what_it_does(text: str, expected: str, bench: Bench) -> None:
    assert in_words(risk_of_sql(text, bench.tables.sql)) == expected


def test_a_semicolon_in_a_string_ends_nothing() -> None:
    assert [text for text, _ in split_statements("SELECT ';'; SELECT 2")] == [
        "SELECT ';'",
        "SELECT 2",
    ]


def test_deep_brackets_are_not_handed_to_the_other_parser(bench: Bench) -> None:
    risk = risk_of_sql("SELECT " + "(" * 5_000 + "1" + ")" * 5_000, bench.tables.sql)
    assert in_words(risk) == "mutating"

"""The PostgreSQL peer itself."""

from pathlib import Path

import psycopg

from tests.peers.postgres import (
    PostgresServer,
    copy_wheel,
    database_of,
    find_binaries,
    own_server,
    with_database,
)

URL = "postgresql://postgres@/postgres?host=/tmp/socket"


def test_every_test_gets_an_empty_database(postgres_url: str) -> None:
    with psycopg.connect(postgres_url) as connection:
        tables = connection.execute("select count(*) from pg_tables where schemaname = 'public'")
        assert tables.fetchone() == (0,)


def test_two_databases_do_not_see_each_other(postgres_server: PostgresServer) -> None:
    one, other = postgres_server.create_database(), postgres_server.create_database()
    with psycopg.connect(one) as connection:
        connection.execute("create table mark (id integer)")
    with psycopg.connect(other) as connection:
        assert connection.execute("select to_regclass('mark')").fetchone() == (None,)
    postgres_server.drop_database(one)
    postgres_server.drop_database(other)


def test_a_dropped_database_is_gone_even_while_somebody_is_connected(
    postgres_server: PostgresServer,
) -> None:
    url = postgres_server.create_database()
    with psycopg.connect(url), psycopg.connect(postgres_server.admin_url) as admin:
        postgres_server.drop_database(url)
        found = admin.execute("select 1 from pg_database where datname = %s", [database_of(url)])
        assert found.fetchone() is None


def test_the_name_of_a_database_is_put_into_a_url_and_read_from_it() -> None:
    changed = with_database(URL, "runcard_1")
    assert changed == "postgresql://postgres@/runcard_1?host=/tmp/socket"
    assert database_of(changed) == "runcard_1"


def test_without_a_system_postgres_the_one_in_the_wheel_serves(tmp_path: Path) -> None:
    binaries = find_binaries(system=tmp_path)
    assert binaries is not None
    with own_server(binaries) as server, psycopg.connect(server.create_database()) as connection:
        version = connection.execute("show server_version_num").fetchone()
    assert version is not None
    assert int(version[0]) >= 180000


def test_a_server_leaves_nothing_behind() -> None:
    binaries = find_binaries()
    assert binaries is not None
    with own_server(binaries) as server:
        assert server.data is not None
        folder = server.data.parent
        assert folder.is_dir()
    assert not folder.exists()


def test_binaries_out_of_reach_of_the_server_s_user_are_copied(tmp_path: Path) -> None:
    binaries = find_binaries(system=tmp_path)
    assert binaries is not None
    hidden = tmp_path / "hidden"
    out_of_reach = copy_wheel(binaries, hidden)
    hidden.chmod(0o700)
    with own_server(out_of_reach) as server, psycopg.connect(server.admin_url) as connection:
        assert connection.execute("select 1").fetchone() == (1,)

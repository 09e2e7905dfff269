"""PostgreSQL that a test may stop, start, copy and promote: durable, unlike the one all share."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psycopg

from tests.peers.postgres import (
    copy_wheel,
    find_binaries,
    initialise,
    reachable_by,
    run_as,
    unprivileged,
)
from tests.peers.presence import peer_missing

NAME = "runcard"
OPTIONS = "-c listen_addresses='' -c max_connections=200 -c wal_level=replica -c hot_standby=on"


@dataclass(frozen=True, slots=True)
class Cluster:
    """One server and its data. It listens on a socket in its own folder."""

    folder: Path
    binaries: Path

    @property
    def data(self) -> Path:
        return self.folder / "data"

    @property
    def admin_url(self) -> str:
        return f"postgresql://postgres@/postgres?host={self.folder}"

    @property
    def url(self) -> str:
        return f"postgresql://postgres@/{NAME}?host={self.folder}"

    def create(self) -> None:
        """A new cluster with one empty database, running."""
        initialise(unprivileged(), self.binaries, self.data)
        self.start()
        self.ask(f"create database {NAME}")

    def start(self) -> None:
        """Start it, and wait until it takes connections; after a crash it recovers first."""
        options = f"{OPTIONS} -k {self.folder}"
        self.control("-l", str(self.folder / "log"), "-o", options, "-t", "60", "start")

    def stop_at_once(self) -> None:
        """As a power switch does: nothing is finished, nothing is flushed."""
        self.control("-m", "immediate", "stop")

    def promote(self) -> None:
        """A standby becomes the primary."""
        self.control("promote")

    def follow(self, primary: "Cluster") -> None:
        """Become a standby of the primary, for which it waits."""
        shutil.rmtree(self.data, ignore_errors=True)
        source = f"host={primary.folder} user=postgres"
        copy = [str(self.binaries / "pg_basebackup"), "-D", str(self.data), "-d", source]
        run_as(unprivileged(), [*copy, "-R", "-X", "stream", "--checkpoint=fast", "--no-sync"])
        self.start()
        primary.wait_for_standbys()

    def wait_for_standbys(self) -> None:
        """From now on a commit is over when a standby has it, too."""
        self.ask("alter system set synchronous_standby_names = '*'")
        self.ask("select pg_reload_conf()")

    def stand_alone(self) -> None:
        """Wait for nobody."""
        self.ask("alter system reset synchronous_standby_names")
        self.ask("select pg_reload_conf()")

    def synchronous_standbys(self) -> int:
        """How many are connected that a commit waits for."""
        with psycopg.connect(self.admin_url, autocommit=True) as tx:
            words = "select count(*) from pg_stat_replication where sync_state = 'sync'"
            [(count,)] = tx.execute(words).fetchall()
        return int(count)

    def ask(self, words: str) -> None:
        with psycopg.connect(self.admin_url, autocommit=True) as tx:
            tx.execute(words.encode())

    def control(self, *words: str) -> None:
        run_as(unprivileged(), [str(self.binaries / "pg_ctl"), "-D", str(self.data), "-w", *words])

    def is_running(self) -> bool:
        return (self.data / "postmaster.pid").exists()


@contextmanager
def clusters(count: int) -> Iterator[list[Cluster]]:
    """So many, not created yet; whatever state they are in, they are gone afterwards."""
    binaries = find_binaries()
    if binaries is None:
        peer_missing("postgresql", "install it")
    user = unprivileged()
    # Not pytest's folder: that belongs to us alone, and a socket's path must be short.
    top = Path(tempfile.mkdtemp(prefix="runcard-pgs-"))
    top.chmod(0o755)
    made = []
    try:
        if not reachable_by(user, binaries):
            binaries = copy_wheel(binaries, top / "install")
        for number in range(count):
            folder = top / str(number)
            folder.mkdir()
            if user is not None:
                os.chown(folder, user.pw_uid, user.pw_gid)
            made.append(Cluster(folder, binaries))
        yield made
    finally:
        for cluster in made:
            if cluster.is_running():
                cluster.control("-m", "immediate", "stop")
        shutil.rmtree(top, ignore_errors=True)

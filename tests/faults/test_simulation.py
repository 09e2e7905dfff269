"""Seeded worlds of alerts, answers, faults, clock steps and crashes: the promises hold in all.

A seed that fails is printed; run it alone with RUNCARD_SIM_SEED, then write it down below.
"""

import os
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from shutil import copy
from tempfile import TemporaryDirectory

import pytest

from tests.crash.aftermath import a_seed
from tests.faults.invariants import dead_ends, faults_of
from tests.faults.simulation import a_simulation
from tests.figures import Figures
from tests.peers.postgres import PostgresServer

SEED, SEEDS = "RUNCARD_SIM_SEED", "RUNCARD_SIM_SEEDS"
ACTS = 50
# Every seed that ever found a fault, with what it found, so that it never comes back.
FOUND_ONCE = {143: "a person's word ended the watching, and nothing was planned any more"}


@dataclass(slots=True)
class Worlds:
    """Lives through one world after another, and adds up what was in them."""

    figures: Figures
    made_of: Path | PostgresServer
    """An SQLite file to copy, or a server to make databases on."""
    durable: bool = False
    sums: Counter[str] = field(default_factory=Counter)

    def live_through(self, count: int, promise: str) -> None:
        """Each seed the one after the last; or the one that was named, alone."""
        named = os.environ.get(SEED)
        first = a_seed(named)
        seeds = [first] if named else [*FOUND_ONCE, *range(first, first + count)]
        self.figures.say(f"{SEED}={first}: {len(seeds)} worlds")
        begun = time.monotonic()
        for seed in seeds:
            self.one(seed)
        took = round(time.monotonic() - begun, 1)
        self.figures.keep(promise, first_seed=first, **self.sums, faults=0, seconds=took)

    def one(self, seed: int) -> None:
        """From the first alert to the rest."""
        with self.address() as address, a_simulation(address, seed, durable=self.durable) as world:
            for _ in range(ACTS // 10):
                world.run(10)
                assert list(dead_ends(world)) == [], f"{SEED}={seed}"
            world.come_to_rest()
            assert list(faults_of(world)) == [], f"{SEED}={seed}"
            self.sums["worlds"] += 1
            self.sums["alerts"] += len(world.accepted)
            self.sums["incidents"] += len(set(world.accepted.values()))
            self.sums["messages"] += sum(len(way.arrived) for way in world.ways.values())
            self.sums["crashes"] += world.crashes
            self.sums["clock_steps"] += world.jumps

    @contextmanager
    def address(self) -> Iterator[str]:
        """A fresh database, gone afterwards."""
        if isinstance(self.made_of, Path):
            with TemporaryDirectory() as folder:
                yield f"sqlite:///{copy(self.made_of, folder)}"
            return
        url = self.made_of.create_database()
        try:
            yield url
        finally:
            self.made_of.drop_database(url)


def seeds(otherwise: int) -> int:
    return int(os.environ.get(SEEDS, otherwise))


def test_worlds_on_sqlite_keep_every_promise(migrated: Path, figures: Figures) -> None:
    Worlds(figures, migrated).live_through(40, "R-06 R-07 R-14, SQLite")


def test_worlds_on_a_synchronous_sqlite_keep_every_promise(
    migrated: Path, figures: Figures
) -> None:
    Worlds(figures, migrated, durable=True).live_through(5, "R-06 R-07 R-14, SQLite synchronous")


def test_worlds_on_postgresql_keep_every_promise(
    postgres_server: PostgresServer, figures: Figures
) -> None:
    Worlds(figures, postgres_server).live_through(5, "R-06 R-07 R-14, PostgreSQL")


@pytest.mark.reliability
def test_hundreds_of_worlds_on_sqlite_keep_every_promise(migrated: Path, figures: Figures) -> None:
    Worlds(figures, migrated).live_through(seeds(500), "R-06 R-07 R-14, SQLite")


@pytest.mark.reliability
def test_dozens_of_worlds_on_postgresql_keep_every_promise(
    postgres_server: PostgresServer, figures: Figures
) -> None:
    Worlds(figures, postgres_server).live_through(seeds(500) // 10, "R-06 R-07 R-14, PostgreSQL")


@pytest.mark.soak
def test_thousands_of_worlds_on_sqlite_keep_every_promise(migrated: Path, figures: Figures) -> None:
    Worlds(figures, migrated).live_through(seeds(10_000), "R-06 R-07 R-14, SQLite")

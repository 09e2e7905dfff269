"""Nodes over a fresh folder; whatever a test does to them, none outlives it."""

import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.crash.node import Node
from tests.crash.sink import SinkThatKills

MakesNode = Callable[..., Node]
DISK_MB = 64


@pytest.fixture
def webhook_sink() -> Iterator[SinkThatKills]:
    """Where pages go, outside the processes that die."""
    sink = SinkThatKills()
    yield sink
    sink.close()


@pytest.fixture(scope="session")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Beside the tests and not in the source tree."""
    return tmp_path_factory.mktemp("compiled")


@pytest.fixture
def make_node(tmp_path: Path, webhook_sink: SinkThatKills, compiled: Path) -> Iterator[MakesNode]:
    """`make_node("north", database=url, RUNCARD_ONLY="doors")`; without a database it is SQLite."""
    made: list[Node] = []

    def make(name: str = "node", database: str | None = None, **more: str) -> Node:
        made.append(Node(tmp_path / name, webhook_sink.url, database, compiled, more))
        return made[-1]

    yield make
    for node in made:
        node.close()


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """The node's data folder, on a file system of its own."""
    folder = tmp_path / "node" / "data"
    folder.mkdir(parents=True)
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={DISK_MB}m", "runcard-test", str(folder)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    if mounted.returncode:
        pytest.skip(f"a small disk cannot be mounted here: {mounted.stderr.strip()}")
    yield folder
    subprocess.run(["umount", "--lazy", str(folder)], check=True)

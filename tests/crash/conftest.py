"""Nodes over a fresh folder; whatever a test does to them, none outlives it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.crash.node import Node
from tests.crash.sink import SinkThatKills

MakesNode = Callable[..., Node]


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

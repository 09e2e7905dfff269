"""What the doctor says of the nodes, of the engine, and of how the database keeps its word."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from sqlalchemy import text

from runcard.db.engine import Engines, open_engines
from runcard.db.migrate import known, upgrade
from runcard.engine.presence import Presence
from runcard.interfaces.api.health import Health, NodeShown
from runcard.interfaces.cli.checkup import Line
from runcard.interfaces.cli.checkup_nodes import nodes
from runcard.interfaces.cli.checkup_store import opened, others
from runcard.ledgers.agenda.nodes import Half
from runcard.testing.house import HouseForTests, a_house
from tests.flows.playbook_for_stories import PLAYBOOK, TEAM

NOW = datetime(2026, 11, 21, 3, 1, tzinfo=UTC)


def a_node(name: str, version: str = "1.0", silent: float = 2.0) -> NodeShown:
    return NodeShown(f"node-{name}", name, version, ("engine",), NOW, silent <= 20, silent)


def health(*there: NodeShown, status: str = "ok", lag: float = 0.0) -> Health:
    return Health(status, "1.0", NOW, lag, 0, 0, there)


def marks(lines: list[Line]) -> list[str]:
    return [line.mark for line in lines]


def test_nodes_that_live_and_an_engine_on_time_are_good() -> None:
    found = list(nodes(health(a_node("north"), a_node("south"))))
    assert marks(found) == ["✓", "✓", "✓"]
    assert found[0].says == "north runs engine, version 1.0, heard of 2 s ago"


def test_a_silent_node_is_doubtful_and_two_versions_are_said() -> None:
    found = list(nodes(health(a_node("north"), a_node("east", "1.1"), a_node("west", "0.9", 90))))
    assert marks(found) == ["✓", "✓", "▲", "▲", "✓"]
    assert "heard of 1 min 30 s ago" in found[2].says
    assert found[3].says == "1.0 and 1.1 run side by side, as in a rolling upgrade"


def test_no_engine_and_a_late_one_will_not_work() -> None:
    [_, none] = nodes(health(a_node("doors"), status="no engine"))
    assert (none.mark, none.next) == (
        "✕", "Start one: runcard serve, or runcard serve --only engine",
    )  # fmt: skip
    [_, late] = nodes(health(a_node("north"), status="late", lag=75))
    assert late.mark == "✕"
    assert "1 min 15 s late" in late.says


def test_where_nobody_runs_there_is_nothing_to_say() -> None:
    assert list(nodes(health(status="no engine"))) == []


@pytest.fixture
def house(address: str) -> Iterator[HouseForTests]:
    with a_house(address, {"ferries": PLAYBOOK}, TEAM) as house:
        yield house


def test_the_nodes_of_a_server_are_read_off_its_database(house: HouseForTests) -> None:
    house.house.db.clock = None
    north = Presence(house.house, "node-1", "north:8420", "1.0", (Half.ENGINE, Half.DOORS))
    north.start()
    found = list(others(house.house.db.engines))
    north.stop()
    if house.house.db.engines.is_embedded:
        assert found == []
    else:
        assert [line.about for line in found] == ["Node", "Engine"]
        assert "north:8420 runs engine and doors, version 1.0" in found[0].says


def test_a_database_without_our_tables_has_no_nodes_to_show(address: str) -> None:
    engines = open_engines(address)
    assert list(others(engines)) == []
    engines.close()


def test_the_durability_mode_is_said_and_what_it_means(address: str) -> None:
    engines = open_engines(address)
    upgrade(engines.writing)
    said = {line.about: (line.mark, line.says) for line in opened(engines)}
    if engines.is_embedded:
        mark, says = said["Durability"]
        assert mark == "✓"
        assert says.startswith("journal_mode=wal, synchronous=full: what is accepted is on disk")
    else:
        # The server that all tests share does not wait for its disk, and the doctor sees it.
        assert said["Durability"][1].startswith("synchronous_commit=on, fsync=")
    engines.close()


def test_a_promised_schema_is_good_and_another_is_not(address: str) -> None:
    engines = open_engines(address)
    upgrade(engines.writing)
    with engines.writing.begin() as tx:
        tx.execute(text("update alembic_version set version_num = '9999'"))
    assert schema_line(engines) == ("✕", "9999 is newer than this Runcard")
    with engines.writing.begin() as tx:
        words = "insert into schema_promise (revision, works_for) values ('9999', :ours)"
        tx.execute(text(words), {"ours": known()[0]})
    assert schema_line(engines) == ("✓", "9999, of a newer Runcard, and made for this one too")
    engines.close()


def schema_line(engines: Engines) -> tuple[str, str]:
    [line] = [line for line in opened(engines) if line.about == "Schema"]
    return line.mark, line.says

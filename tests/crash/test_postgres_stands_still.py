"""PostgreSQL takes requests and answers none, as on a host that hangs: whoever waits for it keeps
nobody else waiting."""

import os
import signal
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress

import httpx2
import pytest

from tests.crash.aftermath import eventually
from tests.crash.conftest import MakesNode
from tests.crash.load import a_client, payload
from tests.crash.node import Node
from tests.crash.responder import Headers, paged_about, who_has_come_in
from tests.crash.sink import SinkThatKills
from tests.figures import Figures
from tests.peers.postgres_cluster import Cluster, clusters

pytestmark = pytest.mark.reliability
# More than there are threads for it, and than connections.
LOOKERS = 20
# A sender gives up after ten.
ANSWERED_WITHIN_S = 9.0
BACK_WITHIN_S = 30.0


@pytest.fixture
def server() -> Iterator[Cluster]:
    with clusters(1) as [cluster]:
        cluster.create()
        yield cluster


@contextmanager
def standing_still(server: Cluster) -> Iterator[None]:
    """Every process of it."""
    first = int((server.data / "postmaster.pid").read_text().split()[0])
    said = subprocess.run(["pgrep", "-P", str(first)], capture_output=True, text=True, check=True)
    processes = [first, *map(int, said.stdout.split())]
    for process in processes:
        os.kill(process, signal.SIGSTOP)
    try:
        yield
    finally:
        for process in reversed(processes):
            os.kill(process, signal.SIGCONT)


def look_at_the_board(node: Node, headers: Headers) -> None:
    with suppress(httpx2.HTTPError), a_client() as client:
        client.get(f"{node.url}/api/v1/board", headers=headers)


def test_alerts_and_acknowledgements_are_kept_beside_many_who_wait(
    server: Cluster, make_node: MakesNode, webhook_sink: SinkThatKills, figures: Figures
) -> None:
    node = make_node(database=server.url)
    node.start()
    ada = who_has_come_in(node, "ada")
    incident_id = paged_about(node, webhook_sink, "before")
    lookers = [threading.Thread(target=look_at_the_board, args=(node, ada)) for _ in range(LOOKERS)]
    with standing_still(server), a_client() as client:
        for looker in lookers:
            looker.start()
        begun = time.monotonic()
        taken = client.post(f"{node.url}/api/v1/incidents/{incident_id}/ack", headers=ada)
        acknowledged_after = time.monotonic() - begun
        begun = time.monotonic()
        kept = client.post(node.intake, json=payload("meanwhile"))
        kept_after = time.monotonic() - begun
        for looker in lookers:
            looker.join()
    assert (taken.status_code, kept.status_code) == (202, 202), (taken.text, kept.text)
    assert kept.json() == {"alerts": [{"fold": "kept"}]}

    def is_told() -> bool:
        shown = [one["incident"] for one in node.ask("/incidents")["data"]]
        return [one["acknowledged_by"] for one in shown] == [None, "ada"]

    eventually(is_told, "both are told", BACK_WITHIN_S)
    figures.keep(
        "R-09 stands still",
        lookers=LOOKERS,
        acknowledged_after_s=round(acknowledged_after, 2),
        kept_after_s=round(kept_after, 2),
    )
    assert max(acknowledged_after, kept_after) < ANSWERED_WITHIN_S

#!/usr/bin/env python3
"""Many open escalations: the start, the memory, how late levels come, the newest fifty.

standing.py [--open 100000] [--rate 200] [--seconds 30] [--at-once 10000] [--runs 3]
One incident is opened by an alert and copied in the database, with its next level due later; so
many levels a second come due while it runs, and then many at one instant. Lateness is the moment a
page was asked for, less the moment its level was due, by the database. Prints one JSON line a run.
"""

import argparse
import json
import sqlite3
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

from paging import start_with_webhook
from server import free_port, stop

HERE = Path(__file__).parent
SECOND = 1_000_000
READY_WITHIN_S = 6  # between the copy and the first level that is due


def copied(file, count, plan):
    """The one incident `count` times; levels due by `plan(number)`, in microseconds."""
    with sqlite3.connect(file) as tx:
        for table, own in (("incident", {"number", "id", "group_key"}),
                           ("alert", {"id", "identity", "incident_id"})):  # fmt: skip
            names = [row[1] for row in tx.execute(f"pragma table_info({table})")]
            kept = ", ".join(name for name in names if name not in own)
            many = (
                f"with recursive n(i) as (select 2 union all select i + 1 from n where i < {count})"
            )
            if table == "incident":
                tx.execute(
                    f"{many} insert into incident (number, id, group_key, {kept}) "
                    f"select i, 'inc_' || i, 'g' || i, {kept} from n, incident where number = 1"
                )
            else:
                tx.execute(
                    f"{many} insert into alert (id, identity, incident_id, {kept}) "
                    f"select 'alr_' || i, 'd' || i, 'inc_' || i, {kept} from n, "
                    "(select * from alert limit 1)"
                )
        tx.execute("update timer set due_at = due_at + 86400000000")
        tx.executemany(
            "insert into timer (key, kind, subject, generation, step, due_at, planned_at) "
            "values (?, 'escalate', ?, 0, 1, ?, 0)",
            ((f"t{n}", f"inc_{n}", plan(n)) for n in range(2, count + 1)),
        )
    tx.execute("pragma wal_checkpoint(truncate)")
    tx.close()


def run(a):
    with tempfile.TemporaryDirectory() as name:
        folder, port = Path(name), free_port()
        sink = subprocess.Popen(
            [sys.executable, HERE / "sink.py", "--port", str(port), "--log", folder / "received"],
            stdout=subprocess.DEVNULL,
        )
        webhook = f"http://127.0.0.1:{port}/page"
        process, said, empty = start_with_webhook(folder, webhook)
        load = [sys.executable, HERE / "loadgen.py", said["intakes"]["alertmanager"]]
        subprocess.run([*load, "--max-requests", "1", "-d", "2"], capture_output=True, check=True)
        time.sleep(1)
        stop(process)
        file = folder / "runcard-data" / "runcard.db"
        steady = int(a.rate * a.seconds)
        begin = int((time.time() + a.open / 25_000 + READY_WITHIN_S) * SECOND)
        instant = begin + int((a.seconds + 5) * SECOND)

        def plan(number):
            if number <= steady + 1:
                return begin + int((number - 2) / a.rate * SECOND)
            if number <= steady + 1 + a.at_once:
                return instant
            return begin + 86_400 * SECOND

        copied(file, a.open, plan)
        process, said, ready = start_with_webhook(folder, webhook)
        late_to_begin = max(0.0, time.time() - begin / SECOND)
        newest = sorted(asked(said) for _ in range(20))
        memory = rss_mb(process.pid)
        time.sleep(max(0, instant / SECOND - time.time()) + 8)
        stop(process)
        stop(sink)
        with sqlite3.connect(file) as tx:
            by_number = dict(
                tx.execute(
                    "select incident.number, page.asked_at from page join incident on "
                    "incident.id = page.incident_id where page.level = 1"
                )
            )
        steadily = sorted(
            (by_number[n] - plan(n)) / 1000 for n in range(2, steady + 2) if n in by_number
        )
        together = [
            (by_number[n] - instant) / 1000
            for n in range(steady + 2, steady + 2 + a.at_once)
            if n in by_number
        ]
        return {
            "open": a.open,
            "ready_s": round(ready, 2),
            "ready_when_empty_s": round(empty, 2),
            "memory_mb": memory,
            "newest_fifty_ms": round(newest[len(newest) // 2] * 1000, 1),
            "levels": len(steadily),
            "of": steady,
            "late_p50_ms": round(steadily[len(steadily) // 2], 1),
            "late_p99_ms": round(steadily[int(len(steadily) * 0.99)], 1),
            "late_max_ms": round(steadily[-1], 1),
            "began_late_s": round(late_to_begin, 2),
            "at_once": len(together),
            "at_once_committed_ms": round(max(together, default=0), 1),
        }


def asked(said):
    request = urllib.request.Request(
        f"{said['url']}/api/v1/incidents?limit=50",
        headers={"Authorization": f"Bearer {said['token']}"},
    )
    begun = time.perf_counter()
    with urllib.request.urlopen(request) as answer:
        answer.read()
    return time.perf_counter() - begun


def rss_mb(pid):
    status = Path(f"/proc/{pid}/status").read_text()
    return (
        int(next(one for one in status.splitlines() if one.startswith("VmRSS")).split()[1]) // 1024
    )


def main():
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("--open", type=int, default=100_000)
    p.add_argument("--rate", type=float, default=200)
    p.add_argument("--seconds", type=float, default=30)
    p.add_argument("--at-once", type=int, default=10_000)
    p.add_argument("--runs", type=int, default=3)
    a = p.parse_args()
    for _ in range(a.runs):
        print(json.dumps(run(a)), flush=True)


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Starts a Runcard on an empty database and measures durable intake through the full path.

intake.py [--seconds 10] [--runs 3] [--database URL]     one line a case: the median of the runs
On a PostgreSQL of its own, with everything that makes a commit durable, from the top of the clone:
.venv/bin/python -m tests.peers.durable_postgres .venv/bin/python bench/intake.py --database
Every unique alert opens an incident of the worst level and wakes somebody on the dev phone, so the
figure is that of alerts taken in *while* each of them is paged.
"""

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from server import start, stop

HERE = Path(__file__).parent
TEAM = HERE.parent / "src/runcard/examples/team.yaml"
CASES = {
    "unique, 1 a request": ["--alerts", "1"],
    "unique, 10 a request": ["--alerts", "10"],
    "95 % repeats, 1 a request": ["--alerts", "1", "--dup", "0.95"],
    "95 % repeats, 10 a request": ["--alerts", "10", "--dup", "0.95"],
}


def run(case, seconds, database):
    with tempfile.TemporaryDirectory() as name:
        database = [f'database = "{database}"'] if database else []
        process, said, _ = start(Path(name), "dev_phone = true", f'team = "{TEAM}"', *database)
        url = said["intakes"]["alertmanager"]
        try:
            load = [sys.executable, HERE / "loadgen.py", url, "--watch", str(process.pid)]
            subprocess.run([*load, *CASES[case], "-d", "3"], capture_output=True, check=True)
            done = subprocess.run(
                [*load, *CASES[case], "-d", str(seconds)], capture_output=True, check=True
            )
        finally:
            stop(process)
        return json.loads(done.stdout)


def main():
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("--seconds", type=float, default=10)
    p.add_argument("--runs", type=int, default=3)
    p.add_argument("--database", default="")
    p.add_argument("--case", action="append", choices=sorted(CASES))
    a = p.parse_args()
    for case in a.case or CASES:
        results = [run(case, a.seconds, a.database) for _ in range(a.runs)]
        middle = statistics.median(r["alerts_s"] for r in results)
        print(
            json.dumps(
                {
                    "case": case,
                    "alerts_s": middle,
                    "runs": [r["alerts_s"] for r in results],
                    "p99_ms": statistics.median(r["p99_ms"] for r in results),
                    "cpu_us_per_alert": statistics.median(
                        r["target"]["cpu_us_per_alert"] for r in results
                    ),
                    "other_cpu_share": max(r["other_cpu_share"] for r in results),
                    "refused": sum(r["sent"] - r["ok"] for r in results),
                }
            ),
            flush=True,
        )


if __name__ == "__main__":
    main()

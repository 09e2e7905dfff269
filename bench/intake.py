#!/usr/bin/env python3
"""Starts a Runcard on an empty database and measures durable intake through the full path.

intake.py [--seconds 10] [--runs 3] [--database URL | --postgres]     one line a case: the median
--postgres starts a PostgreSQL of its own, with everything that makes its commits durable.
Every unique alert opens an incident of the worst level and wakes somebody on the dev phone, so the
figure is that of alerts taken in *while* each of them is paged.
"""

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))
from tests.peers.postgres import DURABLE_OPTIONS, find_binaries, own_server  # noqa: E402

SAMPLE = HERE.parent / "src" / "runcard" / "examples"
CASES = {
    "unique, 1 a request": ["--alerts", "1"],
    "unique, 10 a request": ["--alerts", "10"],
    "95 % repeats, 1 a request": ["--alerts", "1", "--dup", "0.95"],
    "95 % repeats, 10 a request": ["--alerts", "10", "--dup", "0.95"],
}


def start(folder, database):
    settings = ["port = 8597", "dev_phone = true", f'team = "{SAMPLE / "team.yaml"}"']
    if database:
        settings.append(f'database = "{database}"')
    (folder / "runcard.toml").write_text("\n".join(settings))
    log = (folder / "log").open("w")
    command = [sys.executable, "-m", "runcard", "serve"]
    process = subprocess.Popen(command, cwd=folder, stdout=log, stderr=log)
    note = folder / "runcard-data" / "server.json"
    deadline = time.monotonic() + 60
    while not note.exists():
        if process.poll() is not None or time.monotonic() > deadline:
            sys.exit((folder / "log").read_text() or "Runcard did not start within 60 s")
        time.sleep(0.05)
    intakes = json.loads(note.read_text())["intakes"]
    return process, intakes["alertmanager"]


def run(case, seconds, database):
    with tempfile.TemporaryDirectory() as name:
        process, url = start(Path(name), database)
        try:
            load = [sys.executable, HERE / "loadgen.py", url, "--watch", str(process.pid)]
            subprocess.run([*load, *CASES[case], "-d", "3"], capture_output=True, check=True)
            done = subprocess.run(
                [*load, *CASES[case], "-d", str(seconds)], capture_output=True, check=True
            )
        finally:
            process.terminate()
            process.wait(60)
        return json.loads(done.stdout)


def main():
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("--seconds", type=float, default=10)
    p.add_argument("--runs", type=int, default=3)
    p.add_argument("--database", default="")
    p.add_argument("--postgres", action="store_true")
    p.add_argument("--case", action="append", choices=sorted(CASES))
    a = p.parse_args()
    if not a.postgres:
        measure(a, lambda: a.database)
        return
    with own_server(find_binaries() or sys.exit("no PostgreSQL here"), DURABLE_OPTIONS) as server:
        measure(a, server.create_database)


def measure(a, database):
    for case in a.case or CASES:
        results = [run(case, a.seconds, database()) for _ in range(a.runs)]
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

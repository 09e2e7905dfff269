#!/usr/bin/env python3
"""Runcard and the Alertmanager of Debian in turn, A B A B: the same alerts, the same generator.

beside.py [--seconds 6] [--rounds 3]       prints one line a case: medians, runs, and the ratio
Alertmanager keeps alerts in memory and answers at once; Runcard answers after the commit that holds
the alert, its incident, its timeline and its page. So the ratio is of unlike things: it says what
being on disk costs. Alertmanager has a receiver that takes all it is sent, and no wait for a group.
"""

import argparse
import json
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

import intake
from server import free_port, stop

HERE = Path(__file__).parent
PROGRAMS = ("prometheus-alertmanager", "alertmanager")


def start_alertmanager(folder):
    program = next((found for found in map(shutil.which, PROGRAMS) if found), None)
    if program is None:
        sys.exit("no Alertmanager here; as root: make peers")
    sink, port = free_port(), free_port()
    route = {"receiver": "sink", "group_by": ["..."], "group_wait": "0s", "group_interval": "1s"}
    receiver = {"name": "sink", "webhook_configs": [{"url": f"http://127.0.0.1:{sink}/"}]}
    config = folder / "alertmanager.yml"
    config.write_text(json.dumps({"route": route, "receivers": [receiver]}))
    log = (folder / "alertmanager.log").open("w")
    receiving = subprocess.Popen([sys.executable, HERE / "sink.py", "--port", str(sink),
                                  "--log", folder / "received"],
                                 stdout=log, stderr=log)  # fmt: skip
    process = subprocess.Popen(
        [program, f"--config.file={config}", f"--storage.path={folder}/data",
         f"--web.listen-address=127.0.0.1:{port}", "--cluster.listen-address="],
        stdout=log, stderr=log,
    )  # fmt: skip
    url = f"http://127.0.0.1:{port}"
    deadline = time.monotonic() + 30
    while True:
        try:
            urllib.request.urlopen(f"{url}/-/ready", timeout=1).close()
            return (process, receiving), f"{url}/api/v2/alerts"
        except OSError:
            if time.monotonic() > deadline:
                sys.exit((folder / "alertmanager.log").read_text())
            time.sleep(0.05)


def run_alertmanager(case, seconds):
    with tempfile.TemporaryDirectory() as name:
        processes, url = start_alertmanager(Path(name))
        try:
            load = [sys.executable, HERE / "loadgen.py", url, "--kind", "am-api"]
            load += ["--watch", str(processes[0].pid), *intake.CASES[case]]
            subprocess.run([*load, "-d", "2"], capture_output=True, check=True)
            done = subprocess.run([*load, "-d", str(seconds)], capture_output=True, check=True)
        finally:
            stop(*processes)
        return json.loads(done.stdout)


def main():
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("--seconds", type=float, default=6)
    p.add_argument("--rounds", type=int, default=3)
    p.add_argument("--case", action="append", choices=sorted(intake.CASES))
    a = p.parse_args()
    for case in a.case or intake.CASES:
        ours, theirs = [], []
        for _ in range(a.rounds):
            theirs.append(run_alertmanager(case, a.seconds))
            ours.append(intake.run(case, a.seconds, ""))
        middle = [statistics.median(one["alerts_s"] for one in runs) for runs in (ours, theirs)]
        print(
            json.dumps(
                {
                    "case": case,
                    "runcard_alerts_s": middle[0],
                    "alertmanager_alerts_s": middle[1],
                    "ratio": round(middle[0] / middle[1], 3),
                    "runcard_runs": [one["alerts_s"] for one in ours],
                    "alertmanager_runs": [one["alerts_s"] for one in theirs],
                    "runcard_p99_ms": statistics.median(one["p99_ms"] for one in ours),
                    "runcard_cpu_us": statistics.median(
                        one["target"]["cpu_us_per_alert"] for one in ours
                    ),
                    "other_cpu_share": max(one["other_cpu_share"] for one in ours + theirs),
                }
            ),
            flush=True,
        )


if __name__ == "__main__":
    main()

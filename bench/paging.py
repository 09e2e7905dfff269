#!/usr/bin/env python3
"""From an alert posted to its page received, at a steady rate, alone and under noise.

paging.py [--rate 100] [--seconds 20] [--noise 1000] [--runs 3]      prints one JSON line a case
Every alert opens an incident of the worst level and is paged by a webhook to sink.py, each page alone
(throttle_pages = false). Noise are repeats of 200 alerts that joined long before. Latency counts from
the moment at which the alert should have been posted.
"""

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from server import free_port, start, stop

HERE = Path(__file__).parent
PLAYBOOK = """\
# When the lock gates stop

## Severity Levels

| Level | Definition | Response Time | Updates |
|---|---|---|---|
| **critical** | No gate moves | 15 minutes | every 20 minutes |

## Escalation Path

1. **On-Call Engineer**
2. **Harbour Master** (If not acknowledged in 45 min)
"""


def start_with_webhook(folder, webhook, *settings):
    """A Runcard whose on-call is reached by a webhook; the process and where Alertmanager posts."""
    people = {name: {"ways": [{"kind": "webhook", "address": webhook}]} for name in ("ada", "bo")}
    team = {
        "people": people,
        "on_call": {"on-call": ["ada"]},
        "bind": {"Harbour Master": "bo"},
        "playbooks": [{"name": "gates", "path": "gates.md"}],
        "fallback": ["ada"],
    }
    (folder / "gates.md").write_text(PLAYBOOK)
    (folder / "team.yaml").write_text(json.dumps(team))
    return start(
        folder,
        f'team = "{folder}/team.yaml"',
        'webhook_secret = "bench"',
        *settings,
    )


def run(rate, seconds, noise):
    with tempfile.TemporaryDirectory() as name:
        folder, port = Path(name), free_port()
        received, sent = folder / "received.tsv", folder / "sent.tsv"
        sink = subprocess.Popen(
            [sys.executable, HERE / "sink.py", "--port", str(port), "--log", received],
            stdout=subprocess.DEVNULL,
        )
        process, said, _ = start_with_webhook(
            folder, f"http://127.0.0.1:{port}/page", "throttle_pages = false"
        )
        load = [sys.executable, HERE / "loadgen.py", said["intakes"]["alertmanager"]]
        try:
            subprocess.run([*load, "--rate", str(rate), "-d", "3"], capture_output=True, check=True)
            beside = None
            if noise:
                # The first round opens the incidents; what is measured comes after it.
                noisy = [*load, "--dup", "1", "--pool", "200", "--run", "7"]
                subprocess.run([*noisy, "-d", "2"], capture_output=True, check=True)
                beside = subprocess.Popen(
                    [*noisy, "--rate", str(noise), "-d", str(seconds + 2)], stdout=subprocess.PIPE
                )
                time.sleep(1)
            subprocess.run(
                [*load, "--rate", str(rate), "-d", str(seconds), "--sendlog", sent, "--seed", "2"],
                capture_output=True, check=True,
            )  # fmt: skip
            told = json.loads(beside.communicate()[0]) if beside else None
            time.sleep(2)
        finally:
            stop(process, sink)
        joined = subprocess.run(
            [sys.executable, HERE / "e2e.py", sent, received], capture_output=True, check=True
        )
        return json.loads(joined.stdout) | {"noise_s": told and told["alerts_s"]}


def main():
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("--rate", type=float, default=100)
    p.add_argument("--seconds", type=float, default=20)
    p.add_argument("--noise", type=float, default=1000)
    p.add_argument("--runs", type=int, default=3)
    a = p.parse_args()
    for noise in (0, a.noise):
        runs = [run(a.rate, a.seconds, noise) for _ in range(a.runs)]
        print(
            json.dumps(
                {
                    "case": f"{a.rate:g} a second"
                    + (f", {noise:g} a second of noise" * bool(noise)),
                    "p50_ms": statistics.median(one["p50_ms"] for one in runs),
                    "p99_ms": statistics.median(one["p99_ms"] for one in runs),
                    "p99_runs": [one["p99_ms"] for one in runs],
                    "max_ms": max(one["max_ms"] for one in runs),
                    "sent": sum(one["sent"] for one in runs),
                    "missing": sum(one["missing"] for one in runs),
                    "noise_s": [one["noise_s"] for one in runs] if noise else None,
                }
            ),
            flush=True,
        )


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Wait until the machine is quiet: quiet.py [--max-busy 0.25 cores] [--timeout 60]. Exit 0 quiet, 1 timed out."""

import argparse
import sys
import time

import procstat

p = argparse.ArgumentParser()
p.add_argument("--max-busy", type=float, default=0.25)
p.add_argument("--timeout", type=float, default=60)
p.add_argument("--window", type=float, default=1.5)
a = p.parse_args()
end = time.time() + a.timeout
while True:
    b0 = procstat.machine()[0]
    time.sleep(a.window)
    busy = (procstat.machine()[0] - b0) / a.window
    if busy <= a.max_busy:
        print(f"quiet: {busy:.2f} cores busy", file=sys.stderr)
        sys.exit(0)
    if time.time() > end:
        print(f"still {busy:.2f} cores busy", file=sys.stderr)
        sys.exit(1)

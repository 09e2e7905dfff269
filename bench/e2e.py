#!/usr/bin/env python3
"""Join loadgen's --sendlog with sink's --log: end-to-end latency of each alert key.

e2e.py sent.tsv recv.tsv      -> JSON: sent, delivered, missing, repeats, p50/p90/p99/max ms
"""

import json
import sys


def load(path):
    first, n = {}, {}
    with open(path) as f:
        for line in f:
            k, t = line.split("\t")
            t = int(t)
            n[k] = n.get(k, 0) + 1
            if k not in first or t < first[k]:
                first[k] = t
    return first, n


s, _ = load(sys.argv[1])
r, n = load(sys.argv[2])
d = sorted((r[k] - s[k]) / 1e6 for k in s if k in r)


def q(p):
    return round(d[min(len(d) - 1, int(p * len(d)))], 2) if d else None


print(
    json.dumps(
        {
            "sent": len(s),
            "delivered": len(d),
            "missing": len(s) - len(d),
            "deliveries_repeated": sum(n[k] - 1 for k in s if k in n),
            "p50_ms": q(0.5),
            "p90_ms": q(0.9),
            "p99_ms": q(0.99),
            "max_ms": q(1),
        }
    )
)

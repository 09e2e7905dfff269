#!/usr/bin/env python3
"""Yardstick for escalation timers kept in SQLite (WAL, synchronous=FULL). Prints JSON.

Arms N open escalations with due times spread over --spread seconds in the far future, then measures
 - poll_idle: one 'next due' look-up with N armed and none due
 - fire: claim due timers in batches, write a page row, re-arm the next step, commit: timers/s
 - storm: all N due at once: time until every page row is committed
 - lateness of a polling loop that fires --rate timers/s with N others armed (p50/p99 ms)
 - recover: re-open the database and find the next due timer (what a restart costs)
timers.py --n 100000 [--dir .]
"""

import argparse
import json
import os
import sqlite3
import tempfile
import time

p = argparse.ArgumentParser()
p.add_argument("--n", type=int, default=100_000)
p.add_argument("--dir", default=".")
p.add_argument("--batch", type=int, default=500)
p.add_argument("--rate", type=float, default=200)
p.add_argument("--seconds", type=float, default=5)
a = p.parse_args()


def connect(path):
    c = sqlite3.connect(path, isolation_level=None)
    c.execute("pragma journal_mode=wal")
    c.execute("pragma synchronous=full")
    c.execute("pragma cache_size=-65536")
    return c


def fire(c, now, batch, rearm):
    """Claim up to `batch` due timers, record their pages, re-arm: one commit. Returns the due times."""
    c.execute("begin immediate")
    rows = c.execute(
        "select id, incident, step, due from timer where due<=? order by due limit ?", (now, batch)
    ).fetchall()
    if rows:
        c.executemany(
            "insert into page(incident, step, at, state) values(?,?,?,'queued')",
            [(i, s, now) for _, i, s, _ in rows],
        )
        c.executemany(
            "update timer set due=?, step=step+1 where id=?", [(now + rearm, r[0]) for r in rows]
        )
    c.execute("commit")
    return [r[3] for r in rows]


out = {"sqlite": sqlite3.sqlite_version, "n": a.n}
with tempfile.TemporaryDirectory(dir=a.dir) as d:
    path = os.path.join(d, "t.db")
    c = connect(path)
    c.executescript(
        "create table timer(id integer primary key, incident int, step int, due real);"
        "create index t_due on timer(due);"
        "create table page(id integer primary key, incident int, step int, at real, state text);"
    )
    far = time.time() + 1e6
    t = time.perf_counter()
    for s in range(0, a.n, 5000):
        c.execute("begin")
        c.executemany(
            "insert into timer(incident, step, due) values(?,0,?)",
            [(i, far + i * 0.01) for i in range(s, min(a.n, s + 5000))],
        )
        c.execute("commit")
    out["arm_rows_s"] = round(a.n / (time.perf_counter() - t))

    t = time.perf_counter()
    for _ in range(2000):
        c.execute("select min(due) from timer").fetchone()
    out["poll_idle_us"] = round((time.perf_counter() - t) / 2000 * 1e6, 1)

    # steady firing with N others armed; timers become due on a fixed schedule
    k = int(a.rate * a.seconds)
    t0 = time.time() + 0.2
    c.execute("begin")
    c.executemany(
        "insert into timer(incident, step, due) values(?,0,?)",
        [(a.n + i, t0 + i / a.rate) for i in range(k)],
    )
    c.execute("commit")
    late = []
    while len(late) < k and time.time() < t0 + a.seconds + 10:
        now = time.time()
        due = c.execute("select min(due) from timer").fetchone()[0]
        if due > now:
            time.sleep(min(due - now, 0.05))
            continue
        ds = fire(c, now, a.batch, 1e6)
        done = time.time()
        late += [(done - x) * 1e3 for x in ds]
    late.sort()
    out["steady"] = {
        "rate": a.rate,
        "fired": len(late),
        "p50_late_ms": round(late[len(late) // 2], 2),
        "p99_late_ms": round(late[int(len(late) * 0.99)], 2),
        "max_late_ms": round(late[-1], 2),
    }

    # storm: everything due now
    c.execute("update timer set due = due - 2e6")
    t = time.perf_counter()
    n = 0
    while True:
        ds = fire(c, time.time(), a.batch, 1e6)
        if not ds:
            break
        n += len(ds)
    w = time.perf_counter() - t
    out["storm"] = {"fired": n, "seconds": round(w, 2), "timers_s": round(n / w)}
    c.close()
    t = time.perf_counter()
    c = connect(path)
    c.execute("select id, due from timer order by due limit 1").fetchone()
    out["recover_ms"] = round((time.perf_counter() - t) * 1e3, 2)
    c.close()
print(json.dumps(out, indent=1))

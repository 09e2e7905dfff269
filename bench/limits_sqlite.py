#!/usr/bin/env python3
"""Physical limits of SQLite on this disk. Prints JSON.

Rows look like a stored alert (~900 bytes of JSON, a unique key, two secondary indexes).
  single: one row a commit;   batch N: N rows a commit (what group commit gives).
limits_sqlite.py [--dir .] [--seconds 4]
"""

import argparse
import json
import os
import sqlite3
import statistics
import tempfile
import time

BODY = json.dumps(
    {
        "labels": {f"label{i}": f"value-{i}" for i in range(12)},
        "annotations": {"summary": "x" * 120, "description": "y" * 300},
    }
)


def db(path, sync):
    c = sqlite3.connect(path, isolation_level=None)
    c.execute("pragma journal_mode=wal")
    c.execute(f"pragma synchronous={sync}")
    c.execute("pragma cache_size=-65536")
    c.execute(
        "create table if not exists alert(id integer primary key, fp text not null, "
        "status int, team int, at real, body text)"
    )
    c.execute("create unique index if not exists u on alert(fp)")
    c.execute("create index if not exists s on alert(status, at)")
    return c


def run(c, seconds, batch, upsert=False):
    n = k = 0
    lat = []
    sql = "insert into alert(fp,status,team,at,body) values(?,?,?,?,?)"
    if upsert:
        sql += " on conflict(fp) do update set at=excluded.at, body=excluded.body"
    base = c.execute("select coalesce(max(id),0) from alert").fetchone()[0]
    t0 = time.perf_counter()
    while (now := time.perf_counter()) - t0 < seconds:
        rows = []
        for _ in range(batch):
            k += 1
            fp = f"fp{(k % 2000) if upsert else base + k:012d}"
            rows.append((fp, 1, k % 20, now, BODY))
        c.execute("begin immediate")
        c.executemany(sql, rows)
        c.execute("commit")
        lat.append(time.perf_counter() - now)
        n += batch
    w = time.perf_counter() - t0
    lat.sort()
    return {
        "commits_s": round(len(lat) / w),
        "rows_s": round(n / w),
        "p50_ms": round(lat[len(lat) // 2] * 1e3, 3),
        "p99_ms": round(lat[int(len(lat) * 0.99)] * 1e3, 3),
    }


def raw_fsync(d, seconds):
    p = os.path.join(d, "raw")
    fd = os.open(p, os.O_CREAT | os.O_WRONLY | os.O_APPEND)
    lat = []
    t0 = time.perf_counter()
    while (now := time.perf_counter()) - t0 < seconds:
        os.write(fd, b"x" * 4096)
        os.fdatasync(fd)
        lat.append(time.perf_counter() - now)
    os.close(fd)
    lat.sort()
    return {
        "fdatasync_s": round(len(lat) / sum(lat)),
        "p50_ms": round(statistics.median(lat) * 1e3, 3),
        "p99_ms": round(lat[int(len(lat) * 0.99)] * 1e3, 3),
    }


a = argparse.ArgumentParser()
a.add_argument("--dir", default=".")
a.add_argument("--seconds", type=float, default=4)
a = a.parse_args()
out = {"sqlite": sqlite3.sqlite_version}
with tempfile.TemporaryDirectory(dir=a.dir) as d:
    out["append_4k_fdatasync"] = raw_fsync(d, a.seconds)
    for sync in ("full", "normal"):
        for batch in (1, 10, 100, 1000):
            c = db(os.path.join(d, f"{sync}.db"), sync)
            out[f"wal_{sync}_batch{batch}"] = run(c, a.seconds, batch)
            c.close()
    c = db(os.path.join(d, "full.db"), "full")
    out["wal_full_upsert_batch100"] = run(c, a.seconds, 100, upsert=True)
    out["rows_at_end"] = c.execute("select count(*) from alert").fetchone()[0]
    c.close()
print(json.dumps(out, indent=1))

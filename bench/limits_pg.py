#!/usr/bin/env python3
"""Physical limits of a PostgreSQL server, asyncpg client. Prints JSON.

limits_pg.py postgresql://user:pw@127.0.0.1/db [--seconds 4]
single: autocommit INSERT of one alert-like row;  multi N: one INSERT ... SELECT unnest of N rows.
"""

import argparse
import asyncio
import json
import time

import asyncpg

BODY = json.dumps(
    {
        "labels": {f"label{i}": f"value-{i}" for i in range(12)},
        "annotations": {"summary": "x" * 120, "description": "y" * 300},
    }
)


async def main():
    p = argparse.ArgumentParser()
    p.add_argument("dsn")
    p.add_argument("--seconds", type=float, default=4)
    a = p.parse_args()
    c = await asyncpg.connect(a.dsn)
    out = {"server": await c.fetchval("show server_version")}
    await c.execute(
        "drop table if exists bench_alert; create table bench_alert(id bigserial primary key, "
        "fp text not null unique, status int, team int, at timestamptz default now(), body jsonb);"
        "create index on bench_alert(status, at)"
    )
    seq = [0]

    async def work(batch, end, lat):
        con = await asyncpg.connect(a.dsn)
        one = await con.prepare("insert into bench_alert(fp,status,team,body) values($1,1,2,$2)")
        many = await con.prepare(
            "insert into bench_alert(fp,status,team,body) "
            "select f,1,2,b::jsonb from unnest($1::text[],$2::text[]) as t(f,b)"
        )
        while (t := time.perf_counter()) < end:
            s = seq[0]
            seq[0] += batch
            if batch == 1:
                await one.fetch(f"fp{s:012d}", BODY)
            else:
                await many.fetch([f"fp{s + i:012d}" for i in range(batch)], [BODY] * batch)
            lat.append(time.perf_counter() - t)
        await con.close()

    for clients, batch in ((1, 1), (4, 1), (16, 1), (1, 10), (1, 100), (1, 1000), (4, 100)):
        lat = []
        t0 = time.perf_counter()
        await asyncio.gather(*(work(batch, t0 + a.seconds, lat) for _ in range(clients)))
        w = time.perf_counter() - t0
        lat.sort()
        out[f"clients{clients}_batch{batch}"] = {
            "commits_s": round(len(lat) / w),
            "rows_s": round(len(lat) * batch / w),
            "p50_ms": round(lat[len(lat) // 2] * 1e3, 3),
            "p99_ms": round(lat[int(len(lat) * 0.99)] * 1e3, 3),
        }
    await c.execute("drop table bench_alert")
    print(json.dumps(out, indent=1))


asyncio.run(main())

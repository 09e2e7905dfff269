"""A yardstick, not a product: typed decode, fingerprint, upsert into SQLite with group commit;
the answer goes out only after the commit that holds the request's alerts (WAL, synchronous=FULL).

  DB=/path/x.db SYNC=full LAYOUT=rowid uvicorn durable:app      (or granian --interface asgi durable:app)

LAYOUT=rowid: rows appended in arrival order + a unique index on the 16-byte fingerprint (default)
LAYOUT=pk:    the fingerprint is the clustered key (WITHOUT ROWID): random page writes, slower when unique
"""

import asyncio
import hashlib
import os
import sqlite3
import threading
import time

import msgspec
from plain import _H, _body, _dec

_enc = msgspec.json.Encoder()


class Store:
    def __init__(self, path, sync):
        self.c = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
        x = self.c.execute
        x("pragma journal_mode=wal")
        x(f"pragma synchronous={sync}")
        x("pragma cache_size=-65536")
        cols = "status text, first real, last real, n int, team text, body blob"
        if os.environ.get("LAYOUT", "rowid") == "pk":
            x(f"create table if not exists alert(fp blob primary key, {cols}) without rowid")
        else:
            x(
                f"create table if not exists alert(id integer primary key, fp blob not null unique, {cols})"
            )
        x(
            "create table if not exists ingest(id integer primary key, at real, fp blob, status text)"
        )
        self.pending = []
        self.ev = threading.Event()
        self.lock = threading.Lock()

    def start(self, loop):
        self.loop = loop
        threading.Thread(target=self.writer, daemon=True).start()

    def submit(self, rows):
        f = self.loop.create_future()
        with self.lock:
            self.pending.append((rows, f))
        self.ev.set()
        return f

    def writer(self):
        c = self.c
        while True:
            self.ev.wait()
            self.ev.clear()
            with self.lock:
                work, self.pending = self.pending, []
            if not work:
                continue
            rows = [r for rs, _ in work for r in rs]
            c.execute("begin immediate")
            c.executemany(
                "insert into alert(fp,status,first,last,n,team,body) values(?,?,?,?,1,?,?) on conflict(fp) do update set "
                "status=excluded.status, last=excluded.last, n=n+1",
                rows,
            )
            c.executemany(
                "insert into ingest(at,fp,status) values(?,?,?)", [(r[2], r[0], r[1]) for r in rows]
            )
            c.execute("commit")
            self.loop.call_soon_threadsafe(self.done, [f for _, f in work])

    @staticmethod
    def done(fs):
        for f in fs:
            if not f.done():
                f.set_result(None)


store = None


def row(a, now):
    h = hashlib.blake2b(digest_size=16)
    for k in sorted(a.labels):
        h.update(f"{k}\0{a.labels[k]}\0".encode())
    return (h.digest(), a.status, now, now, a.labels.get("team", ""), _enc.encode(a))


async def app(scope, receive, send):
    global store
    if scope["type"] == "lifespan":
        while True:
            m = await receive()
            if m["type"] == "lifespan.startup":
                store = Store(os.environ.get("DB", "durable.db"), os.environ.get("SYNC", "full"))
                store.start(asyncio.get_running_loop())
            await send({"type": m["type"] + ".complete"})
            if m["type"] == "lifespan.shutdown":
                return
    hook = _dec.decode(await _body(receive))
    now = time.time()
    await store.submit([row(a, now) for a in hook.alerts])
    out = b'{"accepted":%d}' % len(hook.alerts)
    await send(
        {
            "type": "http.response.start",
            "status": 202,
            "headers": [*_H, (b"content-length", b"%d" % len(out))],
        }
    )
    await send({"type": "http.response.body", "body": out})

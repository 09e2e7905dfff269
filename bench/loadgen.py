#!/usr/bin/env python3
"""Keep-alive HTTP/1.1 load generator for alert intake. Prints one JSON object.

closed loop:  loadgen.py URL --kind am-webhook --alerts 10 -c 16 -d 30
open loop:    loadgen.py URL --kind am-webhook --rate 100 -d 30 --sendlog sent.tsv
              (latency counts from the *scheduled* send time)
Only standard library; uses uvloop when it is importable.
"""

import argparse
import asyncio
import json
import resource
import sys
import time
from collections import Counter, deque
from urllib.parse import urlsplit

import payloads
import procstat


class Conn(asyncio.Protocol):
    def __init__(self, gen):
        self.g = gen
        self.buf = bytearray()
        self.t0 = None
        self.tr = None

    def connection_made(self, tr):
        self.tr = tr
        self.g.ready(self)

    def send(self, data, t0):
        self.t0 = t0
        self.tr.write(data)

    def connection_lost(self, exc):
        if self.t0 is not None:
            if self.buf and self._until_close():
                return self.g.reconnect()
            self.g.errors["connection lost"] += 1
            self.t0 = None
        self.tr = None
        self.g.reconnect()

    def _until_close(self):
        i = self.buf.find(b"\r\n\r\n")
        if i < 0:
            return False
        self._done(int(self.buf[9:12]), close=True)
        return True

    def data_received(self, data):
        b = self.buf
        b += data
        i = b.find(b"\r\n\r\n")
        if i < 0:
            return
        head = bytes(b[:i]).lower()
        status = int(head[9:12])
        if status == 100:
            del b[: i + 4]
            return
        close = b"connection: close" in head or head.startswith(b"http/1.0")
        j = head.find(b"content-length:")
        if j >= 0:
            k = head.find(b"\r\n", j)
            n = int(head[j + 15 : k if k > 0 else len(head)])
            if len(b) < i + 4 + n:
                return
        elif b"transfer-encoding: chunked" in head:
            if not b.endswith(b"0\r\n\r\n"):
                return
        elif status not in (204, 304):
            return  # body ends with the connection
        self._done(status, close)

    def _done(self, status, close):
        g = self.g
        if g.a.show_errors and status >= 400 and g.shown < g.a.show_errors:
            g.shown += 1
            print(bytes(self.buf[:600]).decode("latin1"), file=sys.stderr)
        self.buf.clear()
        t0, self.t0 = self.t0, None
        g.record(t0, status)
        if close:
            if self.tr:
                self.tr.close()
        else:
            g.ready(self)


class Gen:
    def __init__(self, a):
        self.a = a
        u = urlsplit(a.url)
        self.host, self.port = u.hostname, u.port or 80
        path = (u.path or "/") + ("?" + u.query if u.query else "")
        hdr = "".join(f"{h}\r\n" for h in a.header)
        self.head = (
            f"{a.method} {path} HTTP/1.1\r\nHost: {u.hostname}:{self.port}\r\n"
            f"Content-Type: application/json\r\n{hdr}"
        ).encode()
        if a.method == "GET":
            self.make = None
        else:
            self.make = payloads.KINDS[a.kind](status=a.status)
        self.keys = payloads.Keys(a.dup, a.pool, a.seed, a.run)
        self.lat = []
        self.codes = Counter()
        self.errors = Counter()
        self.free = deque()
        self.queue = deque()
        self.stop = False
        self.shown = 0
        self.sent = 0
        self.slog = open(a.sendlog, "w") if a.sendlog else None
        self.fast_fail = 0

    def request(self):
        if self.make is None:
            return self.head + b"\r\n"
        ks = self.keys.take(self.a.alerts)
        body = self.make(ks)
        if self.slog:
            t = time.monotonic_ns()
            self.slog.writelines(f"{k.decode()}\t{t}\n" for k in ks)
        return self.head + b"Content-Length: %d\r\n\r\n" % len(body) + body

    def ready(self, c):
        if self.a.rate:
            if self.queue:
                c.send(self.request(), self.queue.popleft())
                self.sent += 1
            else:
                self.free.append(c)
        elif not self.stop and not (self.a.max_requests and self.sent >= self.a.max_requests):
            self.sent += 1
            c.send(self.request(), time.perf_counter())

    def record(self, t0, status):
        now = time.perf_counter()
        self.lat.append(now - t0)
        self.codes[status] += 1
        self.last = now

    def reconnect(self):
        if not self.stop:
            self.loop.create_task(self._connect())

    async def _connect(self):
        while not self.stop:
            try:
                await self.loop.create_connection(lambda: Conn(self), self.host, self.port)
                return
            except OSError:
                self.errors["connect"] += 1
                await asyncio.sleep(0.05)

    async def run(self):
        self.loop = asyncio.get_running_loop()
        a = self.a
        before = procstat.sample(a.watch) if a.watch else None
        busy0, steal0 = procstat.machine()
        t0 = self.last = time.perf_counter()
        await asyncio.gather(*(self._connect() for _ in range(a.concurrency)))
        if a.rate:
            n = int(a.rate * a.duration)
            for i in range(n):
                due = t0 + i / a.rate
                d = due - time.perf_counter()
                if d > 0.0002:
                    await asyncio.sleep(d)
                while self.free and (self.free[0].tr is None or self.free[0].tr.is_closing()):
                    self.free.popleft()
                if self.free:
                    self.free.popleft().send(self.request(), due)
                    self.sent += 1
                else:
                    self.queue.append(due)
        else:
            end = t0 + a.duration
            while time.perf_counter() < end:
                await asyncio.sleep(min(0.05, max(0.0, end - time.perf_counter())))
                if a.max_requests and len(self.lat) >= a.max_requests:
                    break
        if not a.rate:
            self.stop = True
        grace = time.perf_counter() + a.grace
        while (
            len(self.lat) + sum(self.errors.values()) < self.sent or self.queue
        ) and time.perf_counter() < grace:
            await asyncio.sleep(0.02)
        self.stop = True
        wall = max(self.last - t0, 1e-9)
        after = procstat.sample(a.watch) if a.watch else None
        busy1, steal1 = procstat.machine()
        self.busy, self.steal = busy1 - busy0, steal1 - steal0
        if self.slog:
            self.slog.close()
        return self.report(wall, before, after)

    def report(self, wall, before, after):
        lat = sorted(self.lat)
        a = self.a

        def q(p):
            return round(lat[min(len(lat) - 1, int(p * len(lat)))] * 1e3, 3) if lat else None

        ok = sum(v for k, v in self.codes.items() if 200 <= k < 300)
        ru = resource.getrusage(resource.RUSAGE_SELF)
        r = {
            "name": a.name,
            "url_path": urlsplit(a.url).path,
            "kind": a.kind,
            "alerts_per_request": a.alerts,
            "concurrency": a.concurrency,
            "dup": a.dup,
            "rate": a.rate,
            "wall_s": round(wall, 2),
            "sent": self.sent,
            "ok": ok,
            "codes": dict(self.codes),
            "errors": dict(self.errors),
            "unanswered": self.sent - len(lat) - sum(self.errors.values()),
            "req_s": round(ok / wall, 1),
            "alerts_s": round(ok * a.alerts / wall, 1),
            "p50_ms": q(0.5),
            "p90_ms": q(0.9),
            "p99_ms": q(0.99),
            "p999_ms": q(0.999),
            "max_ms": q(1),
            "new_keys": self.keys.n,
            "generator_cpu_share": round((ru.ru_utime + ru.ru_stime) / wall, 2),
        }
        if before:
            c = after["cpu_s"] - before["cpu_s"]
            r["target"] = {
                "cpu_s": round(c, 2),
                "cpu_share": round(c / wall, 2),
                "cpu_us_per_alert": round(c * 1e6 / max(1, ok * a.alerts), 1),
                "rss_mb": after["rss_mb"],
                "pss_mb": after["pss_mb"],
                "pss_mb_before": before["pss_mb"],
                "procs": after["procs"],
            }
            # CPU that neither the target nor this generator used: how noisy the machine was
            r["other_cpu_share"] = round((self.busy - c - ru.ru_utime - ru.ru_stime) / wall, 2)
        r["steal_share"] = round(self.steal / wall, 2)
        return r


def main():
    p = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    p.add_argument("url")
    p.add_argument("--name", default="")
    p.add_argument("--method", default="POST")
    p.add_argument("--kind", default="am-webhook", choices=sorted(payloads.KINDS))
    p.add_argument("--status", default="firing", choices=["firing", "resolved"])
    p.add_argument("--alerts", type=int, default=1, help="alerts in one request")
    p.add_argument("-c", "--concurrency", type=int, default=16)
    p.add_argument("-d", "--duration", type=float, default=30)
    p.add_argument("--rate", type=float, default=0, help="requests/s, open loop; 0: closed loop")
    p.add_argument("--max-requests", type=int, default=0)
    p.add_argument("--dup", type=float, default=0.0, help="share of alerts drawn from a fixed pool")
    p.add_argument("--pool", type=int, default=200)
    p.add_argument("--seed", type=int, default=1)
    p.add_argument(
        "--run", type=int, default=None, help="run number in the keys; default from the clock"
    )
    p.add_argument("-H", "--header", action="append", default=[])
    p.add_argument(
        "--watch",
        type=lambda s: [int(x) for x in s.split(",") if x],
        default=[],
        help="PIDs whose process trees are charged",
    )
    p.add_argument("--sendlog", help="write key<TAB>monotonic_ns for e2e.py")
    p.add_argument("--grace", type=float, default=15, help="s to wait for the last answers")
    p.add_argument("--show-errors", type=int, default=0)
    a = p.parse_args()
    h = urlsplit(a.url).hostname
    if not (h == "localhost" or h == "::1" or h.startswith("127.")):
        p.error("loopback targets only")
    try:
        import uvloop

        runner = asyncio.Runner(loop_factory=uvloop.new_event_loop)
    except ImportError:
        runner = asyncio.Runner()
    with runner:
        print(json.dumps(runner.run(Gen(a).run())))


if __name__ == "__main__":
    main()

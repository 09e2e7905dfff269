#!/usr/bin/env python3
"""Webhook sink: answers every request 200 and logs key<TAB>monotonic_ns per alert key seen.

sink.py --port 9099 --log recv.tsv [--delay-ms 0] [--fail 0.0]
The clock is CLOCK_MONOTONIC, common to all processes of one machine, so the log
joins with loadgen.py's --sendlog (see e2e.py).
"""

import argparse
import asyncio
import contextlib
import random
import signal
import time

from payloads import KEY_RE

OK = b'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 15\r\n\r\n{"status":"ok"}'
BAD = b"HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n"


class Sink(asyncio.Protocol):
    n = 0

    def __init__(self, a, log):
        self.a, self.log, self.buf = a, log, bytearray()

    def connection_made(self, tr):
        self.tr = tr

    def data_received(self, data):
        b = self.buf
        b += data
        while True:
            i = b.find(b"\r\n\r\n")
            if i < 0:
                return
            head = bytes(b[:i]).lower()
            j = head.find(b"content-length:")
            if j >= 0:
                k = head.find(b"\r\n", j)
                end = i + 4 + int(head[j + 15 : k if k > 0 else len(head)])
            elif b"transfer-encoding: chunked" in head:
                e = b.find(b"\r\n0\r\n\r\n", i)
                if e < 0:
                    return
                end = e + 7
            else:
                end = i + 4
            if len(b) < end:
                if b"expect: 100-continue" in head:
                    self.tr.write(b"HTTP/1.1 100 Continue\r\n\r\n")
                return
            t = time.monotonic_ns()
            body = bytes(b[i + 4 : end])
            del b[:end]
            Sink.n += 1
            bad = self.a.fail and random.random() < self.a.fail
            if not bad:
                for key in dict.fromkeys(KEY_RE.findall(body)):
                    self.log.write(f"{key.decode()}\t{t}\n")
            if self.a.delay_ms:
                asyncio.get_running_loop().call_later(
                    self.a.delay_ms / 1e3, self.tr.write, BAD if bad else OK
                )
            else:
                self.tr.write(BAD if bad else OK)


async def main():
    p = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    p.add_argument("--port", type=int, default=9099)
    p.add_argument("--log", required=True)
    p.add_argument("--delay-ms", type=float, default=0)
    p.add_argument("--fail", type=float, default=0.0, help="share of requests answered 503")
    p.add_argument("--max-seconds", type=float, default=7200)
    a = p.parse_args()
    log = open(a.log, "a", buffering=1 << 16)
    loop = asyncio.get_running_loop()
    srv = await loop.create_server(lambda: Sink(a, log), "127.0.0.1", a.port)
    stop = asyncio.Event()
    for s in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(s, stop.set)
    end = loop.time() + a.max_seconds
    while not stop.is_set() and loop.time() < end:
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(stop.wait(), 0.25)
        log.flush()
    srv.close()
    log.close()


asyncio.run(main())

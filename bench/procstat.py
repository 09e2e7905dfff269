"""CPU seconds and memory of process trees, from /proc alone."""

import contextlib
import os

_T = os.sysconf("SC_CLK_TCK")


def _stat(pid):
    with open(f"/proc/{pid}/stat", "rb") as f:
        s = f.read()
    p = s[s.rindex(b")") + 2 :].split()
    return int(p[1]), (int(p[11]) + int(p[12])) / _T, (int(p[13]) + int(p[14])) / _T


def tree(roots):
    kids = {}
    for d in os.listdir("/proc"):
        if d.isdigit():
            with contextlib.suppress(OSError, ValueError):
                kids.setdefault(_stat(d)[0], []).append(int(d))
    seen, todo = set(), list(roots)
    while todo:
        p = todo.pop()
        if p not in seen:
            seen.add(p)
            todo += kids.get(p, [])
    return seen


def sample(roots):
    """{cpu_s, pss_mb, rss_mb, procs}; CPU includes reaped children."""
    cpu = rss = pss = 0
    n = 0
    for p in tree(roots):
        try:
            _, own, reaped = _stat(p)
            cpu += own + reaped
            with open(f"/proc/{p}/smaps_rollup", "rb") as f:
                for line in f:
                    if line.startswith(b"Rss:"):
                        rss += int(line.split()[1])
                    elif line.startswith(b"Pss:"):
                        pss += int(line.split()[1])
            n += 1
        except (OSError, ValueError):
            pass
    return {
        "cpu_s": round(cpu, 2),
        "rss_mb": round(rss / 1024, 1),
        "pss_mb": round(pss / 1024, 1),
        "procs": n,
    }


def machine():
    """(busy, stolen) CPU seconds of the whole machine since boot."""
    with open("/proc/stat") as f:
        v = [int(x) for x in f.readline().split()[1:9]]
    user, nice, system, _idle, _iowait, irq, soft, steal = v
    return (user + nice + system + irq + soft) / _T, steal / _T

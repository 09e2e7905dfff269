"""Request-body builders for the load generator.

Every builder returns  make(keys: list[bytes]) -> bytes  for a list of alert keys.
A key is a fixed-width token  b"bk" + 14 hex digits ; it is the alert's identity
(it goes into a label, so a new key is a new fingerprint) and the sink finds it
again in whatever the target sends out.
"""

import json
import re
import time

KEY_RE = re.compile(rb"bk[0-9a-f]{14}")
_M = "@@KEY@@"


def _iso(t):
    return time.strftime("%Y-%m-%dT%H:%M:%S.000Z", time.gmtime(t))


def _alert(status="firing", extra_labels=None, t=None):
    t = t or time.time()
    labels = {
        "alertname": "HighErrorRate",
        "severity": "critical",
        "service": "checkout",
        "team": "payments",
        "cluster": "eu-west-1",
        "environment": "Production",
        "job": "api",
        "instance": _M,
    }
    labels.update(extra_labels or {})
    return {
        "status": status,
        "labels": labels,
        "annotations": {
            "summary": "5xx ratio above 5% for 5 minutes on " + _M,
            "description": "The checkout service returns 7.3% errors; runbook: see runbook_url.",
            "runbook_url": "http://runbooks.example/checkout/high-error-rate",
        },
        "startsAt": _iso(t - 60),
        "endsAt": "0001-01-01T00:00:00Z",
        "generatorURL": "http://prometheus.example/graph?g0.expr=up",
        "fingerprint": _M,
    }


def _frag(obj):
    """JSON text of obj as (pieces) around the key marker."""
    return [p.encode() for p in json.dumps(obj, separators=(",", ":")).split(_M)]


def am_webhook(status="firing", **_):
    """Alertmanager webhook, version 4: what Alertmanager posts to a receiver."""
    frag = _frag(_alert(status))
    common = {"alertname": "HighErrorRate", "severity": "critical", "service": "checkout"}
    head = json.dumps(
        {
            "version": "4",
            "groupKey": '{}:{alertname="HighErrorRate",instance="' + _M + '"}',
            "truncatedAlerts": 0,
            "status": status,
            "receiver": "incident-platform",
            "groupLabels": {"alertname": "HighErrorRate"},
            "commonLabels": common,
            "commonAnnotations": {},
            "externalURL": "http://alertmanager.example",
        },
        separators=(",", ":"),
    )[:-1].split(_M)
    h0, h1 = head[0].encode(), head[1].encode()

    def make(keys):
        return h0 + keys[0] + h1 + b',"alerts":[' + b",".join(k.join(frag) for k in keys) + b"]}"

    return make


def am_api(status="firing", **_):
    """Alertmanager's own intake, POST /api/v2/alerts: what Prometheus posts."""
    a = _alert(status)
    now = time.time()
    frag = _frag(
        {
            "labels": a["labels"],
            "annotations": a["annotations"],
            "startsAt": _iso(now - 60),
            "endsAt": _iso(now + 3600),
            "generatorURL": a["generatorURL"],
        }
    )

    def make(keys):
        return b"[" + b",".join(k.join(frag) for k in keys) + b"]"

    return make


def alerta(**_):
    """Alerta's native POST /alert (one alert a request)."""
    frag = _frag(
        {
            "resource": _M,
            "event": "HighErrorRate",
            "environment": "Production",
            "severity": "critical",
            "service": ["checkout"],
            "group": "payments",
            "value": "7.3%",
            "text": "5xx ratio above 5% for 5 minutes on " + _M,
            "tags": ["cluster=eu-west-1", "job=api"],
            "attributes": {"runbook": "http://runbooks.example/checkout"},
        }
    )

    def make(keys):
        return keys[0].join(frag)

    return make


def keep(**_):
    """A generic flat event for Keep's POST /alerts/event."""
    frag = _frag(
        {
            "id": _M,
            "name": "HighErrorRate " + _M,
            "status": "firing",
            "severity": "critical",
            "lastReceived": _iso(time.time()),
            "environment": "production",
            "service": "checkout",
            "source": ["bench"],
            "message": "5xx ratio above 5%",
            "description": "checkout errors " + _M,
            "fingerprint": _M,
            "labels": {"team": "payments", "cluster": "eu-west-1", "instance": _M},
        }
    )

    def make(keys):
        if len(keys) == 1:
            return keys[0].join(frag)
        return b"[" + b",".join(k.join(frag) for k in keys) + b"]"

    return make


def events_v2(dedup=True, **_):
    """PagerDuty Events API v2 shaped 'trigger' (one event a request)."""
    frag = _frag(
        {
            "routing_key": "R0123456789012345678901234567890",
            "event_action": "trigger",
            "dedup_key": _M,
            "client": "bench",
            "payload": {
                "summary": "5xx ratio above 5% on " + _M,
                "source": _M,
                "severity": "critical",
                "component": "checkout",
                "group": "payments",
                "class": "errors",
                "custom_details": {"cluster": "eu-west-1", "ratio": 0.073},
            },
        }
    )

    def make(keys):
        return keys[0].join(frag)

    return make


KINDS = {
    "am-webhook": am_webhook,
    "am-api": am_api,
    "alerta": alerta,
    "keep": keep,
    "events-v2": events_v2,
}


class Keys:
    """Key stream: a share `dup` of the keys comes from a fixed pool, the rest are new."""

    def __init__(self, dup=0.0, pool=200, seed=1, run=None):
        import random

        self.r = random.Random(seed)
        self.run = (int(time.time()) if run is None else run) & 0xFFFFFF
        self.n = 0
        self.dup = dup
        self.pool = [b"bk%06x%08x" % (self.run, 0xF0000000 + i) for i in range(pool)]

    def take(self, k):
        out = []
        for _ in range(k):
            if self.dup and self.r.random() < self.dup:
                out.append(self.pool[self.r.randrange(len(self.pool))])
            else:
                self.n += 1
                out.append(b"bk%06x%08x" % (self.run, self.n))
        return out

"""For each kind of intake: a sound payload of so many alerts, and bytes that once made trouble."""

import json
from collections.abc import Callable


def of_alertmanager(count: int) -> bytes:
    alerts = [
        {
            "status": "firing",
            "labels": {"alertname": "DiskFull", "instance": f"db-{index}"},
            "annotations": {"summary": f"Disk full on db-{index}"},
            "startsAt": "2026-03-01T02:30:00.123456789Z",
            "endsAt": "0001-01-01T00:00:00Z",
            "generatorURL": "http://prometheus.example/graph",
            "fingerprint": f"{index:016x}",
        }
        for index in range(count)
    ]
    post = {"version": "4", "groupKey": '{}:{alertname="DiskFull"}', "alerts": alerts}
    return json.dumps(post).encode()


def of_generic(count: int) -> bytes:
    return json.dumps(
        [
            {"title": f"Disk full on db-{index}", "id": f"disk-{index}", "value": 97.5,
             "service": "db", "labels": {"rack": "7"}, "started_at": "2026-03-01T02:30:00Z"}
            for index in range(count)
        ]
    ).encode()  # fmt: skip


SOUND: dict[str, Callable[[int], bytes]] = {
    "alertmanager": of_alertmanager,
    "generic": of_generic,
}
DEEP = 200_000
BAD = (
    b"", b" ", b"null", b"true", b"0", b'"text"', b"[]", b"{}", b"[[]]", b"{", b"}", b"[1,",
    b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"\xef\xbb\xbf{}", "{}".encode("utf-16"),
    b'{"alerts": null}', b'{"alerts": [null]}', b'{"alerts": {}}', b'{"alerts": [[]]}',
    b'{"alerts": [{"status": "firing"}]}', b'{"alerts": [{"status": 3, "startsAt": "x"}]}',
    b'{"title": null}', b'{"title": ""}', b'{"title": " \\n "}', b'{"title": []}', b'[{"title":1}]',
    b'{"title": "\\u0000"}', b'{"title": "\\ud800"}', b'{"title": "\xff"}', b'{"x": "\xff"}',
    b'{"title": "a", "value": 1e999}', b'{"title": "a", "value": -1e999}', b'{"title": NaN}',
    b'{"title": "a", "value": ' + b"9" * 5000 + b"}", b'{"title": ' + b"9" * 5000 + b"}",
    b'{"title": "a", "started_at": "0001-01-01T00:00:00+14:00"}',
    b'{"title": "a", "started_at": "9999-12-31T23:59:59-14:00"}',
    b'{"title": "a", "started_at": 12345678901234567890}', b'{"title": "a", "started_at": true}',
    b'{"title": "a", "status": {}}', b'{"title": "a", "labels": []}', b'{"title":"a","id":[]}',
    b'{"title": "a", "labels": {"x": {}}}', b'{"title": "a", "link": "javascript:alert(1)"}',
    b"[" * DEEP, b"[" * DEEP + b"]" * DEEP, b'{"a":' * DEEP + b"1" + b"}" * DEEP,
    b'{"x":' + b"[" * DEEP + b"]" * DEEP + b',"alerts":[]}',
)  # fmt: skip

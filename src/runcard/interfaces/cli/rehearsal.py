"""What a demonstration fires: a post shaped as Alertmanager shapes it, firing and then resolved."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

LEVEL_FILE = "level.json"
"""Where a demonstration keeps the worst level of its document."""

NOT_YET = "0001-01-01T00:00:00Z"
SOURCE = "http://prometheus.fernway.example"


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """One alert of a demonstration; the same words and time are the same alert again."""

    title: str
    summary: str
    severity: str | None
    started_at: datetime

    @property
    def labels(self) -> dict[str, str]:
        told = {"alertname": self.title, "instance": "stock-db:9187", "job": "demo"}
        return told if self.severity is None else told | {"severity": self.severity}

    @property
    def fingerprint(self) -> str:
        """As Alertmanager's: sixteen hex digits of the labels."""
        words = repr(sorted(self.labels.items()))
        return hashlib.sha256(words.encode()).hexdigest()[:16]

    def firing(self) -> Mapping[str, object]:
        return self._post("firing", NOT_YET)

    def resolved(self, at: datetime) -> Mapping[str, object]:
        return self._post("resolved", stamp(at))

    def _post(self, status: str, ends_at: str) -> Mapping[str, object]:
        annotations = {"summary": self.summary}
        alert = {
            "status": status,
            "labels": self.labels,
            "annotations": annotations,
            "startsAt": stamp(self.started_at),
            "endsAt": ends_at,
            "generatorURL": f"{SOURCE}/graph",
            "fingerprint": self.fingerprint,
        }
        # The time is part of the group: each firing is an incident of its own.
        group = {"alertname": self.title, "demo": stamp(self.started_at)}
        return {
            "version": "4",
            "groupKey": f'{{}}:{{alertname="{self.title}", demo="{stamp(self.started_at)}"}}',
            "truncatedAlerts": 0,
            "status": status,
            "receiver": "runcard",
            "groupLabels": group,
            "commonLabels": self.labels,
            "commonAnnotations": annotations,
            "externalURL": "http://alertmanager.fernway.example",
            "alerts": [alert],
        }


def stamp(at: datetime) -> str:
    """RFC 3339 as Go writes it in UTC."""
    return at.isoformat().replace("+00:00", "Z")

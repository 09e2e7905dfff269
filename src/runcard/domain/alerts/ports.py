"""What this room needs from outside: somebody who reads a monitoring system's payload."""

from collections.abc import Mapping, Sequence
from typing import ClassVar, Protocol

from runcard.domain.alerts.model import Signal


class Intake(Protocol):
    """Raises Invalid with `where` naming the field when the payload cannot be read."""

    kind: ClassVar[str]

    def parse(self, payload: bytes, headers: Mapping[str, str]) -> Sequence[Signal]: ...

"""The nouns of a runbook's inside: its parts, its objectives, and what kind of work it is."""

from dataclasses import dataclass
from enum import Enum

from runcard.domain.playbooks.nouns.said import TimeValue


class RunbookKind(Enum):
    """One incident type; a restore, restart or roll-back; or an alternative within a phase."""

    RUNBOOK = "runbook"
    PROCEDURE = "procedure"
    INLINE_MITIGATION = "inline-mitigation"


class SymptomForm(Enum):
    """How the signs of trouble are written."""

    BULLETS = "bullets"
    SENTENCE = "sentence"


@dataclass(frozen=True, slots=True)
class Part:
    """Diagnosis, mitigation, recovery, verification, or a part by the document's own label."""

    name: str
    line: int
    end_line: int
    fences: tuple[int, ...] = ()
    commands: int = 0
    steps: int = 0
    bullets: int = 0


@dataclass(frozen=True, slots=True)
class Objective:
    """By when it must work again; `case` tells for which way of repairing it."""

    time: TimeValue
    case: str = "any"

"""A difference in behaviour between two versions of a playbook, in one sentence each."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum


class ChangeKind(Enum):
    """What a change is about."""

    LEVEL = "level"
    CHAIN = "chain"
    CLOCK = "clock"
    TEMPLATE = "template"
    RUNBOOK = "runbook"
    PHASE = "phase"
    ROLE = "role"
    CONTACT = "contact"
    REVIEW = "review"
    WORDS = "words"


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that will go differently. `lost` means that a promise is gone, so that nobody
    should let it happen unasked."""

    kind: ChangeKind
    words: str
    lost: bool = False


@dataclass(frozen=True, slots=True)
class OfLevel:
    """A change of one level, before equal ones are said together: `one` follows a single key,
    `many` follows several."""

    key: str
    kind: ChangeKind
    one: str
    many: str
    lost: bool = False


def said_together(changes: Iterable[OfLevel]) -> list[Change]:
    """`P1 no longer pages the CTO` and the same for P2 are one sentence about both."""
    keys: dict[tuple[ChangeKind, str, str, bool], list[str]] = {}
    for each in changes:
        keys.setdefault((each.kind, each.one, each.many, each.lost), []).append(each.key)
    return [
        Change(kind, listed(of) + (one if len(of) == 1 else many), lost)
        for (kind, one, many, lost), of in keys.items()
    ]


def listed(names: Sequence[str]) -> str:
    """`P1`, `P1 and P2`, `P1, P2 and P3`."""
    *first, last = names
    return f"{', '.join(first)} and {last}" if first else last


def losses(changes: Iterable[Change]) -> tuple[Change, ...]:
    """What must not happen without a confirmation."""
    return tuple(change for change in changes if change.lost)

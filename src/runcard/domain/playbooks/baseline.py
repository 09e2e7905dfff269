"""Findings that were there before: a new check only speaks of new ones, wherever lines moved to."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from runcard.domain.playbooks.model import Finding


@dataclass(frozen=True, slots=True)
class Mark:
    """How a finding is known again: its code, and the words of the line it stands on."""

    file: str
    code: str
    words: str


def mark_of(file: str, found: Finding, lines: Sequence[str]) -> Mark:
    """The number of the line is no part of it, nor is the white space."""
    line = lines[found.line - 1] if 1 <= found.line <= len(lines) else ""
    words = " ".join(line.split())
    return Mark(file, found.code, sha256(words.encode("utf-8", "replace")).hexdigest()[:16])


def marks_of(file: str, findings: Iterable[Finding], lines: Sequence[str]) -> list[Mark]:
    """One for each finding; two alike are counted twice."""
    return [mark_of(file, found, lines) for found in findings]


def new_ones(
    file: str, findings: Sequence[Finding], lines: Sequence[str], known: Mapping[Mark, int]
) -> tuple[Finding, ...]:
    """The findings that the baseline does not cover."""
    left = Counter(known)
    kept: list[Finding] = []
    for found in findings:
        mark = mark_of(file, found, lines)
        if left[mark] > 0:
            left[mark] -= 1
        else:
            kept.append(found)
    return tuple(kept)

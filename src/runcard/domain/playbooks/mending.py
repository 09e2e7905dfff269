"""Findings that a machine may mend: only the named span of a line changes, and once is enough."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from runcard.domain.playbooks.model import Finding
from runcard.domain.playbooks.words import DAMAGE, mended

ENCODING, ANCHOR, UNTAGGED, WHOLE_LOG = "RC017", "RC021", "RC703", "RC721"
MENDABLE = (ENCODING, ANCHOR, UNTAGGED, WHOLE_LOG)
LOGS = re.compile(
    r"\b(docker(?:-compose)?|podman|kubectl|oc)\b([^\n|;&]*?\blogs)\b(?![^\n|;&]*--tail)"
)
FENCE = re.compile(r"^(\s*(?:>\s*)?(?:`{3,}|~{3,}))\s*$")


@dataclass(frozen=True, slots=True)
class Mended:
    """A document after mending, and what was changed, by line."""

    lines: tuple[str, ...]
    changes: tuple[tuple[int, str], ...]


def mend(lines: Sequence[str], findings: Iterable[Finding]) -> Mended:
    """Mend what can be mended without judgement; all other lines stay byte for byte."""
    kept = list(lines)
    changes: list[tuple[int, str]] = []
    for found in findings:
        at = found.line - 1
        if found.code == ENCODING:
            changes.extend(_mend_letters(kept))
        elif found.code in MENDABLE and at < len(kept):
            changed = _mend_line(kept[at], found)
            if changed != kept[at]:
                kept[at] = changed
                changes.append((found.line, found.code))
    return Mended(tuple(kept), tuple(sorted(set(changes))))


def _mend_letters(lines: list[str]) -> list[tuple[int, str]]:
    """Every damaged line, not only the first."""
    changes: list[tuple[int, str]] = []
    for at, line in enumerate(lines):
        if DAMAGE.search(line) and (whole := mended(line)) != line:
            lines[at] = whole
            changes.append((at + 1, ENCODING))
    return changes


def _mend_line(line: str, found: Finding) -> str:
    if found.code == ANCHOR:
        return _other_anchor(line, found)
    if found.code == UNTAGGED:
        return FENCE.sub(r"\1bash", line)
    return LOGS.sub(r"\1\2 --tail 200", line, count=1)


def _other_anchor(line: str, found: Finding) -> str:
    """The address that differs in accents or numbers only, where there is exactly one."""
    if found.columns is None or not found.fix.startswith("#"):
        return line
    first, last = found.columns[0] - 1, found.columns[1] - 1
    return line[:first] + found.fix + line[last:]

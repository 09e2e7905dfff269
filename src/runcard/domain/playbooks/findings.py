"""Kinds of findings: one stable code each, how much it matters, and the page of help about it."""

from collections.abc import Mapping
from dataclasses import dataclass

from runcard.domain.playbooks.model import Finding, Flaw, Grade

GAP = "…"


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of finding. `…` in its fix is filled in; `bad` and `good` are whole documents of
    a few lines, the first with the flaw and the second without it."""

    code: str
    grade: Grade
    flaw: Flaw
    says: str
    fix: str
    why: str
    bad: str
    good: str
    rule: str | None = None
    """The number of the command rule it carries out, such as `RB012`."""
    behind: tuple[str, ...] = ()
    """Codes that say it better: with one of them on its line, it says the same again."""
    unknown_fix: str = ""
    """What to do where nothing is known for the fix that is all gap."""


Kinds = Mapping[str, Kind]


def kinds_from(tables: Mapping[str, Mapping[str, str]]) -> dict[str, Kind]:
    """The kinds of one or more files of codes, by code."""
    return {code: _kind(code, said) for code, said in sorted(tables.items())}


def _kind(code: str, said: Mapping[str, str]) -> Kind:
    return Kind(
        code,
        Grade(said["severity"]),
        Flaw(said["class"]),
        said["says"],
        said["fix"],
        said["why"],
        said.get("bad", ""),
        said.get("good", ""),
        said.get("rule"),
        tuple(said.get("behind", "").split()),
        said.get("unknown_fix", ""),
    )


def finding(kind: Kind, line: int, about: str = "", gap: str = "") -> Finding:
    """A finding of a kind at a line; `about` says which level, phrase or person it concerns."""
    message = f"{kind.says}: {about}" if about else kind.says
    is_open = kind.fix == GAP and not gap
    fix = kind.unknown_fix if is_open else kind.fix.replace(GAP, gap or GAP)
    return Finding(kind.code, line, line, kind.grade, kind.flaw, message, fix)

"""Counts how many known defects the linter finds: `lint_account.py DEFECTS.json DOCUMENTS/`.

A finding meets a defect of its class whose place it comes within two lines of; what is missing
from a whole document has no place. Each finding meets one defect at most, and the best assignment
counts. Findings that meet nothing are listed for the eye: only a reader can tell whether they are
right.
"""

import argparse
import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from runcard.adapters.reference_works import read_linter
from runcard.domain.playbooks.model import Finding

NEAR = 2


@dataclass(frozen=True, slots=True)
class Defect:
    """One thing that is wrong with a document, as a reader wrote it down."""

    line: int
    kind: str
    why: str
    classes: frozenset[str]
    severity: str
    deep: bool
    lines: tuple[int, ...] = ()
    absent: bool = False
    outside: bool = False

    def is_met_by(self, found: Finding) -> bool:
        """Whether the class is right and the place near enough."""
        if found.flaw.value not in self.classes:
            return False
        places = (self.line, *self.lines)
        first, last = found.line - NEAR, found.end_line + NEAR
        return self.absent or any(first <= place <= last for place in places)


@dataclass(frozen=True, slots=True)
class Account:
    """Defects of one document that were met and missed, and findings that met none."""

    met: tuple[tuple[Defect, Finding], ...]
    missed: tuple[Defect, ...]
    others: tuple[Finding, ...]

    @property
    def found(self) -> tuple[Defect, ...]:
        """The defects that were met and count."""
        return tuple(defect for defect, _ in self.met if not defect.outside)


def defects_of(records: Iterable[Mapping[str, object]]) -> tuple[Defect, ...]:
    """The defects of one document as they stand in the file."""
    return tuple(_defect(record) for record in records)


def _defect(record: Mapping[str, object]) -> Defect:
    return Defect(
        line=int(str(record["line"])),
        kind=str(record["kind"]),
        why=str(record["why"]),
        classes=frozenset([str(record["class"]), *map(str, _list(record, "also_class"))]),
        severity=str(record["severity"]),
        deep=record["depth"] == "deep",
        lines=tuple(int(str(line)) for line in _list(record, "lines")),
        absent=bool(record.get("absence")),
        outside=bool(record.get("needs_outside_knowledge")),
    )


def _list(record: Mapping[str, object], name: str) -> list[object]:
    found = record.get(name, [])
    if isinstance(found, str):
        return [found]
    return list(found) if isinstance(found, list) else []


def account(findings: Sequence[Finding], defects: Sequence[Defect]) -> Account:
    """The best assignment; errors are served first, those out of reach of a program last."""
    order = sorted(defects, key=lambda one: (one.outside, one.severity != "error"))
    taken: dict[int, int] = {}
    for at in range(len(order)):
        _assign(at, order, findings, taken, set())
    met = tuple((order[at], findings[place]) for place, at in taken.items())
    served = set(taken.values())
    missed = [one for at, one in enumerate(order) if at not in served and not one.outside]
    others = [found for place, found in enumerate(findings) if place not in taken]
    return Account(
        tuple(sorted(met, key=lambda pair: pair[0].line)),
        tuple(sorted(missed, key=lambda one: one.line)),
        tuple(others),
    )


def _assign(
    at: int,
    defects: Sequence[Defect],
    findings: Sequence[Finding],
    taken: dict[int, int],
    tried: set[int],
) -> bool:
    """Give the defect a finding, moving others along a path of exchanges where needed."""
    for place, found in enumerate(findings):
        if place in tried or not defects[at].is_met_by(found):
            continue
        tried.add(place)
        if place not in taken or _assign(taken[place], defects, findings, taken, tried):
            taken[place] = at
            return True
    return False


@dataclass(frozen=True, slots=True)
class Score:
    """How many of how many."""

    met: int
    all: int

    def __str__(self) -> str:
        share = f"{100 * self.met / self.all:.1f} %" if self.all else "none to find"
        return f"{self.met} of {self.all} ({share})"


def scores(accounts: Iterable[Account]) -> dict[str, Score]:
    """Recall of all defects that count, of deep and shallow ones, and of errors."""
    found = [one for each in accounts for one in each.found]
    missed = [one for each in accounts for one in each.missed]
    return {
        name: Score(len(_of(name, found)), len(_of(name, [*found, *missed])))
        for name in ("all", "deep", "shallow", "errors")
    }


def _of(name: str, defects: Sequence[Defect]) -> list[Defect]:
    """The defects of one line of the report."""
    if name == "errors":
        return [one for one in defects if one.severity == "error"]
    return [one for one in defects if name == "all" or one.deep is (name == "deep")]


def accounts_of(
    truth: Mapping[str, object], documents: Path, today: date | None = None
) -> dict[str, Account]:
    """Lint every document of a file of defects, and compare."""
    found = {}
    for name, records in truth.items():
        document = documents / f"{name}.md"
        if document.is_file() and isinstance(records, list):
            playbook = read_linter().judged(document.read_text("utf-8"), today)
            found[name] = account(playbook.findings, defects_of(records))
    return found


def report(accounts: Mapping[str, Account], *, show: str = "") -> list[str]:
    """The figures, and on demand what was `missed` and which findings met nothing (`others`)."""
    lines: list[str] = []
    for name, each in accounts.items():
        lines.append(f"{name}: {scores([each])['all']}, {len(each.others)} findings beside")
        if "missed" in show:
            lines += [f"    missed {m.line} {m.severity} {m.kind}: {m.why}" for m in each.missed]
        if "others" in show:
            lines += [f"    beside {o.line} {o.code} {o.message[:110]}" for o in each.others]
        if "met" in show:
            lines += [f"    {d.line} {d.kind} <- {f.line} {f.code}" for d, f in each.met]
    return [*lines, *(f"{name}: {score}" for name, score in scores(accounts.values()).items())]


def main(words: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(description=str(__doc__).splitlines()[0])
    parser.add_argument("defects", type=Path, help="a file of defects by document")
    parser.add_argument("documents", type=Path, help="the folder of the documents")
    parser.add_argument("--show", default="", help="missed, others, met: one or more of them")
    parser.add_argument("--today", type=date.fromisoformat, help="judge dates as on this day")
    asked = parser.parse_args(words)
    truth = json.loads(asked.defects.read_text("utf-8"))
    accounts = accounts_of(truth, asked.documents, asked.today)
    print("\n".join(report(accounts, show=asked.show)))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

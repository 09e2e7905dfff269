"""The file of findings that are known and left out, for adopting the check on an old document."""

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from runcard.domain.playbooks.baseline import Mark, marks_of, new_ones
from runcard.interfaces.cli.checked import Checked
from runcard.interfaces.cli.errors import advised
from runcard.kernel.errors import Invalid

VERSION = 1


def write_baseline(path: Path, seen: Sequence[Checked]) -> str:
    """Keep what is found now; says how much that is."""
    marks = [mark for one in seen for mark in marks_of(one.file, one.findings, one.playbook.lines)]
    records = [
        {"file": mark.file, "code": mark.code, "words": mark.words, "count": count}
        for mark, count in sorted(Counter(marks).items(), key=lambda pair: _order(pair[0]))
    ]
    text = json.dumps({"version": VERSION, "findings": records}, ensure_ascii=False, indent=1)
    path.write_text(text + "\n", encoding="utf-8")
    return f"✓ {len(marks)} findings are known from now on: {path}"


def _order(mark: Mark) -> tuple[str, str, str]:
    return mark.file, mark.code, mark.words


def read_baseline(path: Path) -> Mapping[Mark, int]:
    """What is known. Raises Invalid for a file that is no baseline."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        return {_mark(record): int(record["count"]) for record in data["findings"]}
    except OSError as fault:
        raise _refused(f"{path} cannot be read: {fault.strerror}") from None
    except (ValueError, KeyError, TypeError):
        raise _refused(f"{path} is no baseline") from None


def _mark(record: Mapping[str, Any]) -> Mark:
    return Mark(str(record["file"]), str(record["code"]), str(record["words"]))


def _refused(words: str) -> Exception:
    return advised(Invalid(words), "Write one with --write-baseline FILE")


def without_known(seen: Sequence[Checked], known: Mapping[Mark, int]) -> list[Checked]:
    """The documents with their new findings only."""
    return [
        one.with_findings(new_ones(one.file, one.findings, one.playbook.lines, known))
        for one in seen
    ]

"""Findings as people read them: place, code, reason, the line itself with a caret, and the fix."""

from collections import Counter
from collections.abc import Iterator, Sequence

from rich.cells import cell_len

from runcard.domain.playbooks.coverage import Use
from runcard.domain.playbooks.model import Finding, Grade
from runcard.interfaces.cli.checked import Checked
from runcard.interfaces.cli.output import amount
from runcard.interfaces.cli.understood import understood

MARK = {Grade.ERROR: "✕", Grade.WARNING: "▲", Grade.INFO: "·"}
LONGEST_EXCERPT = 110
MOST_LINES_SHOWN = 40


def lines_of(one: Checked, *, only_findings: bool) -> list[str]:
    """What was understood, then each finding; or the findings alone."""
    findings = [line for found in one.findings for line in finding_lines(one, found)]
    if only_findings:
        return findings
    return [one.file, *(f"  {line}" for line in understood(one.playbook)), "", *findings, ""]


def finding_lines(one: Checked, found: Finding) -> list[str]:
    """Head, excerpt and fix."""
    column = f":{found.columns[0]}" if found.columns else ""
    place = f"{one.file}:{found.line}{column}"
    head = f"{MARK[found.grade]} {place}: {found.grade.value} {found.code} {found.message}"
    shown = list(excerpt(found, one.playbook.lines))
    return [head, *shown, *(f"      = {line}" for line in found.fix.splitlines())]


def excerpt(found: Finding, lines: Sequence[str]) -> Iterator[str]:
    """The line as it stands, and a caret under the words that are meant."""
    if not 1 <= found.line <= len(lines) or not lines[found.line - 1].strip():
        return
    text = lines[found.line - 1].replace("\t", " ")
    shown = text if len(text) <= LONGEST_EXCERPT else f"{text[:LONGEST_EXCERPT]}…"
    yield f"  {found.line:>5} | {shown}"
    first, last = found.columns or (len(text) - len(text.lstrip()) + 1, len(text) + 1)
    if first <= LONGEST_EXCERPT:
        width = cell_len(text[first - 1 : min(last - 1, LONGEST_EXCERPT)])
        yield f"        | {' ' * cell_len(text[: first - 1])}{'^' * max(width, 1)}"


def account_lines(one: Checked) -> list[str]:
    """What became of every line, and the lines that are bound to nothing."""
    unbound = one.lines(Use.UNBOUND)
    counted = (
        f"{one.file}: {len(one.account)} lines that are not blank: "
        f"{len(one.lines(Use.ELEMENT))} understood, {len(one.lines(Use.PROSE))} kept as prose, "
        f"{len(unbound)} unbound"
    )
    shown = [
        f"  {line:>5} | {one.playbook.lines[line - 1][:LONGEST_EXCERPT]}"
        for line in unbound[:MOST_LINES_SHOWN]
    ]
    left = len(unbound) - len(shown)
    return [counted, *shown, *([f"        | and {left} more"] if left else [])]


def summary(seen: Sequence[Checked]) -> str:
    """All documents in one line."""
    counted = Counter(found.grade for one in seen for found in one.findings)
    levels = sum(len(one.playbook.severities) for one in seen)
    templates = sum(len(one.playbook.templates) for one in seen)
    return (
        f"{amount(len(seen), 'file')} · {amount(levels, 'level')}, "
        f"{amount(templates, 'template')} understood · "
        f"{amount(counted[Grade.ERROR], 'error')}, {amount(counted[Grade.WARNING], 'warning')}, "
        f"{counted[Grade.INFO]} to know"
    )

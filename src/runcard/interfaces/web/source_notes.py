"""What stands beside each line of a document: what was understood there, and what was not."""

from collections.abc import Iterator
from dataclasses import dataclass

from runcard.domain.playbooks.model import Finding, Grade, Playbook, Severity, TimeValue

TONES = {Grade.ERROR: "bad", Grade.WARNING: "warn", Grade.INFO: ""}


@dataclass(frozen=True, slots=True)
class Note:
    """`Severity 1 of 4`, and softly what it promises."""

    kind: str
    value: str = ""


@dataclass(frozen=True, slots=True)
class Remark:
    """A finding beside its line."""

    finding: Finding
    tone: str


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the document with everything that is said of it."""

    number: int
    text: str
    notes: tuple[Note, ...]
    remarks: tuple[Remark, ...]


def lines_with_notes(playbook: Playbook) -> list[Line]:
    """The whole document."""
    notes: dict[int, list[Note]] = {}
    for number, note in understood(playbook):
        notes.setdefault(number, []).append(note)
    remarks: dict[int, list[Remark]] = {}
    for finding in playbook.findings:
        remarks.setdefault(finding.line, []).append(Remark(finding, TONES[finding.grade]))
    return [
        Line(number, text, tuple(notes.get(number, ())), tuple(remarks.get(number, ())))
        for number, text in enumerate(playbook.lines, start=1)
    ]


def understood(playbook: Playbook) -> Iterator[tuple[int, Note]]:
    """Every noun of the playbook, by the line it came from."""
    yield from of_severities(playbook)
    yield from of_people(playbook)
    yield from of_process(playbook)
    yield from of_words(playbook)


def of_severities(playbook: Playbook) -> Iterator[tuple[int, Note]]:
    """Levels, and the times they promise where those stand on lines of their own."""
    count = len(playbook.severities)
    for rank, severity in enumerate(playbook.severities, start=1):
        yield severity.line, Note(f"Severity {rank} of {count}", "; ".join(promised(severity)))
    for cadence in playbook.cadences:
        scope = f", {cadence.scope}" if cadence.scope else ""
        yield cadence.every.line, Note("Updates", f"{cadence.every.text}{scope}")


def promised(severity: Severity) -> Iterator[str]:
    """`respond: 30 minutes`"""
    times: tuple[tuple[str, TimeValue | None], ...] = (
        ("acknowledge", severity.acknowledge),
        ("respond", severity.response),
        ("update", severity.cadence),
        ("resolve", severity.resolution),
    )
    for name, value in times:
        if value is not None:
            yield f"{name}: {value.text}"


def of_people(playbook: Playbook) -> Iterator[tuple[int, Note]]:
    """Who is told, who does what, who can be called."""
    for chain in playbook.chains:
        for step in chain.steps:
            after = f", {step.after.text}" if step.after is not None else ""
            yield step.line, Note("Escalation", f"{step.who}{after}")
    for role in playbook.roles:
        yield role.line, Note("Role", role.name)
    for contact in playbook.contacts:
        kind = "Placeholder" if contact.placeholder else "Contact"
        yield contact.line, Note(kind, contact.label)


def of_process(playbook: Playbook) -> Iterator[tuple[int, Note]]:
    """Phases, their items, and runbooks."""
    for phase in playbook.phases:
        yield phase.line, Note("Phase", phase.timebox.text if phase.timebox is not None else "")
        for number, item in enumerate(phase.items, start=1):
            yield item.line, Note(f"Step {number} of {len(phase.items)}")
    for runbook in playbook.runbooks:
        yield runbook.line, Note("Runbook", runbook.title)


def of_words(playbook: Playbook) -> Iterator[tuple[int, Note]]:
    """Templates, and what is owed afterwards."""
    for template in playbook.templates:
        fills = ", ".join(gap.token for gap in template.placeholders)
        yield template.line, Note(f"Template, {template.name}", fills)
    for deadline in playbook.review.deadlines:
        yield deadline.within.line, Note("Review", f"within {deadline.within.text}")
    if playbook.review.template is not None:
        yield playbook.review.template.line, Note("Review template", "drafted when resolved")
    if playbook.monitoring is not None:
        yield playbook.monitoring.line, Note("Monitoring", playbook.monitoring.text)

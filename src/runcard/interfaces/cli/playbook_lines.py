"""A compiled playbook as lines for people: each thing with the file and line it comes from."""

from collections.abc import Iterable, Iterator

from runcard.domain.playbooks.model import Playbook, Runbook, Severity, TimeValue
from runcard.interfaces.cli.output import columns

Row = tuple[str, int | None]


def lines_of(playbook: Playbook, file: str) -> list[str]:
    """Everything, in the order in which an incident needs it; what is not there is left out."""
    found = [f"{playbook.title or 'No title'}  {placed(file, playbook.title_line)}".rstrip()]
    for heading, rows in groups(playbook):
        shown = [(words, placed(file, line)) for words, line in rows]
        if shown:
            found += ["", f"{heading}:", *columns(shown, indent="  ")]
    return found


def placed(file: str, line: int | None) -> str:
    return "" if line is None else f"{file}:{line}"


def groups(playbook: Playbook) -> Iterator[tuple[str, Iterable[Row]]]:
    yield "About", ((f"{key}: {text.text}", text.line) for key, text in playbook.meta.items())
    yield "Levels, the worst first", (row for one in playbook.severities for row in level(one))
    yield "Updates", updates(playbook)
    yield "Escalation", escalation(playbook)
    yield "Roles", ((f"{one.name}, {len(one.duties)} duties", one.line) for one in playbook.roles)
    yield "Contacts", contacts(playbook)
    yield "Duty hours", hours(playbook)
    yield "Phases", phases(playbook)
    yield "Runbooks", (row for one in playbook.runbooks for row in runbook(one))
    yield "Templates", templates(playbook)
    yield "Reviews", reviews(playbook)
    yield "Drills", ((f"{one.what}: {one.every.text}", one.every.line) for one in playbook.drills)
    yield "Fences", fences(playbook)
    yield "Links", ((f"{one.target} ({one.kind.value})", one.line) for one in playbook.links)


def level(one: Severity) -> Iterator[Row]:
    yield f"{one.key} {one.name or ''}".strip(), one.line
    times = {
        "acknowledge": one.acknowledge, "respond": one.response, "resolve": one.resolution,
        "update": one.cadence, "update outsiders": one.cadence_external,
    }  # fmt: skip
    for name, time in times.items():
        if time is not None:
            yield f"  {name}: {time.text}{meant(time)}", time.line
    yield from ((f"  tell {told.text}", told.line) for told in one.escalation)


def meant(time: TimeValue) -> str:
    """Where the words are no number of seconds, what they were read as."""
    return f" [{time.calendar}]" if time.calendar is not None else ""


def updates(playbook: Playbook) -> Iterator[Row]:
    for one in playbook.cadences:
        yield f"{', '.join(one.keys) or one.scope or 'all'}: {one.every.text}", one.every.line


def escalation(playbook: Playbook) -> Iterator[Row]:
    for chain in playbook.chains:
        for step in chain.steps:
            yield f"{step.who}{f' ({step.condition})' if step.condition else ''}", step.line
    yield from ((f"at once when: {one.text}", one.line) for one in playbook.triggers)


def contacts(playbook: Playbook) -> Iterator[Row]:
    for one in playbook.contacts:
        gap = ", to be filled in" if one.placeholder else ""
        yield f"{one.label}: {one.value} ({one.kind}{gap})", one.line


def hours(playbook: Playbook) -> Iterator[Row]:
    if playbook.hours is not None:
        zone = playbook.hours.timezone
        yield from ((entry, playbook.hours.first_line) for entry in playbook.hours.entries)
        yield (f"time zone: {zone}" if zone else "time zone: not said"), playbook.hours.line


def phases(playbook: Playbook) -> Iterator[Row]:
    for one in playbook.phases:
        time = f" ({one.timebox.text})" if one.timebox else ""
        yield f"{one.title}{time}, {len(one.items)} items", one.line


def runbook(one: Runbook) -> Iterator[Row]:
    yield f"{one.title} ({one.kind.value}), {len(one.symptoms)} symptoms", one.line
    for part in one.parts:
        yield f"  {part.name}: {part.commands} commands, {part.steps} steps", part.line
    for objective in one.rto:
        yield f"  back within: {objective.time.text} ({objective.case})", objective.time.line


def templates(playbook: Playbook) -> Iterator[Row]:
    for one in playbook.templates:
        yield f"{one.name} (to: {one.audience}), {len(one.placeholders)} to fill in", one.line


def reviews(playbook: Playbook) -> Iterator[Row]:
    review = playbook.review
    for one in review.deadlines:
        yield f"{', '.join(one.keys) or 'all'}: {one.within.text}", one.within.line
    if review.template is not None:
        yield f"form with {len(review.template.sections)} sections", review.template.line
    yield from ((f"agenda: {point.title}", point.line) for point in review.agenda)


def fences(playbook: Playbook) -> Iterator[Row]:
    for one in playbook.fences:
        yield f"{one.kind.value}, {one.commands} commands", one.line

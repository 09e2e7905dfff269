"""What was understood of a document, as lines with the place each thing came from."""

from collections.abc import Iterator, Sequence

from runcard.domain.playbooks.messages.cadences import driving_cadence
from runcard.domain.playbooks.model import (
    ChainStep,
    EscalationChain,
    Playbook,
    ReviewDeadline,
    ReviewRules,
    Severity,
    TimeValue,
)
from runcard.domain.playbooks.promises import cadence_of_document
from runcard.interfaces.cli.output import columns

NOT_SAID = "not said"
# Clocks without which a level keeps nobody to anything: that none is said is told too.
ALWAYS_SHOWN = ("respond", "update every")
Row = tuple[str, str]


def understood(playbook: Playbook) -> list[str]:
    """The card in a few lines: levels, people, words, and what comes afterwards."""
    title = playbook.title or "no title found"
    return [
        placed(f"Title: {title}", playbook.title_line),
        *level_lines(playbook),
        *listed("Called", called(playbook)),
        *listed("Told every", told(playbook)),
        *listed("Roles", [(role.name, f"L{role.line}") for role in playbook.roles]),
        *listed("Contacts", contacts(playbook)),
        *listed("Phases", [(phase.title, f"L{phase.line}") for phase in playbook.phases]),
        *listed("Runbooks", [(book.title, f"L{book.line}") for book in playbook.runbooks]),
        *listed("Templates", templates(playbook)),
        *listed("Afterwards", afterwards(playbook.monitoring, playbook.review)),
    ]


def placed(words: str, line: int | None) -> str:
    return words if line is None else f"{words}  L{line}"


def listed(name: str, rows: Sequence[Row]) -> list[str]:
    """A heading with its rows; what was not found is said in the same place."""
    if not rows:
        return [f"{name}: {NOT_SAID}"]
    return [f"{name}:", *columns(rows, indent="  ")]


def level_lines(playbook: Playbook) -> list[str]:
    if not playbook.severities:
        return ["Levels: none found; headings, tables, lists and bold lines were looked at"]
    clocks = {
        "acknowledge": [level.acknowledge for level in playbook.severities],
        "respond": [level.response for level in playbook.severities],
        "resolve": [level.resolution for level in playbook.severities],
        "update every": [updated(playbook, level) for level in playbook.severities],
    }
    shown = {name: said for name, said in clocks.items() if name in ALWAYS_SHOWN or any(said)}
    rows = [
        (
            f"{level.key} {level.name or ''}".strip(),
            *(spoken_time(said[at]) for said in shown.values()),
            f"L{level.line}",
        )
        for at, level in enumerate(playbook.severities)
    ]
    head = ("", *shown, "")
    return ["Levels, the worst first:", *columns([head, *rows], indent="  ")]


def updated(playbook: Playbook, level: Severity) -> TimeValue | None:
    """How often people hear of a level, wherever the document says so of it by name."""
    said = driving_cadence(playbook.cadences, level)
    return said or cadence_of_document(playbook, level, is_paged=False)


def spoken_time(value: TimeValue | None) -> str:
    return NOT_SAID if value is None else value.text


def called(playbook: Playbook) -> list[Row]:
    chain = [
        (f"{for_levels(chain)}{step.who}{when(step)}", f"L{step.line}")
        for chain in playbook.chains
        for step in chain.steps
    ]
    by_level = [
        (f"{level.key}: {name.text}", f"L{name.line}")
        for level in playbook.severities
        for name in level.escalation
    ]
    return chain + by_level


def for_levels(chain: EscalationChain) -> str:
    """The levels a chain is for, where it is not for all."""
    return f"{', '.join(chain.keys)}: " if chain.keys else ""


def when(step: ChainStep) -> str:
    """The condition in the document's words, which hold the time; else the time alone."""
    words = step.condition or (step.after.text if step.after else "")
    return f" ({words.strip(' ,;:')})" if words else ""


def told(playbook: Playbook) -> list[Row]:
    return [
        (f"{', '.join(said.keys) or 'all levels'}: {said.every.text}", f"L{said.every.line}")
        for said in playbook.cadences
    ]


def contacts(playbook: Playbook) -> list[Row]:
    return [
        (f"{c.label}: {'▲ placeholder' if c.placeholder else c.value}", f"L{c.line}")
        for c in playbook.contacts
    ]


def templates(playbook: Playbook) -> list[Row]:
    return [
        (f"{one.name} (to: {one.audience}{moment(one.moment)})", f"L{one.line}")
        for one in playbook.templates
    ]


def moment(words: str | None) -> str:
    return f", {words}" if words else ""


def due(deadline: ReviewDeadline) -> str:
    """When a review is due, and that it may be left out."""
    within = deadline.within
    if not deadline.optional:
        return within.text
    return f"{within.text} (optional)" if within.seconds or within.calendar else "optional"


def afterwards(monitoring: TimeValue | None, review: ReviewRules) -> list[Row]:
    return list(_afterwards(monitoring, review))


def _afterwards(monitoring: TimeValue | None, review: ReviewRules) -> Iterator[Row]:
    if monitoring:
        yield f"watch: {monitoring.text}", f"L{monitoring.line}"
    for deadline in review.deadlines:
        keys = ", ".join(deadline.keys) or "all levels"
        yield f"review for {keys}: {due(deadline)}", f"L{deadline.within.line}"
    if review.template:
        sections = len(review.template.sections)
        yield f"review template with {sections} sections", f"L{review.template.line}"

"""An incident as lines for a terminal: the fact, the place, the next action."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from runcard.interfaces.cli.output import columns
from runcard.kernel.spans import spoken
from runcard.ledgers.timeline.render import way_in_words

CLOCKS = {
    "acknowledge": "Acknowledge",
    "respond": "Respond",
    "update": "Update",
    "monitoring": "Monitoring ends",
    "review": "Review",
}
NOTHING_OPEN = "✓ Nothing is open"


def when(text: str) -> datetime:
    """A moment of the API."""
    return datetime.fromisoformat(text)


def moment(text: str | None) -> str:
    """The time here, and the same in UTC, as a tired person needs both."""
    if text is None:
        return "not yet"
    there = when(text)
    here = there.astimezone()
    if here.utcoffset() == there.utcoffset():
        return f"{there:%Y-%m-%d %H:%M:%S} UTC"
    return f"{here:%Y-%m-%d %H:%M:%S %Z} ({there:%H:%M} UTC)"


def board_lines(rows: Sequence[Any], mend: Sequence[str]) -> list[str]:
    """The open incidents in columns, then what is to be mended."""
    table = [board_row(row) for row in rows]
    return [*(columns(table) or [NOTHING_OPEN]), *(f"▲ {fault}" for fault in mend)]


def board_row(row: Any) -> list[str]:
    incident = row["incident"]
    unsure = " (not confirmed)" if incident["provisional"] else ""
    clock = row["next_clock"]
    has_it = incident["acknowledged_by"] or "nobody yet"
    return [
        incident["name"],
        row["severity_name"] + unsure,
        incident["status"],
        has_it,
        clock_words(clock, opened=incident["opened_at"]) if clock else "",
        incident["title"],
    ]


def clock_words(clock: Any, now: str | None = None, opened: str | None = None) -> str:
    """`Update due 03:25 UTC`, with how long is left where the time is known. `Immediate` is now,
    and afterwards as long as it took: nobody can keep it to the second."""
    name, met = CLOCKS.get(clock["kind"], clock["kind"]), clock["met_at"]
    if opened is not None and clock["due_at"] == opened:
        return f"{name} now" if met is None else f"{name} after {spoken(when(met) - when(opened))}"
    if met is not None:
        return f"{name} {'kept' if clock['kept'] else 'late'}"
    due = f"{name} due {when(clock['due_at']):%Y-%m-%d %H:%M} UTC"
    if now is None:
        return f"{due}, overdue" if clock["overdue"] else due
    left = when(clock["due_at"]) - when(now)
    return f"{due}, {'overdue by' if clock['overdue'] else 'in'} {spoken(left)}"


def briefing_lines(briefing: Any) -> list[str]:
    return list(briefing_parts(briefing))


def briefing_parts(briefing: Any) -> Iterator[str]:
    """What it is, its clocks, what to do, who was paged, what was drafted."""
    incident = briefing["incident"]
    yield f"{incident['name']} · {briefing['severity_name']} · {incident['title']}"
    yield f"  {incident['status']}, opened {moment(incident['opened_at'])}"
    yield from severity_lines(incident)
    holder = incident["commander"] or incident["acknowledged_by"]
    yield f"  In charge: {holder or 'nobody yet'}"
    yield from clock_lines(briefing)
    yield from next_lines(briefing)
    yield from page_lines(briefing["pages"])
    yield from draft_lines(briefing["drafts"])
    if briefing["review"]:
        yield "Review drafted:"
        yield from (f"  {line}" for line in briefing["review"]["text"].splitlines())


def severity_lines(incident: Any) -> Iterator[str]:
    line = f", line {incident['why_line']}" if incident["why_line"] else ""
    if incident["provisional"]:
        yield f"  ▲ Severity not confirmed: {incident['why']}{line}"
    else:
        yield f"  Severity because {incident['why']}{line}"


def clock_lines(briefing: Any) -> list[str]:
    rows = [
        (
            clock_words(clock, briefing["now"], briefing["incident"]["opened_at"]),
            clock["promise"],
            clock["mark"]["text"],
        )
        for clock in briefing["clocks"]
    ]
    return ["Clocks", *columns(rows, indent="  ")] if rows else []


def next_lines(briefing: Any) -> Iterator[str]:
    step, ahead = briefing["next_step"], briefing["ahead"]
    if step:
        phase = f"{step['phase']}: " if step["phase"] else ""
        yield f"Do next: {phase}{step['text']} ({step['mark']['text']})"
    if ahead:
        yield f"If nobody acts: {ahead['text']}"


def page_lines(pages: Sequence[Any]) -> list[str]:
    rows = [
        (
            page["person"],
            page["state"],
            f"paged {moment(page['asked_at'])}",
            ", ".join(map(attempt_line, page["attempts"])) or turn_line(page.get("waits_until")),
        )
        for page in pages
    ]
    return ["Pages", *columns(rows, indent="  ")] if rows else []


def turn_line(waits_until: str | None) -> str:
    return f"told at {moment(waits_until)}, with what comes until then" if waits_until else ""


def attempt_line(attempt: Any) -> str:
    return f"{way_in_words(attempt['way'])}: {attempt['outcome'] or 'on its way'}"


def draft_lines(drafts: Sequence[Any]) -> Iterator[str]:
    for draft in drafts:
        blanks = ", ".join(dict.fromkeys(gap["token"] for gap in draft["gaps"]))
        wants = f"; blanks: {blanks}" if blanks else ""
        yield f"Draft {draft['template']} ({draft['mark']['text']}{wants})"


def timeline_lines(entries: Sequence[Any]) -> list[str]:
    return columns(
        [(moment(entry["at"]), entry["word"], entry["by"], entry["sentence"]) for entry in entries]
    )

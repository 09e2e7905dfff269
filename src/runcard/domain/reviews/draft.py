"""The first draft of a review: the document's own form, with the real story under its timeline."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from runcard.domain.comms.facts import Facts
from runcard.domain.comms.fill import Form, fill
from runcard.domain.people.zones import zone_named
from runcard.domain.playbooks import defaults
from runcard.domain.playbooks.card import Card
from runcard.domain.playbooks.words import folded
from runcard.kernel.lines import one_line

HEADING = re.compile(r"^\s{0,3}(#{1,6})\s+(.*)$|^\s*\*\*([^*]+)\*\*:?\s*$")
TIMELINE = re.compile(
    r"\btime ?line\b|\bchronolog\w*|\bcronolog\w*|\bverlauf\b|\bablauf\b|\bzeitlicher\b"
    r"|\bzeitleiste\b|\bd[ée]roul[ée]|\bl[íi]nea de tiempo|\blinha do tempo|\btijdlijn|\btijdslijn"
    r"|\bхронолог\w*|时间线|时间轴|時間軸|经过|タイムライン|時系列|経過|타임라인"
    r"|경과|zaman çizelgesi",
)
SAMPLE = re.compile(r"^\s*(?:[-*+]|\d+[.)])\s|^\s*(?:[\[<{(]?\s*(?:HH|XX|\d\d|T\+))", re.IGNORECASE)
ROW = re.compile(r"^\s*\|")
RULE = re.compile(r"^\s*\|?[\s:|-]+\|?\s*$")
NOT_YOURS = "_This form is not from your document; add one under its post-mortem section._"
SETTLED = frozenset({
    "severity", "title", "description", "services", "started_at", "detected_at", "resolved_at",
    "date", "duration", "incident_number", "incident_commander", "technical_lead",
})  # fmt: skip
"""What is no matter of opinion once it is over. Causes, actions and owners are for people."""
IN_UTC = re.compile(r"\b(?:utc|gmt)\b", re.IGNORECASE)
OUR_TIMELINE = "## Timeline"


@dataclass(frozen=True, slots=True)
class ReviewFacts:
    """What is known when an incident is over; `story` is when and what, oldest first."""

    facts: Facts
    story: tuple[tuple[datetime, str], ...]


def draft_review(card: Card, known: ReviewFacts) -> str:
    """Markdown. Every section of the form is kept, every unknown token stays in sight."""
    own = card.playbook.review.template
    template = own or defaults.own_review_template()
    asked = [one for one in template.placeholders if one.field in SETTLED]
    form = Form(template.text, template.text_line, asked)
    lines = fill(form, known.facts).text.split("\n")
    place = timeline_of(form.text.split("\n"))
    if place is None:
        lines += ["", OUR_TIMELINE, "", *real_lines(known, ())]
    else:
        start, end = place
        sample = form.text.split("\n")[start:end]
        known = in_zone_of(lines[start - 1], known)
        lines = [*lines[:start], *with_real_lines(sample, known), *lines[end:]]
    note = [] if own is not None else ["", NOT_YOURS]
    return "\n".join(["\n".join(lines).rstrip(), *note]) + "\n"


def in_zone_of(heading: str, known: ReviewFacts) -> ReviewFacts:
    """`Timeline (All times in UTC)` is kept to."""
    if IN_UTC.search(heading) is None:
        return known
    return replace(known, facts=replace(known.facts, zone="UTC"))


def timeline_of(lines: Sequence[str]) -> tuple[int, int] | None:
    """Where the lines under the timeline's heading begin and end."""
    at = next((at for at, line in enumerate(lines) if is_timeline(line)), None)
    return None if at is None else (at + 1, next_heading(lines, at + 1))


def is_timeline(line: str) -> bool:
    found = HEADING.match(line)
    title = "" if found is None else found.group(2) or found.group(3) or ""
    return TIMELINE.search(folded(title)) is not None


def next_heading(lines: Sequence[str], start: int) -> int:
    later = (at for at in range(start, len(lines)) if HEADING.match(lines[at]))
    return next(later, len(lines))


def with_real_lines(sample: Sequence[str], known: ReviewFacts) -> list[str]:
    """The form's sample lines give way to the real ones; its prose stays."""
    table = [line for line in sample if ROW.match(line)]
    if table:
        return with_real_rows(sample, known)
    kept = [line for line in sample if not SAMPLE.match(line)]
    lead = kept[: leading(sample)]
    rest = [line for line in kept[len(lead) :] if line.strip()]
    return [*(lead or [""]), *real_lines(known, sample), *(["", *rest] if rest else []), ""]


def leading(sample: Sequence[str]) -> int:
    """How many lines stand before the first sample."""
    return next((at for at, line in enumerate(sample) if SAMPLE.match(line)), len(sample))


def with_real_rows(sample: Sequence[str], known: ReviewFacts) -> list[str]:
    """A table keeps its head; its rows become the real ones."""
    rule = next((at for at, line in enumerate(sample) if RULE.match(line) and "-" in line), None)
    if rule is None:
        return ["", *real_lines(known, ()), ""]
    columns = max(2, sample[rule].strip().strip("|").count("|") + 1)
    rows = [
        "| " + " | ".join([at, said.replace("|", "\\|"), *[""] * (columns - 2)]) + " |"
        for at, said in told(known)
    ]
    behind = [line for line in sample[rule + 1 :] if not ROW.match(line)]
    return [*sample[: rule + 1], *rows, *behind]


def real_lines(known: ReviewFacts, sample: Sequence[str]) -> list[str]:
    """`- 03:01 - what happened`, in the form's own bullet."""
    bullets = [line.strip()[0] for line in sample if re.match(r"\s*[-*+]\s", line)]
    bullet = bullets[0] if bullets else "-"
    return [f"{bullet} {at} - {said}" for at, said in told(known)]


def told(known: ReviewFacts) -> list[tuple[str, str]]:
    """Each moment in the team's zone, with its date where the day changes."""
    zone = zone_named(known.facts.zone)
    lines, day = list[tuple[str, str]](), known.facts.started_at.astimezone(zone).date()
    for at, said in known.story:
        local = at.astimezone(zone)
        form = "%H:%M" if local.date() == day else "%Y-%m-%d %H:%M"
        lines.append((f"{local:{form}}", one_line(said)))
        day = local.date()
    return lines

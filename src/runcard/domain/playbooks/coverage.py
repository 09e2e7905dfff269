"""What became of every line: part of an element, prose under its heading, or unbound."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from runcard.domain.playbooks.model import Playbook, Runbook, Severity, Text, TimeValue
from runcard.domain.playbooks.nouns.appendix import FenceKind
from runcard.domain.playbooks.page.checkboxes import BOX

# What these say is shown and read by nobody.
UNREAD = {FenceKind.CONFIG, FenceKind.NOTE, FenceKind.COMMENTS, FenceKind.POINTER}
Span = tuple[int, int, str]
INTRODUCES = re.compile(r"[:：](?:\*\*|__)?$|^(?:\*\*|__)[^*]{1,120}(?:\*\*|__)[:：]?$")
RULE = re.compile(r"^\s*(?:\|?[\s:|-]*-{2,}[\s:|-]*\|?|={3,}|\*{3,}|_{3,})\s*$")


class Use(Enum):
    """Three ways for a line to be kept; only the first is understanding."""

    ELEMENT = "element"
    PROSE = "prose"
    UNBOUND = "unbound"


@dataclass(frozen=True, slots=True)
class LineUse:
    """One line that is not blank; `what` names the element, or the heading it stands under."""

    line: int
    use: Use
    what: str


def coverage(playbook: Playbook) -> tuple[LineUse, ...]:
    """Every non-blank line, in order; the first element that claims a line names it."""
    claimed: dict[int, str] = {}
    for first, last, what in _spans(playbook):
        for line in range(max(1, first), min(last, len(playbook.lines)) + 1):
            claimed.setdefault(line, what)
    _claim_labels(playbook.lines, claimed)
    return tuple(_uses(playbook, claimed))


def _claim_labels(lines: Sequence[str], claimed: dict[int, str]) -> None:
    """A line that only introduces an element belongs to it."""
    following: str | None = None
    for number in range(len(lines), 0, -1):
        text = lines[number - 1].strip()
        if not text:
            continue
        if number not in claimed and following is not None and INTRODUCES.search(text):
            claimed[number] = following
        following = claimed.get(number)


def _uses(playbook: Playbook, claimed: dict[int, str]) -> Iterator[LineUse]:
    headings = {one.line: one.text for one in playbook.headings}
    heading: str | None = None
    for number, text in enumerate(playbook.lines, 1):
        heading = headings.get(number, heading)
        if not text.strip():
            continue
        if number in claimed:
            yield LineUse(number, Use.ELEMENT, claimed[number])
        elif number in headings or RULE.match(text):
            yield LineUse(number, Use.ELEMENT, "heading" if number in headings else "rule")
        elif heading is not None:
            yield LineUse(number, Use.PROSE, heading)
        else:
            yield LineUse(number, Use.UNBOUND, "before the first heading")


def _spans(playbook: Playbook) -> Iterator[Span]:
    yield from _of_people(playbook)
    yield from _of_work(playbook)
    yield from _of_words(playbook)
    for level in playbook.severities:
        yield from _of_level(level)
    yield from _of_the_page(playbook)


def _of_the_page(playbook: Playbook) -> Iterator[Span]:
    """What stands on the page itself: fences, boxes, links, and what it says of itself."""
    read = (one for one in playbook.fences if one.kind not in UNREAD)
    yield from ((one.line, one.end, f"fence: {one.kind.value}") for one in read)
    yield from (_text(text, f"meta: {key}") for key, text in playbook.meta.items())
    places = {"title": playbook.title_line, "severities": playbook.severity_line}
    yield from ((line, line, what) for what, line in places.items() if line is not None)
    boxes = (number for number, line in enumerate(playbook.lines, 1) if BOX.match(line))
    yield from ((number, number, "check box") for number in boxes)
    yield from ((link.line, link.line, "link") for link in playbook.links)


def _of_level(level: Severity) -> Iterator[Span]:
    what = f"severity {level.key}"
    yield level.line, level.line, what
    times = (level.response, level.acknowledge, level.resolution, level.cadence,
             level.cadence_external)  # fmt: skip
    yield from (_time(time, what) for time in times if time is not None)
    texts = (level.definition, level.communication, level.action)
    yield from (_text(text, what) for text in texts if text is not None)
    yield from (_text(text, what) for text in (*level.examples, *level.escalation))


def _time(time: TimeValue, what: str) -> Span:
    return time.line, time.line, what


def _text(text: Text, what: str) -> Span:
    return text.line, text.end_line or text.line, what


def _of_people(playbook: Playbook) -> Iterator[Span]:
    yield from (_time(one.every, "cadence") for one in playbook.cadences)
    for chain in playbook.chains:
        yield chain.line, chain.line, "escalation"
        yield from ((step.line, step.line, "escalation") for step in chain.steps)
    yield from (_text(one, "escalation trigger") for one in playbook.triggers)
    for role in playbook.roles:
        last = max([role.line, role.end_line or 0, *(duty.line for duty in role.duties)])
        yield role.line, last, f"role {role.name}"
    yield from ((one.line, one.line, "contact") for one in playbook.contacts)
    if playbook.hours is not None:
        yield playbook.hours.first_line, playbook.hours.last_line, "duty hours"
    if playbook.war_room is not None:
        yield playbook.war_room.line, playbook.war_room.end_line, "war room"


def _of_work(playbook: Playbook) -> Iterator[Span]:
    for phase in playbook.phases:
        yield phase.line, phase.line, f"phase {phase.title}"
        yield from ((item.line, item.line, f"phase {phase.title}") for item in phase.items)
    for book in playbook.runbooks:
        yield from _of_runbook(book)
    yield from (_time(one.every, "drill") for one in playbook.drills)
    if playbook.monitoring is not None:
        yield _time(playbook.monitoring, "monitoring period")


def _of_runbook(book: Runbook) -> Iterator[Span]:
    what = f"runbook {book.title}"
    yield book.line, book.line, what
    yield from (_text(one, what) for one in book.symptoms)
    yield from ((part.line, part.end_line, what) for part in book.parts)
    yield from (_time(one.time, what) for one in book.rto)
    yield from (_time(one, what) for one in (book.rpo, book.impact) if one is not None)
    yield from (_text(one, what) for one in (book.note, book.condition) if one is not None)
    if book.severity_line is not None:
        yield book.severity_line, book.severity_line, what


def _of_words(playbook: Playbook) -> Iterator[Span]:
    for one in playbook.templates:
        last = one.text_line + one.text.count("\n")
        yield one.text_line, last, f"template {one.title}"
        if one.deadline is not None:
            yield _time(one.deadline, f"template {one.title}")
    review = playbook.review
    yield from (_time(one.within, "review deadline") for one in review.deadlines)
    yield from ((one.line, one.line, "agenda") for one in review.agenda)
    if review.template is not None:
        first = review.template.text_line
        yield first, first + review.template.text.count("\n"), "review template"
    if playbook.action_form is not None:
        yield playbook.action_form.line, playbook.action_form.line, "action item form"

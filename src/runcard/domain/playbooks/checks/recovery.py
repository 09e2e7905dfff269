"""Objectives of recovery: how long, how much may be lost, and whether the document can keep it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from runcard.domain.playbooks.facts import Facts
from runcard.domain.playbooks.model import Finding, Playbook, Runbook
from runcard.domain.playbooks.page.blocks import Fence, Section, Table, fences, items, tables
from runcard.domain.playbooks.times.grammar import spans_in
from runcard.domain.playbooks.words import folded, untitled

WAIT = re.compile(r"^\s*(?:sleep|timeout /t)\s+(\d+)\s*(m|h)?\b|Start-Sleep\s+(?:-s\w*\s+)?(\d+)")
WORD = re.compile(r"[^\W\d_]{4,}")
DAY = 86400
ALERT = re.compile(r"^\W*(?:[A-Z][a-z0-9]+){2,}\W*$|^\W*[A-Z]+(?:[-_][A-Z]+)+\W*$")
PROCEDURE = re.compile(
    r"\bprocedure\b|^\W*(?:\w{0,3}[\d.]+[.:)]?\s+)?(?:move|load|backfill|restore|restoring|rebuild"
    r"|rotate|switch|restaurar|restaurer|restablecer)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Objective:
    """A line that says how long recovery takes, or how much may be lost."""

    line: int
    text: str
    seconds: int


def check(playbook: Playbook, facts: Facts) -> Iterator[Finding]:
    """What is wrong with the objectives of recovery."""
    yield from _shorter_than_waits(playbook, facts)
    yield from _missing_beside_others(playbook, facts)
    yield from _no_figure(facts)
    yield from _no_backup_for(facts)
    yield from _targets_of_nothing(playbook, facts)
    yield from _lacking_parts(playbook, facts)


def _under(runbook: Runbook, facts: Facts) -> tuple[Section, ...]:
    section = facts.section_at(runbook.line)
    return facts.page.under(section) if section is not None else ()


def _objectives(facts: Facts, sections: tuple[Section, ...], concept: str) -> list[Objective]:
    return [
        Objective(said.line, said.text, max(seconds))
        for section in sections
        for said in facts.said_in(section)
        if facts.speaks("objectives", said.text) & {concept}
        if (seconds := [s.seconds for s in spans_in(said.text, facts.words) if s.seconds])
    ]


def _shorter_than_waits(playbook: Playbook, facts: Facts) -> Iterator[Finding]:
    """The pauses a runbook prescribes are longer than the time it promises."""
    for runbook in playbook.runbooks:
        sections = _under(runbook, facts)
        waits = sum(_waits(fence) for section in sections for fence in fences(section))
        for objective in _objectives(facts, sections, "rto")[:1]:
            if waits > objective.seconds:
                about = f"“{objective.text}”, and the steps wait {waits // 60} min {waits % 60} s"
                yield facts.finding("RC621", objective.line, about)


def _waits(fence: Fence) -> int:
    total = 0
    for text in fence.lines:
        found = WAIT.search(text[:400])
        if found is not None:
            number = int((found.group(1) or found.group(3))[:6])
            total += number * {"m": 60, "h": 3600}.get(found.group(2) or "", 1)
    return total


def _missing_beside_others(playbook: Playbook, facts: Facts) -> Iterator[Finding]:
    """Most runbooks say how long they take; this one does not."""
    told: list[Runbook] = []
    silent: list[Runbook] = []
    for runbook in playbook.runbooks:
        spoken = any(
            facts.speaks("objectives", said.text) & {"rto"}
            for section in _under(runbook, facts)
            for said in facts.said_in(section)
        )
        (told if spoken else silent).append(runbook)
    if told and len(told) * 2 >= len(told) + len(silent):
        for runbook in silent:
            yield facts.finding("RC622", runbook.line, runbook.title)


def _no_figure(facts: Facts) -> Iterator[Finding]:
    """`Recovery time: variable`."""
    for said in facts.said:
        if facts.speaks("objectives", said.text) & {"rto", "rpo"}:
            word = facts.word("objectives", "no_figure", said.text)
            if word is not None and not spans_in(said.text, facts.words):
                yield facts.marked(facts.finding("RC623", said.line, f"“{word}”"), word)


def _no_backup_for(facts: Facts) -> Iterator[Finding]:
    """So little may be lost, and no backup in the document is taken so often."""
    sections = tuple(one for one in facts.page.sections if not _is_about_people(one, facts))
    promised = [
        one
        for one in (
            *_objectives(facts, sections, "rpo"),
            *_nothing_lost(facts, sections),
            *_in_tables(facts, sections),
        )
        if one.seconds <= DAY
    ]
    if not promised:
        return
    taken = [
        span.seconds
        for said in facts.said
        if facts.speaks("objectives", said.text) & {"backup"}
        for span in spans_in(said.text, facts.words)
        if span.seconds and (span.is_period or span.seconds == DAY)
    ]
    taken += [
        DAY for said in facts.said if facts.speaks("objectives", said.text) >= {"backup", "nightly"}
    ]
    streamed = any(facts.speaks("objectives", line) & {"streamed"} for line in facts.page.lines)
    for one in promised:
        if not streamed and (not taken or min(taken) > one.seconds):
            about = f"“{one.text}”"
            yield facts.finding("RC624", one.line, about)


def _nothing_lost(facts: Facts, sections: Sequence[Section]) -> Iterator[Objective]:
    """`RPO: zero`."""
    for said in (one for section in sections for one in facts.said_in(section)):
        label, colon, value = said.text.partition(":")
        if not colon or "rpo" not in facts.speaks("objectives", label):
            continue
        if facts.speaks("objectives", value) & {"zero"} or value.strip(" .*") == "0":
            yield Objective(said.line, said.text, 0)


def _is_about_people(section: Section, facts: Facts) -> bool:
    """Loss of data as a reason to call somebody, or as the mark of a level, is no promise."""
    people = {"escalation", "triggers", "contacts", "severity", "roles"}
    return bool(facts.about(section) & people)


def _in_tables(facts: Facts, sections: Sequence[Section]) -> Iterator[Objective]:
    """A column for how much may be lost."""
    for section in sections:
        for table in tables(section):
            at = _column(table, "rpo", facts)
            if at is None:
                continue
            for row in table.rows:
                cell = row.cells[at] if at < len(row.cells) else ""
                seconds = [span.seconds for span in spans_in(cell, facts.words) if span.seconds]
                if seconds:
                    yield Objective(row.line, f"{row.cells[0]}: {cell}", max(seconds))


def _column(table: Table, concept: str, facts: Facts) -> int | None:
    for at, cell in enumerate(table.head.cells):
        if at and facts.speaks("objectives", cell) & {concept}:
            return at
    return None


def _targets_of_nothing(playbook: Playbook, facts: Facts) -> Iterator[Finding]:
    """A table of targets whose scenarios are no runbook of the document."""
    titles = [frozenset(WORD.findall(folded(book.title))) for book in playbook.runbooks]
    if not titles:
        return
    for section in facts.page.sections:
        for table in tables(section):
            at = _column(table, "rto", facts)
            if at is None or len(table.rows) < 2:
                continue
            rows = [
                frozenset(WORD.findall(folded(row.cells[0]))) for row in table.rows if row.cells
            ]
            if not any(len(row & title) >= 2 or row == title for row in rows for title in titles):
                yield facts.finding("RC625", section.line or table.line, untitled(section.title))


def _is_told(title: str, facts: Facts) -> bool:
    """The heading is the sign itself (`Checkout is red`, an alert's name), or names a procedure."""
    spoken = facts.speaks("titles", title) & {"state", "procedure"} or facts.speaks(
        "setting", title
    ) & {"rollback"}
    return bool(spoken) or any(pattern.search(title) is not None for pattern in (ALERT, PROCEDURE))


def _lacking_parts(playbook: Playbook, facts: Facts) -> Iterator[Finding]:
    """A runbook that does not say how its case shows; one that is only an order to act."""
    steps = {phase.line for phase in playbook.phases}
    books = [book for book in playbook.runbooks if book.line not in steps]
    without = [book for book in books if not book.symptoms and not _is_told(book.title, facts)]
    if books and without:
        names = ", ".join(book.title for book in without[:4])
        yield facts.over("RC626", [book.line for book in without], names)
    for book in books:
        sections = _under(book, facts)
        acts = any(fences(section) or items(section) for section in sections)
        labels = {
            concept
            for section in sections
            for said in (section.title, *(one.text for one in facts.said_in(section)))
            for concept in facts.speaks("parts", said[:60])
        }
        if acts and "immediate" in labels and not {"mend", "verify"} & labels:
            yield facts.finding("RC627", book.line, book.title)

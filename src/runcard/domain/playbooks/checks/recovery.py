"""Objectives of recovery: how long, how much may be lost, and whether the document can keep it."""

import re
from collections.abc import Iterator, Sequence

from runcard.domain.playbooks.checks.copies import (
    DAY,
    Objective,
    chapters_with_links,
    follows_its_backup,
    from_last_night,
    is_below_its_rhythm,
    is_beside_its_backup,
    is_daily,
    is_of_a_second_server,
    is_written_all_the_time,
    lays_a_copy_back,
    runs_on,
)
from runcard.domain.playbooks.checks.ways_out import under
from runcard.domain.playbooks.facts import Facts, Said
from runcard.domain.playbooks.model import Finding, Playbook, Runbook
from runcard.domain.playbooks.page.blocks import Fence, Section, Table, fences, label_of, tables
from runcard.domain.playbooks.times.clauses import sentences
from runcard.domain.playbooks.times.grammar import spans_in
from runcard.domain.playbooks.times.tokens import Kind
from runcard.domain.playbooks.words import folded

WAIT = re.compile(r"^\s*(?:sleep|timeout /t)\s+(\d+)\s*(m|h)?\b|Start-Sleep\s+(?:-s\w*\s+)?(\d+)")
WORD = re.compile(r"[^\W\d_]{4,}")
CHOICE = re.compile(r"[^\W\d_]\s?[/|]\s?[^\W\d_]")  # `none / some`: to be chosen in a form
HEAD = 24  # signs in which a line says what it is about


def check(playbook: Playbook, facts: Facts) -> Iterator[Finding]:
    """What is wrong with the objectives of recovery."""
    yield from _shorter_than_waits(playbook, facts)
    yield from _missing_beside_others(playbook, facts)
    yield from _no_figure(facts)
    yield from _no_backup_for(playbook, facts)


def _objectives(facts: Facts, sections: tuple[Section, ...], concept: str) -> list[Objective]:
    return [
        Objective(said.line, said.text, max(seconds))
        for section in sections
        for said in facts.said_in(section)
        for text in _told_of(concept, said.text, facts)
        if (seconds := [s.seconds for s in spans_in(text, facts.words) if s.seconds])
    ]


def _told_of(concept: str, text: str, facts: Facts) -> Iterator[str]:
    """The whole line for how long it takes; for what may be lost, the sentence from that word, so
    that `every night, so we lose at most 10 minutes` promises 10 minutes."""
    if concept == "rto":
        yield from [text] if facts.speaks("objectives", text) & {concept} else []
        return
    for sentence in sentences(text):
        word = facts.word("objectives", concept, sentence)
        behind = sentence[sentence.find(word) :] if word else ""
        if word:
            yield behind if spans_in(behind, facts.words) else sentence


def _shorter_than_waits(playbook: Playbook, facts: Facts) -> Iterator[Finding]:
    """The pauses a runbook prescribes are longer than the time it promises."""
    for runbook in playbook.runbooks:
        sections = under(runbook, facts)
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
    named = _labels_of_targets(playbook, facts)
    for runbook in playbook.runbooks:
        if facts.speaks("titles", runbook.title) & {"looks", "overview"}:
            continue
        spoken = bool(runbook.rto) or any(
            _tells_how_long(said, facts) or _label_at(said.line, facts) in named
            for said in _said_of(runbook, facts)
        )
        (told if spoken else silent).append(runbook)
    if told and len(told) * 2 >= len(told) + len(silent):
        aims = _aims(facts)
        for runbook in silent:
            title = frozenset(WORD.findall(folded(runbook.title)))
            aimed = any(row and row <= title for row in aims)
            if not aimed and not _is_in_other_hands(runbook, facts):
                yield facts.finding("RC622", runbook.line, runbook.title)


def _said_of(runbook: Runbook, facts: Facts) -> Iterator[Said]:
    """What stands below its heading; where it folds away under a summary and has none, its lines
    down to its end."""
    sections = under(runbook, facts)
    for section in sections:
        yield from facts.said_in(section)
    if not sections:
        last = runbook.end_line or runbook.line
        around = facts.said_in(facts.section_of(runbook.line))
        yield from (said for said in around if runbook.line < said.line <= last)


def _labels_of_targets(playbook: Playbook, facts: Facts) -> set[str]:
    """Under what labels the document tells how long its runbooks take; what another says there, be
    it `as long as theirs does`, is its answer."""
    lines = (aim.time.line for runbook in playbook.runbooks for aim in runbook.rto)
    return {_label_at(line, facts) for line in lines} - {""}


def _label_at(line: int, facts: Facts) -> str:
    found = label_of(facts.page.lines[line - 1])
    return "" if found is None else folded(found.name)


def _aims(facts: Facts) -> list[frozenset[str]]:
    """The words for whatever has a time of recovery in a table, row by row."""
    return [
        frozenset(WORD.findall(folded(row.cells[0])))
        for section in facts.page.sections
        for table in tables(section)
        if column_about(table, "rto", facts) is not None
        for row in table.rows
        if row.cells
    ]


def _tells_how_long(said: Said, facts: Facts) -> bool:
    """`RTO: 1 h`, or a line that is about nothing else: `Takes 20 to 40 minutes`. How long one of
    the steps takes is another matter."""
    spoken = facts.speaks("objectives", said.text)
    takes = facts.speaks("objectives", said.text[:HEAD]) & {"takes"} and said.kind != "item"
    if "rto" in spoken or (takes and spans_in(said.text, facts.words)):
        return True
    return any(
        facts.speaks("objectives", said.text[span.end : span.end + HEAD]) & {"stands_still"}
        for span in (spans_in(said.text, facts.words) if "stands_still" in spoken else ())
        if span.seconds and Kind.AFTER not in span.leads
    )


def _is_in_other_hands(runbook: Runbook, facts: Facts) -> bool:
    """How long a breach or the fault of another house lasts is nothing one can promise."""
    section = facts.section_at(runbook.line)
    above = facts.titles(section) if section is not None else runbook.title
    if facts.speaks("setting", above) & {
        "security",
        "privacy",
        "lost_device",
        "leaked_key",
        "contained",
    }:
        return True
    return any(
        facts.speaks("objectives", said.text) & {"outside"} or facts.speaks("outsiders", said.text)
        for part in under(runbook, facts)
        for said in facts.said_in(part)
    )


def _no_figure(facts: Facts) -> Iterator[Finding]:
    """`Recovery time: variable`."""
    for said in facts.said_of("objectives"):
        if facts.speaks("objectives", _label(said)) & {"rto", "rpo"}:
            word = facts.word("objectives", "no_figure", said.text)
            timed = spans_in(said.text, facts.words) or _is_told_by_case(said, facts)
            if word is not None and not timed:
                yield facts.marked(facts.finding("RC623", said.line, f"“{word}”"), word)


def _is_told_by_case(said: Said, facts: Facts) -> bool:
    """The list right below gives a figure for each case."""
    below = (one for one in facts.said_in(said.section) if one.line == said.line + 1)
    return any(one.kind == "item" and spans_in(one.text, facts.words) for one in below)


def _label(said: Said) -> str:
    """Of a row its first cell: `a lost day` in another is when somebody is called."""
    return said.text.partition(" | ")[0] if said.kind == "row" else said.text


def _no_backup_for(playbook: Playbook, facts: Facts) -> Iterator[Finding]:
    """So little may be lost, and no backup in the document is taken so often; lost data that marks
    a level promises nothing."""
    levels = {level.line for level in playbook.severities}
    sections = tuple(one for one in facts.page.sections if _may_promise(one, facts))
    linked = chapters_with_links(facts)
    promised = [
        one
        for one in (
            *_objectives(facts, sections, "rpo"),
            *_nothing_lost(facts, sections),
            *_in_tables(facts, sections),
        )
        if one.seconds <= DAY
        and one.line not in levels
        and not (is_written_all_the_time(one, facts) or follows_its_backup(one, facts))
        and not is_of_a_second_server(one, facts)
        and facts.section_of(one.line).index not in linked
    ]
    if not promised:
        return
    taken = [
        span.seconds
        for said in facts.said_of("objectives", "backup")
        for span in spans_in(said.text, facts.words)
        if span.seconds and (span.is_period or span.seconds == DAY)
    ]
    taken += [DAY for said in facts.said_of("objectives", "backup") if is_daily(said.text, facts)]
    streamed, logged = (runs_on(concept, facts) for concept in ("streamed", "logged"))
    for one in promised:
        kept = logged if lays_a_copy_back(one, facts) else streamed
        told = is_beside_its_backup(one, facts) or is_below_its_rhythm(one, facts)
        if told or (not kept and (not taken or min(taken) > one.seconds)):
            yield facts.finding("RC624", one.line, f"“{one.text}”")
        elif (step := from_last_night(one, facts)) is not None:
            about = f"“{one.text}”, and line {step} lays back a copy of the night"
            yield facts.over("RC624", [one.line, step], about)


def _nothing_lost(facts: Facts, sections: Sequence[Section]) -> Iterator[Objective]:
    """`RPO: zero`."""
    for said, text in (
        (one, text)
        for section in sections
        for one in facts.said_in(section)
        for text in sentences(one.text)
    ):
        label, colon, value = text.partition(":")
        if not colon or "rpo" not in facts.speaks("objectives", label) or CHOICE.search(value):
            continue
        if facts.speaks("objectives", value) & {"zero"} or value.strip(" .*") == "0":
            yield Objective(said.line, said.text, 0)


def _is_about_people(section: Section, facts: Facts) -> bool:
    """Loss of data as a reason to call somebody, or as the mark of a level, is no promise."""
    people = {"escalation", "triggers", "contacts", "severity", "roles"}
    return bool(facts.about(section) & people)


def _may_promise(section: Section, facts: Facts) -> bool:
    """Of data: a chapter that mends by starting or scaling something has no copy to lay back."""
    return not _is_about_people(section, facts) and _is_about_data(section, facts)


def _is_about_data(section: Section, facts: Facts) -> bool:
    """Something that holds data stands in its headings, or a copy of it in its words or commands;
    or it is no case of its own."""
    if not facts.acts_in(section):
        return True
    if facts.speaks("setting", facts.titles(section)) & {"stateful", "database"}:
        return True
    texts = (*(said.text for said in facts.said_in(section)),
             *(act.text for act in facts.acts_in(section)))  # fmt: skip
    return any(facts.speaks("objectives", text) & {"backup", "restores"} for text in texts)


def _in_tables(facts: Facts, sections: Sequence[Section]) -> Iterator[Objective]:
    """A column for how much may be lost."""
    for section in sections:
        for table in tables(section):
            at = column_about(table, "rpo", facts)
            if at is None:
                continue
            for row in table.rows:
                cell = row.cells[at] if at < len(row.cells) else ""
                seconds = [span.seconds for span in spans_in(cell, facts.words) if span.seconds]
                if seconds:
                    yield Objective(row.line, f"{row.cells[0]}: {cell}", max(seconds))


def column_about(table: Table, concept: str, facts: Facts) -> int | None:
    """The column, behind the first, whose head speaks of an objective."""
    for at, cell in enumerate(table.head.cells):
        if at and facts.speaks("objectives", cell) & {concept}:
            return at
    return None

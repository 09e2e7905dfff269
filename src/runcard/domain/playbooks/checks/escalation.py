"""Who is called when nobody answers: no chain, no times, two chains, or times that cannot hold."""

import re
from collections.abc import Iterator, Sequence

from runcard.domain.playbooks.checks import hints
from runcard.domain.playbooks.facts import Facts
from runcard.domain.playbooks.levels.names import keys_in
from runcard.domain.playbooks.model import (
    ChainStep,
    EscalationChain,
    Finding,
    Playbook,
    Severity,
    TimeValue,
)
from runcard.domain.playbooks.page.blocks import tables
from runcard.domain.playbooks.times.grammar import spans_in
from runcard.domain.playbooks.words import folded, plain

# What stands in a cell or behind a label.
CELLS = re.compile(r"[|:：]")
OWN_LINES = 12
LATER = {"next_business_day", "next_release", "best_effort", "work_session"}
DASHES = {"-", "–", "—", "－", "n/a"}


def check(playbook: Playbook, facts: Facts) -> Iterator[Finding]:
    """What is wrong with the escalation."""
    yield from _without_levels(playbook, facts)
    yield from _the_same_person(facts)
    if not playbook.chains:
        told = any(level.escalation for level in playbook.severities)
        yield from _in_a_sentence(playbook, facts)
        if not told and (playbook.severities or playbook.phases) and not _is_said(facts):
            yield facts.finding("RC301", _place(playbook, facts))
        return
    yield from _untimed(playbook, facts)
    for_all = [chain for chain in playbook.chains if not chain.keys]
    yield from _two_chains(for_all, facts)
    yield from _against_levels(playbook, facts)
    yield from _outside_the_chain(playbook, facts)


def _is_said(facts: Facts) -> bool:
    """A heading about escalation with words below it that no reader understood, or a list of people
    in which somebody is called after a time."""
    return hints.speaks_of_escalating(facts) or any(
        said.kind == "row"
        and hints.is_list_of_people(said.section, facts)
        and spans_in(said.text, facts.words)
        for said in facts.said
    )


def _place(playbook: Playbook, facts: Facts) -> int:
    """Where one would look for it: the heading about escalation or contacts, else the title."""
    for section in facts.page.sections:
        if facts.words.headings.all(section.title) & {"escalation", "contacts"}:
            return section.line
    return playbook.title_line or 1


def _untimed(playbook: Playbook, facts: Facts) -> Iterator[Finding]:
    first = playbook.chains[0]
    steps = [step for chain in playbook.chains for step in chain.steps]
    second = first.steps[1].who if len(first.steps) > 1 else first.steps[0].who
    if all(step.after is None for step in steps):
        yield facts.finding("RC302", first.line, gap=second)
        return
    people = [step for step in first.steps if not facts.speaks("people", step.who) & {"alarm"}]
    later = [step for step in people[1:] if not _is_triggered(step, playbook, facts)]
    # The last one is often there for some incidents only, whatever the time.
    later = [step for step in later if step is not people[-1] or not step.condition]
    timed = [step for step in first.steps if step.after is not None]
    if timed and later:
        names = ", ".join(step.who for step in later)
        yield facts.over("RC303", [step.line for step in later], names, later[0].who)


def _is_triggered(step: ChainStep, playbook: Playbook, facts: Facts) -> bool:
    """A time, or a condition that is more than the levels it is for."""
    condition = step.condition or ""
    if facts.speaks("prose", condition) & {"each"}:
        return True
    levels = keys_in(condition, playbook.severities, facts.words)
    named = step.after is not None or bool(spans_in(step.who, facts.words))
    return named or bool(condition and not levels)


def _without_levels(playbook: Playbook, facts: Facts) -> Iterator[Finding]:
    """Some levels name whom to call and others do not; or the chain names none of them."""
    levels = playbook.severities
    named = [level for level in levels if level.escalation]
    if named:
        silent = [
            level
            for level in levels
            if not level.escalation
            and not _is_left_out(level, facts, is_lightest=level is levels[-1])
        ]
        if silent:
            shown = ", ".join(level.key for level in silent)
            yield facts.over("RC304", [level.line for level in silent], shown)
        return
    steps = [step for chain in playbook.chains for step in chain.steps]
    if not levels or not steps or any(step.after for step in steps):
        return
    keys = {
        key
        for chain in playbook.chains
        for step in chain.steps
        for key in keys_in(f"{step.who} {step.condition or ''}", levels, facts.words)
    }
    if not keys and not _names_all(playbook, facts):
        yield facts.finding("RC305", playbook.chains[0].line)


def _is_left_out(level: Severity, facts: Facts, *, is_lightest: bool) -> bool:
    """`Nobody` is a decision, for the lightest level a dash too, and so is an answer some other
    day; an empty cell is a gap."""
    due = level.response or level.acknowledge
    if due is not None and due.seconds is None and due.calendar in LATER:
        return True
    own = facts.page.lines[level.line - 1 : level.line + OWN_LINES]
    end = next((at for at, text in enumerate(own) if at and text.startswith("#")), len(own))
    texts = own[:end] if own[0].startswith("#") else own[:1]
    cells = [cell.strip(" *") for text in texts for cell in CELLS.split(text)[1:]]
    dash = is_lightest and any(cell in DASHES for cell in cells)
    return dash or any(_is_nobody(cell, facts) for cell in cells)


def _is_nobody(cell: str, facts: Facts) -> bool:
    words = facts.word("people", "nobody", cell)
    return words is not None and folded(words) == folded(cell)


def _names_all(playbook: Playbook, facts: Facts) -> bool:
    """`For every incident:` above a chain is about all levels."""
    lines = {chain.line for chain in playbook.chains}
    near = [said for said in facts.said if any(0 <= line - said.line <= 3 for line in lines)]
    return any(facts.speaks("prose", said.text) & {"every_level"} for said in near)


def _two_chains(chains: Sequence[EscalationChain], facts: Facts) -> Iterator[Finding]:
    """One person after different waits in two chains."""
    seen: dict[str, TimeValue] = {}
    for chain in chains:
        own: dict[str, TimeValue] = {}
        for step in chain.steps:
            name = folded(plain(step.who)).strip()
            if step.after is None or not step.after.seconds:
                continue
            known = seen.get(name)
            if known is not None and known.seconds != step.after.seconds:
                about = f"{step.who}: “{step.after.text}” here, “{known.text}” in line {known.line}"
                yield facts.finding("RC306", step.line, about)
            own.setdefault(name, step.after)
        seen = own | seen


def _against_levels(playbook: Playbook, facts: Facts) -> Iterator[Finding]:
    """The next person is called before the first has to have answered, or long after it."""
    levels = [level for level in playbook.severities if level.response]
    if not levels:
        return
    timed = [s for chain in playbook.chains for s in chain.steps if s.after and s.after.seconds]
    lines = [step.line for chain in playbook.chains for step in chain.steps]
    answered = _answered_within(facts)
    for at, step in enumerate(timed):
        if step.after is None or step.after.seconds in answered:
            continue
        is_answer = facts.speaks("prose", step.condition or "") & {"unanswered"}
        # Only the first of several who wait for an answer is bound to the time of the answer.
        is_alone = lines.count(step.line) == 1
        clash = None if is_answer and at else _clash(step, levels, facts, is_alone=is_alone)
        if clash is not None:
            yield facts.finding("RC307", step.line, clash)
            return
    if not timed:
        yield from _in_a_sentence(playbook, facts)


def _answered_within(facts: Facts) -> set[int]:
    """Every time within which a sentence wants a page to be answered."""
    asked = {"acknowledges", "unanswered"}
    return {
        wait
        for said in facts.said
        if said.kind != "row" and facts.speaks("prose", said.text) & asked == {"acknowledges"}
        for wait in waits_in(said.text, facts)
    }


def _in_a_sentence(playbook: Playbook, facts: Facts) -> Iterator[Finding]:
    """`If nobody answers in 30 minutes, ring the secondary`, where the worst level allows 15."""
    worst = next((one for one in playbook.severities if one.acknowledge or one.response), None)
    due = worst and (worst.acknowledge or worst.response)
    if worst is None or not due or not due.seconds:
        return
    for said in facts.said:
        if not facts.speaks("prose", said.text) & {"unanswered"}:
            continue
        waits = waits_in(said.text, facts)
        if waits and waits[0] > due.seconds:
            about = f"{worst.key} must be answered in “{due.text}”"
            yield facts.finding("RC307", said.line, about)
            return


def _clash(
    step: ChainStep, levels: Sequence[Severity], facts: Facts, *, is_alone: bool
) -> str | None:
    keys = keys_in(f"{step.who} {step.condition or ''}", levels, facts.words)
    if not keys and is_alone:
        line = facts.page.lines[step.line - 1]
        keys = keys_in(line, levels, facts.words) or _keys_above(step, levels, facts)
    said_low = f" {folded(plain(step.condition or ''))} "
    keys = keys or tuple(one.key for one in levels if f" {folded(one.key)} " in said_low)
    meant = [level for level in levels if level.key in keys or not keys]
    if not meant:
        return None
    said = step.after.text if step.after else ""
    wait = step.after.seconds or 0 if step.after else 0
    if facts.speaks("prose", step.condition or "") & {"unanswered"}:
        worst = meant[0].acknowledge or meant[0].response
        if worst and worst.seconds is not None and wait > worst.seconds > 0:
            return (
                f"{step.who} is called “{said}” without an answer, "
                f"{meant[0].key} must be answered in “{worst.text}”"
            )
        return None
    slow = [level for level in meant if _answers_after(level, wait)]
    if not slow or _is_a_reason(step, said, facts):
        return None
    late = slow[0].response.text if slow[0].response else ""
    return f"{step.who} is called “{said}”, {slow[0].key} may be answered in “{late}”"


def _keys_above(step: ChainStep, levels: Sequence[Severity], facts: Facts) -> tuple[str, ...]:
    """The first level that the head of its table names: `| Level | Whom | Priority 1 | ... |`."""
    for table in tables(facts.section_of(step.line)):
        if any(row.line == step.line for row in table.rows):
            found = (keys_in(cell, levels, facts.words) for cell in table.head.cells)
            return next((tuple(keys) for keys in found if keys), ())
    return ()


def _is_a_reason(step: ChainStep, said: str, facts: Facts) -> bool:
    """`An outage over 2 hours` is a reason to call; `over 20 minutes` alone is a wait."""
    before = (step.condition or "").partition(said)[0].rstrip()
    return before[-1:].isalnum() and "over" in facts.words.time_words.all(said)


def _answers_after(level: Severity, wait: int) -> bool:
    if level.response is None:
        return False
    due = level.acknowledge or level.response
    if due.seconds is not None:
        return due.seconds > wait
    return level.response.calendar in {"next_business_day", "next_release", "best_effort"}


def _outside_the_chain(playbook: Playbook, facts: Facts) -> Iterator[Finding]:
    """Levels escalate to people who stand in no chain."""
    chained = {_name(step.who) for chain in playbook.chains for step in chain.steps}
    told = [
        (name, level)
        for level in playbook.severities
        for name in level.escalation
        if not facts.speaks("people", name.text) & {"nobody"}
    ]
    if not told or not chained:
        return
    lost = [(name, level) for name, level in told if not _is_among(name.text, chained)]
    if lost and len(lost) < len(told):
        names = ", ".join(dict.fromkeys(name.text for name, _ in lost))
        yield facts.finding("RC308", lost[0][0].line, names)


def _name(who: str) -> str:
    return folded(plain(who)).split("(")[0].strip()


def _is_among(name: str, known: set[str]) -> bool:
    wanted = _name(name)
    return any(wanted in other or other in wanted for other in known if other)


def _the_same_person(facts: Facts) -> Iterator[Finding]:
    """Two rungs that are one person are one rung."""
    for said in facts.said:
        word = facts.word("people", "one_person", said.text)
        if word is not None:
            yield facts.marked(facts.finding("RC309", said.line, f"“{word}”"), word)


def waits_in(text: str, facts: Facts) -> list[int]:
    """Every number of seconds a sentence speaks of."""
    return [span.seconds for span in spans_in(text, facts.words) if span.seconds]

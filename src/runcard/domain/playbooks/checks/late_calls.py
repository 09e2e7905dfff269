"""Times of calling the next person that cannot hold beside those in which levels are answered."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from runcard.domain.playbooks.checks.called_at_once import is_called_at_once
from runcard.domain.playbooks.checks.late_answers import acknowledges
from runcard.domain.playbooks.checks.other_reasons import PART, without_other_reasons
from runcard.domain.playbooks.checks.reachable import is_a_piece
from runcard.domain.playbooks.checks.rung_times import (
    hears_of_it,
    held_rungs,
    is_bare,
    is_for_a_silence,
    is_own_answer,
)
from runcard.domain.playbooks.checks.setting import said_between
from runcard.domain.playbooks.facts import Facts
from runcard.domain.playbooks.levels.mentions import keys_in
from runcard.domain.playbooks.model import (
    ChainStep,
    Finding,
    Grade,
    Playbook,
    Severity,
    TimeValue,
)
from runcard.domain.playbooks.page.blocks import label_of, tables
from runcard.domain.playbooks.times.grammar import spans_in
from runcard.domain.playbooks.words import folded, plain

WORD = re.compile(r"\w+")
MOST_RUNGS = 12  # lines of a list above one of its rungs
CLAUSE = re.compile(r"[;.:；。：](?=\s|$)")


def against_levels(playbook: Playbook, facts: Facts) -> Iterator[Finding]:
    """The next person is called before the first has to have answered, or long after it."""
    levels = [level for level in playbook.severities if level.response or level.acknowledge]
    if not levels:
        return
    timed = [s for chain in playbook.chains for s in chain.steps if s.after and s.after.seconds]
    firsts = {id(chain.steps[0]) for chain in playbook.chains if chain.steps}
    bare = {id(s) for chain in playbook.chains for s in chain.steps[1:2] if is_bare(s)}
    held = held_rungs(playbook.chains)
    own = {id(s): set(chain.keys) for chain in playbook.chains if chain.keys for s in chain.steps}
    lines = [step.line for chain in playbook.chains for step in chain.steps]
    answered = _answered_within(facts)
    was_answer = False
    for at, step in enumerate(timed):
        is_answered = _has_been_answered(step.after, answered, levels)
        if step.after is None or is_answered or is_a_piece(step.who, facts):
            continue
        is_answer = _is_unanswered(step, facts)
        is_answer = is_answer or (was_answer and (step.condition or "") == step.after.text)
        is_own = id(step) in held or (id(step) in firsts and is_own_answer(step))
        if is_own and not is_answer:
            continue
        was_answer = is_answer  # `10 minutes later`: nobody has answered by then, either
        # Only the first of several who wait for an answer is bound to the time of the answer.
        is_alone = lines.count(step.line) == 1
        named = set(keys_in(step.condition or "", playbook.severities, facts.words))
        named = own.get(id(step), named)
        meant = [one for one in levels if not named or one.key in named]
        clash = None
        if not (at if is_answer else _is_told_beside(step, lines, facts)):
            clash = _clash(step, meant, facts, is_alone=is_alone, is_bare=id(step) in bare)
        if clash is not None:
            told = facts.finding("RC307", step.line, clash)
            is_mild = not is_answer and _waits_for_a_day(step, levels)
            yield replace(told, grade=Grade.INFO) if is_mild else told
            return
    if not timed:
        yield from in_a_sentence(playbook, facts)


def _is_unanswered(step: ChainStep, facts: Facts) -> bool:
    """Nobody answers, or the next is called by itself: `Automatic escalation: … → (5 min) …`."""
    if _tells_of_silence(step.condition or "", facts):
        return True
    label = label_of(facts.page.lines[step.line - 1])
    return label is not None and bool(facts.speaks("prose", label.name) & {"by_itself"})


def _tells_of_silence(text: str, facts: Facts) -> bool:
    """In one phrase, or with a word for the answer and one that denies it."""
    spoken = facts.speaks("prose", text)
    is_answer = spoken & {"acknowledges", "takes"}
    return "unanswered" in spoken or ("denied" in spoken and bool(is_answer))


def _is_told_beside(step: ChainStep, rungs: Sequence[int], facts: Facts) -> bool:
    """A line beside the chain says that the next is called so soon, or sooner, if nobody answers:
    what the chain tells is for something else."""
    wait = step.after.seconds or 0 if step.after else 0
    lines = set(facts.lines_of("prose", "unanswered")) - set(rungs)
    texts = (facts.page.lines[line - 1] for line in lines)
    return any(one <= wait for text in texts if text[:1] != "|" for one in waits_in(text, facts))


def _waits_for_a_day(step: ChainStep, levels: Sequence[Severity]) -> bool:
    """Only levels that wait for a working day are answered later: nobody starts its clock before
    the work on them begins."""
    wait = step.after.seconds or 0 if step.after else 0
    late = [level.response for level in levels if _answers_after(level, wait)]
    return all(response is None or response.seconds is None for response in late)


def _has_been_answered(
    after: TimeValue | None, answered: set[int], levels: Sequence[Severity]
) -> bool:
    """A sentence wants every page answered by then, and no level says otherwise for itself."""
    wait = (after.seconds or 0) if after else 0
    is_for_all = all(level.acknowledge is None for level in levels)
    return wait in answered or (is_for_all and any(one <= wait for one in answered))


def _answered_within(facts: Facts) -> set[int]:
    """Every time within which a sentence wants a page to be answered."""
    return {
        wait
        for said in facts.said
        if said.kind != "row"
        and acknowledges(said.text, facts)
        and not _tells_of_silence(said.text, facts)
        for wait in waits_in(said.text, facts)
    }


def in_a_sentence(playbook: Playbook, facts: Facts) -> Iterator[Finding]:
    """`If nobody answers in 30 minutes, ring the secondary`, where the worst level allows 15."""
    worst = next((one for one in playbook.severities if one.acknowledge or one.response), None)
    due = worst and (worst.acknowledge or worst.response)
    if worst is None or not due or not due.seconds:
        return
    for said in facts.said_of("prose"):
        spoken = facts.speaks("prose", said.text)
        called = spoken & {"relief", "no_progress"}
        if "unanswered" not in spoken or (called and _is_relief(said.text, facts)):
            continue
        if worst.key in _called_at_once(said.text, playbook, facts):
            continue
        waits = waits_in(_clause_of(said.text, facts), facts)
        if waits and _is_too_late(waits[0], worst):
            about = f"{worst.key} must be answered in “{due.text}”"
            yield facts.finding("RC307", said.line, about)
            return


def _called_at_once(text: str, playbook: Playbook, facts: Facts) -> set[str]:
    """`No answer for 10 minutes, and always for a P1`: whoever is named there waits for nothing."""
    return {
        key
        for part in PART.split(text)
        if not spans_in(part, facts.words) and facts.speaks("prose", part) & {"each", "or_else"}
        for key in keys_in(part, playbook.severities, facts.words)
    }


def _is_too_late(wait: int, level: Severity) -> bool:
    """The next person hears of it when the page is to be acknowledged already; or, where nothing
    but the response is told, when that is due and cannot be met any more."""
    if level.acknowledge is not None:
        return wait > (level.acknowledge.seconds or wait)
    return level.response is not None and wait >= (level.response.seconds or wait + 1)


def _clause_of(text: str, facts: Facts) -> str:
    """The part of a sentence that speaks of the answer that does not come."""
    silent = facts.word("prose", "unanswered", text) or ""
    return next((part for part in CLAUSE.split(text) if silent in part), text)


def _is_relief(text: str, facts: Facts) -> bool:
    """`If the second person does not answer`: by then somebody has answered the page."""
    silent = facts.word("prose", "unanswered", text) or ""
    before = text.partition(silent)[0]
    if facts.speaks("prose", before) & {"no_progress"}:
        return True  # `Not over in 20 minutes: ring Ada. If Ada does not answer ...`
    relief = facts.word("prose", "relief", before)
    if relief is None:
        return False
    # `The second is paged if nobody answers`: somebody else is silent.
    return "condition" not in facts.speaks("setting", before.partition(relief)[2])


def _clash(
    step: ChainStep, levels: Sequence[Severity], facts: Facts, *, is_alone: bool, is_bare: bool
) -> str | None:
    condition = without_other_reasons(step, levels, facts)
    if facts.speaks("prose", condition) & {"no_progress"}:
        return None  # counted from the work, and not from the call
    called_at_once = set(keys_in(step.condition or "", levels, facts.words))
    called_at_once -= set(keys_in(condition, levels, facts.words))
    levels = [level for level in levels if level.key not in called_at_once]
    levels = [level for level in levels if not is_called_at_once(step, level, facts)]
    keys = keys_in(f"{step.who} {condition}", levels, facts.words)
    line = facts.page.lines[step.line - 1]
    if not keys and is_alone:
        keys = keys_in(line, levels, facts.words) or _keys_above(step, levels, facts)
        keys = keys or _keys_of_the_list(step, levels, facts)
    label = label_of(line)
    if not keys and label is not None:  # `Escalation for S1: pilot → mate (15 min)`
        keys = keys_in(label.name, levels, facts.words)
    said_low = f" {' '.join(WORD.findall(folded(plain(condition))))} "
    keys = keys or tuple(one.key for one in levels if f" {folded(one.key)} " in said_low)
    meant = [level for level in levels if level.key in keys or not keys]
    if not meant:
        return None
    said = step.after.text if step.after else ""
    wait = step.after.seconds or 0 if step.after else 0
    if _is_unanswered(step, facts):
        if not _is_too_late(wait, meant[0]):
            return None
        return (
            f"{step.who} is called “{said}” without an answer, "
            f"{meant[0].key} must be answered in “{_due(meant[0])}”"
        )
    return _too_soon(step, meant, facts, is_bare=is_bare)


def _too_soon(
    step: ChainStep, meant: Sequence[Severity], facts: Facts, *, is_bare: bool
) -> str | None:
    """Some level is answered after the next is called; of a bare wait the worst says it better."""
    said = step.after.text if step.after else ""
    wait = step.after.seconds or 0 if step.after else 0
    slow = [level for level in meant if _answers_after(level, wait)]
    if not slow or _is_a_reason(step, said, facts) or is_for_a_silence(step, facts):
        return None
    if is_bare and _is_too_late(wait, meant[0]):
        return (
            f"{step.who} is called “{said}”, {meant[0].key} must be answered in “{_due(meant[0])}”"
        )
    if hears_of_it(step, facts):
        return None
    return f"{step.who} is called “{said}”, {slow[0].key} may be answered in “{_due(slow[0])}”"


def _due(level: Severity) -> str:
    """When it is answered, in its own words."""
    time = level.acknowledge or level.response
    return time.text if time else ""


def _keys_above(step: ChainStep, levels: Sequence[Severity], facts: Facts) -> tuple[str, ...]:
    """The first level that the head of its table names: `| Level | Whom | Priority 1 | ... |`."""
    for table in tables(facts.section_of(step.line)):
        if any(row.line == step.line for row in table.rows):
            found = (keys_in(cell, levels, facts.words) for cell in table.head.cells)
            return next((tuple(keys) for keys in found if keys), ())
    return ()


def _keys_of_the_list(step: ChainStep, levels: Sequence[Severity], facts: Facts) -> tuple[str, ...]:
    """The levels that the line above a list names: `Escalation for A:`."""
    section = facts.section_of(step.line)
    above = said_between(section, step.line - MOST_RUNGS, step.line - 1, facts)
    lead = next((said for said in reversed(above) if said.kind != "item"), None)
    if lead is None or not lead.text.rstrip().endswith((":", "：")):
        return ()
    return tuple(keys_in(lead.text, levels, facts.words))


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


def waits_in(text: str, facts: Facts) -> list[int]:
    """Every number of seconds a sentence speaks of."""
    return [span.seconds for span in spans_in(text, facts.words) if span.seconds]

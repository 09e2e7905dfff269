"""Windows of phases: too short for some levels, counted from nowhere, or used up too early."""

from collections.abc import Iterator, Sequence

from runcard.domain.playbooks.checks.some_levels import is_for_some_levels
from runcard.domain.playbooks.facts import Facts
from runcard.domain.playbooks.levels.mentions import keys_in
from runcard.domain.playbooks.model import Finding, Meaning, Phase, Playbook, Severity, TimeValue
from runcard.domain.playbooks.page.blocks import labels_alone
from runcard.domain.playbooks.times.grammar import spans_in

HOUR = 3600


def check(playbook: Playbook, facts: Facts) -> Iterator[Finding]:
    """What is wrong with the windows of the phases."""
    yield from _whatever_the_level(playbook, facts)
    yield from _boxes(playbook.phases, facts)
    yield from _called_too_late(playbook, facts)


def _whatever_the_level(playbook: Playbook, facts: Facts) -> Iterator[Finding]:
    """A window for every incident that ends before some levels have to be answered at all."""
    slow = [level for level in playbook.severities if _starts_after(level, playbook.phases)]
    boxed = [phase for phase in playbook.phases if phase.timebox and phase.timebox.seconds]
    if not slow or not boxed:
        return
    first = boxed[0]
    if not first.timebox or _is_for_some(first, playbook, facts):
        return
    in_a_table = facts.page.lines[first.line - 1].lstrip().startswith("|")
    is_box = in_a_table and first is playbook.phases[0]
    if not is_box and not _is_window(first.timebox, facts):
        return
    when = slow[-1].response.text if slow[-1].response else ""
    about = f"“{first.timebox.text}” for all, while {slow[-1].key} is answered in “{when}”"
    yield facts.finding("RC120", first.line, about)


def _is_for_some(phase: Phase, playbook: Playbook, facts: Facts) -> bool:
    """Its title, a chapter above it or one of its steps names a level, or the process is one for
    major incidents: the others do not come this far."""
    if is_for_some_levels(phase.line, playbook, facts):
        return True
    lines = facts.page.lines[phase.line - 1 : phase.end_line or phase.line]
    if facts.speaks("prose", phase.title) & {"intake"} or _names_its_levels(playbook, facts):
        return True
    if _finds_the_level(phase, playbook, facts):
        return True
    return any(
        keys_in(text, playbook.severities, facts.words)
        or facts.speaks("prose", text) & {"some_only"}
        for text in (playbook.title or "", *lines)
    )


def _finds_the_level(phase: Phase, playbook: Playbook, facts: Facts) -> bool:
    """The level is set in it and nobody answers the page: until then it is the same for all."""
    lines = facts.page.lines[phase.line - 1 : phase.end_line or phase.line]
    answers = any(item.acknowledges for item in phase.items) or any(
        facts.speaks("prose", text) & {"acknowledges"}
        or "acknowledge" in facts.words.talk.all(text)
        for text in lines
    )
    return not answers and any(facts.speaks("beside", text) & {"sets_level"} for text in lines)


def _names_its_levels(playbook: Playbook, facts: Facts) -> bool:
    """`Workflow for P0 and P1`, in the first line of the document: the others have another."""
    first = next((said for said in facts.said if said.section.level <= 1), None)
    named = keys_in(first.text, playbook.severities, facts.words) if first else ()
    return 0 < len(named) < len(playbook.severities)


def _is_window(time: TimeValue, facts: Facts) -> bool:
    """`0-10 min` and `within 10 minutes` count from the alert; `10 minutes` or `at most 10 minutes`
    is how long a step may take."""
    ranged = time.min_seconds is not None and time.min_seconds != time.seconds
    spoken = facts.speaks("prose", time.text)
    return ranged or bool(spoken & {"bound", "from_start"} and "length" not in spoken)


def _starts_after(level: Severity, phases: Sequence[Phase]) -> bool:
    """Somebody hurries for it, and not so soon; what can wait for hours or for another day is not
    what a window of minutes was written for."""
    boxes = [phase.timebox.seconds for phase in phases if phase.timebox and phase.timebox.seconds]
    if not boxes or level.response is None:
        return False
    return boxes[0] < (level.response.seconds or 0) <= HOUR


def _boxes(phases: Sequence[Phase], facts: Facts) -> Iterator[Finding]:
    """One phase without a window among others; a window counted from nobody knows when."""
    boxed = [phase for phase in phases if phase.timebox is not None]
    open_ended = [phase for phase in phases if phase.timebox is None]
    works = {Meaning.MITIGATE, Meaning.RECOVER, Meaning.RESOLVE}  # nobody knows how long these take
    is_last = open_ended[:1] == list(phases[-1:])  # it is over when its own condition is met
    if (
        len(boxed) >= 3
        and len(open_ended) == 1
        and not is_last
        and not works & set(open_ended[0].meanings)
        and not _goes_on_throughout(open_ended[0], facts)
        and not spans_in(facts.page.lines[open_ended[0].line - 1], facts.words)
        and not _has_times_below(open_ended[0], facts)
    ):
        yield facts.finding("RC121", open_ended[0].line, open_ended[0].title)
    if len(boxed) < 2:
        return
    for phase in boxed[1:]:
        if Meaning.AFTER in phase.meanings:
            continue  # it begins when the incident is over, whenever that is
        if phase.timebox and facts.speaks("prose", phase.timebox.text) & {"from_here"}:
            before = boxed[0].timebox.text if boxed[0].timebox else ""
            about = f"“{phase.timebox.text}” after “{before}”"
            yield facts.finding("RC122", phase.line, about)


def _has_times_below(phase: Phase, facts: Facts) -> bool:
    """`**Within 2 hours (crew):**`: each label over its steps has a time of its own."""
    lines = facts.page.lines[phase.line : phase.end_line or phase.line]
    timed = [name for name in labels_alone(lines) if spans_in(name, facts.words)]
    return len(timed) > 1


def _goes_on_throughout(phase: Phase, facts: Facts) -> bool:
    """News every so often: it goes on beside all the other phases and ends with the last."""
    lines = facts.page.lines[phase.line - 1 : phase.end_line or phase.line]
    spans = (span for text in lines for span in spans_in(text, facts.words))
    return Meaning.TELL in phase.meanings and any(span.is_period for span in spans)


def _called_too_late(playbook: Playbook, facts: Facts) -> Iterator[Finding]:
    """The person on call is told only when the time for the worst level's answer is over."""
    worst = next((level for level in playbook.severities if level.response), None)
    due = worst.response.seconds if worst and worst.response else None
    # A tool calls whoever is on duty before anybody opens the document.
    if worst is None or not due or facts.lines_of("people", "pager"):
        return
    spent = 0
    for phase in playbook.phases:
        if any(_calls(item.text, facts) for item in phase.items):
            begins = phase.timebox.min_seconds if phase.timebox else None
            if (spent if begins is None else begins) >= due and worst.response:
                about = f"{phase.title}, while {worst.key} is due in “{worst.response.text}”"
                yield facts.finding("RC123", phase.line, about)
            return
        spent += phase.timebox.seconds or 0 if phase.timebox else 0


def _calls(step: str, facts: Facts) -> bool:
    paged = facts.speaks("people", step) & {"paged"}
    return bool(paged) and bool(facts.speaks("steps", step) & {"tell"})

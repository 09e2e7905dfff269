"""What stands beside a rhythm of updates: others of its kind, and for whom each is."""

import re
from collections.abc import Iterable, Sequence

from runcard.domain.playbooks.facts import Facts
from runcard.domain.playbooks.levels.mentions import keys_in
from runcard.domain.playbooks.model import (
    Cadence,
    CadencePlace,
    Playbook,
    Severity,
    Template,
    TimeValue,
)
from runcard.domain.playbooks.times.clauses import sentences
from runcard.domain.playbooks.times.grammar import spans_in

OUTSIDE = {"public", "customers", "authority"}
INSIDE = {"internal", "staff", "management"}
# Behind a figure, up to the next.
CLAUSE = re.compile(r"[^\d,;，；、。]{0,60}\w?\d?(?=[\s,;.，；、。)）]|\Z)")


def is_the_only_one(one: Cadence, timed: int, facts: Facts) -> bool:
    """No level has it, and neither a heading nor a sentence nor a list says another."""
    if timed > 1 or (one.place is CadencePlace.RUNBOOK and one.keys):
        return False
    return not any(
        _tells_often(text, facts)
        for line, text in enumerate(facts.page.lines, 1)
        if line != one.every.line
    )


def _tells_often(text: str, facts: Facts) -> bool:
    """`Status Update (every 20 minutes)`, `then every half hour to the skippers`."""
    told = facts.words.talk.all(text) & {"update", "next"} or facts.words.audiences.find(text)
    if not told and not facts.words.headings.all(text) & {"communication", "templates"}:
        return False
    return any(span.is_period and span.seconds for span in spans_in(text, facts.words))


def are_for_others(template: Template | None, timed: Sequence[Cadence], facts: Facts) -> bool:
    """A message to guests where every rhythm is one among colleagues."""
    if template is None:
        return False
    section = facts.section_of(template.text_line)
    above = f"{facts.titles(section)} | {facts.introduction(template.text_line)}"
    if facts.words.audiences.find(above) not in OUTSIDE:
        return False
    own = range(template.text_line, template.text_line + template.text.count("\n") + 1)
    rhythms = [one for one in timed if one.every.line not in own]
    return bool(rhythms) and all(_is_inside(one, facts) for one in rhythms)


def _is_inside(one: Cadence, facts: Facts) -> bool:
    line = facts.page.lines[one.every.line - 1]
    said = next((text for text in sentences(line) if one.every.text in text), line)
    return one.place is not CadencePlace.EXTERNAL and facts.words.audiences.find(said) in INSIDE


def is_of_another(one: Cadence, level: Severity, playbook: Playbook, facts: Facts) -> bool:
    """Its line names levels, and not this one; in `every hour for P1, two for P2` the level behind
    a figure has it."""
    text = facts.page.lines[one.every.line - 1]
    behind = CLAUSE.match(text.partition(one.every.text)[2])
    own = keys_in(behind.group(), playbook.severities, facts.words) if behind else ()
    keys = own or keys_in(text, playbook.severities, facts.words)
    return bool(keys) and level.key not in keys


def are_for_two_audiences(said: Sequence[Cadence], facts: Facts) -> bool:
    """`### Among us` above the one and `### The management` above the other."""
    heard: dict[int | None, set[str | None]] = {}
    for one in said:
        title = facts.section_of(one.every.line).title
        heard.setdefault(one.every.seconds, set()).add(facts.words.audiences.find(title))
    ears = [ear for group in heard.values() for ear in group]
    return None not in ears and len(ears) == len(set(ears))


def keeps_it_too(said: TimeValue, own: Iterable[Sequence[TimeValue]], facts: Facts) -> bool:
    """`Measure every hour. Next message in 20 minutes`: the other time is about something else; or
    it lies between the rhythms of two levels: `in 20-40 minutes`."""
    line = facts.page.lines[said.line - 1]
    spoken = {span.seconds for span in spans_in(line, facts.words) if span.seconds}
    known = {every.seconds for times in own for every in times}
    if said.min_seconds and said.min_seconds != said.seconds:
        return {said.min_seconds, said.seconds} <= known
    return len(spoken) > 1 and bool(spoken & known)

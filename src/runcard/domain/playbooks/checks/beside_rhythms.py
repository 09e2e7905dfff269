"""What stands beside a rhythm of updates: others of its kind, and for whom each is."""

from collections.abc import Sequence

from runcard.domain.playbooks.facts import Facts
from runcard.domain.playbooks.model import Cadence, CadencePlace, Template
from runcard.domain.playbooks.times.clauses import sentences
from runcard.domain.playbooks.times.grammar import spans_in

OUTSIDE = {"public", "customers", "authority"}
INSIDE = {"internal", "staff", "management"}


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
    if not any(span.is_period and span.seconds for span in spans_in(text, facts.words)):
        return False
    told = facts.words.talk.all(text) & {"update", "next"} or facts.words.audiences.find(text)
    return bool(told or facts.words.headings.all(text) & {"communication", "templates"})


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

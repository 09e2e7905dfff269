"""Who is called for a level at once with others, and who comes when the others have not."""

from collections.abc import Sequence

from runcard.domain.playbooks.checks.names import is_among, name_of
from runcard.domain.playbooks.facts import Facts
from runcard.domain.playbooks.model import ChainStep, Severity, Text
from runcard.domain.playbooks.page.blocks import tables


def is_escalated_to(name: Text, facts: Facts) -> bool:
    """By the label or the head of the column: who is `paged` beside others, or `told`, need not
    stand in a chain of people who relieve each other."""
    return any("escalation" in facts.words.headings.all(one) for one in _named_by(name, facts))


def is_called_at_once(step: ChainStep, level: Severity, facts: Facts) -> bool:
    """`| P1 | ... | Pilot, mate |` below `Who is paged`: for that level the mate waits for no
    silence of the pilot's."""
    others = [
        one
        for one in level.escalation[1:]
        if any(facts.speaks("people", text) & {"paged_together"} for text in _named_by(one, facts))
    ]
    return any(is_among(step.who, {name_of(one.text)}) for one in others)


def _named_by(name: Text, facts: Facts) -> Sequence[str]:
    """The label in front of a name, or the heads of the table in which it stands."""
    line = facts.page.lines[name.line - 1]
    heads = (
        table.head.cells
        for table in tables(facts.section_of(name.line))
        if any(row.line == name.line for row in table.rows)
    )
    return next(heads, (line.partition(name.text)[0],))

"""Evidence that is safe by the time a command runs."""

import re
from collections.abc import Sequence

from runcard.domain.playbooks.acts import Act
from runcard.domain.playbooks.facts import Facts

TRAILING = re.compile(r"\s#\s+(\S[^\n]*)")


def is_saved_by_then(act: Act, facts: Facts) -> bool:
    """`Once the evidence is secured` stands in its chapter above it, or behind the command."""
    beside = TRAILING.search(facts.page.lines[act.line - 1])
    told = beside.group(1) if beside is not None else ""
    if facts.speaks("setting", told) & {"saved_by_then"}:
        return True
    above = (act.section, *(one for one in facts.page.path(act.section)[1:] if one.level > 1))
    return any(
        facts.speaks("setting", said.text) & {"saved_by_then"}
        for section in above
        for said in facts.said_in(section)
        if said.line < act.line
    )


def is_looked_into(act: Act, before: Sequence[Act]) -> bool:
    """Its log was read in a line above, and stays with what is only started again."""
    restarts = any("restart" in call.plain[:3] for call in act.calls)
    return restarts and any(
        {"logs", "journalctl"} & {call.program, *call.plain[:3]}
        for one in before
        for call in one.calls
    )

"""What stands beside a chain: its times, or that it is none of people in turn."""

import re
from collections.abc import Iterator, Sequence

from runcard.domain.playbooks.facts import Facts
from runcard.domain.playbooks.levels.mentions import keys_in
from runcard.domain.playbooks.model import ChainStep, EscalationChain, Playbook, Severity
from runcard.domain.playbooks.page.blocks import label_of, tables
from runcard.domain.playbooks.times.grammar import spans_in

BRANCH = re.compile(r"[?？]\s*(?:[-=]+>|→|⇒)")
LONGEST_LINE = 400
DASHES = {"-", "–", "—"}
ESCALATES = {"escalation", "triggers"}


def of_people(playbook: Playbook, facts: Facts) -> list[EscalationChain]:
    """The chains in which somebody takes over from another: no single helper in a list of duties,
    no list of jobs that come round, no table that says for which case each is there, no list of
    help from outside by its kinds."""
    return [
        chain
        for chain in playbook.chains
        if len(chain.steps) > 1 and not _comes_round(chain, facts) and not _is_by_case(chain, facts)
        if not _is_of_kinds(chain, facts)
    ]


def is_last_of_waits(later: Sequence[ChainStep], people: Sequence[ChainStep], facts: Facts) -> bool:
    """Every rung says how long it has, the first too, and the last has a dash: nobody follows."""
    if list(later) != [people[-1]] or any(step.after is None for step in people[:-1]):
        return False
    row = facts.page.lines[people[-1].line - 1]
    return row.lstrip().startswith("|") and row.rstrip(" |")[-1:] in DASHES


def _comes_round(chain: EscalationChain, facts: Facts) -> bool:
    """`Weekly reading of the gate log`: work, and nobody who is called."""
    return any(facts.speaks("beside", step.who) & {"comes_round"} for step in chain.steps)


def _is_of_kinds(chain: EscalationChain, facts: Facts) -> bool:
    """`Insurance: …`, `Legal: …`, `Tools: …`, in no order and without waits."""
    if chain.ordered or any(step.after is not None for step in chain.steps):
        return False
    kinds = [one for one in chain.steps if facts.speaks("beside", one.who) & {"kinds_of_help"}]
    return len(kinds) > len(chain.steps) / 2


def _is_by_case(chain: EscalationChain, facts: Facts) -> bool:
    """A column says when each is called, and with cases instead of waits."""
    if any(step.after is not None for step in chain.steps):
        return False
    lines = {step.line for step in chain.steps}
    for table in tables(facts.section_of(chain.steps[0].line)):
        rows = [row for row in table.rows if row.line in lines]
        asks = [at for at, cell in enumerate(table.head.cells) if _asks_when(cell, facts)]
        if rows and any(_is_filled(row.cells, at) for at in asks for row in rows):
            return True
    return False


def _asks_when(cell: str, facts: Facts) -> bool:
    return "when" in facts.words.columns.all(cell) or bool(
        facts.words.headings.all(cell) & {"triggers"}
    )


def _is_filled(cells: tuple[str, ...], at: int) -> bool:
    return at < len(cells) and any(sign.isalnum() for sign in cells[at])


def has_branches(chain: EscalationChain, facts: Facts) -> bool:
    """Between its rungs stands a question with an arrow: `Lit again? --> Write it down`."""
    lines = [step.line for step in chain.steps]
    between = facts.page.lines[min(lines) : max(lines) - 1]
    return any(BRANCH.search(text[:LONGEST_LINE]) for text in between)


def keeps_it(level: Severity, levels: Sequence[Severity], facts: Facts) -> bool:
    """`S4: the watch looks after it, no escalation`, in whatever chapter."""
    lines = (facts.page.lines[line - 1] for line in facts.lines_of("people", "not_escalated"))
    return any(tuple(keys_in(text, levels, facts.words)) == (level.key,) for text in lines)


def tells_waits(facts: Facts) -> bool:
    """A time after which one escalates, wherever the document speaks of that."""
    return any(
        span.seconds and not span.is_period
        for text in _about_escalating(facts)
        for span in spans_in(text, facts.words)
    )


def _about_escalating(facts: Facts) -> Iterator[str]:
    """The lines of chapters about it, and those that begin with such a label."""
    for section in facts.page.sections:
        if facts.about(section) & ESCALATES:
            yield from facts.page.lines[section.line : _own_end(section.index, facts)]
    for text in facts.page.lines:
        label = label_of(text.lstrip(" -*+")) if "*" in text or ":" in text else None
        if label is not None and facts.words.headings.all(label.name) & ESCALATES:
            yield label.value


def _own_end(index: int, facts: Facts) -> int:
    """Where the next heading begins."""
    later = facts.page.sections[index + 1 : index + 2]
    return later[0].line - 1 if later else len(facts.page.lines)

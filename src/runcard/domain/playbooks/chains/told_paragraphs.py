"""Chains in running text that name one person after the other, a clause each.

`No ack after 15 minutes → the pager goes to the second watch. After 30 → captain.`
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TypeGuard

from runcard.domain.playbooks.chains.calls_in_turn import turns_in
from runcard.domain.playbooks.chains.clause_calls import clause_calls
from runcard.domain.playbooks.chains.left_out_units import unit_in
from runcard.domain.playbooks.chains.paired_calls import paired_calls
from runcard.domain.playbooks.chains.told_clauses import Clause, clauses_of, step_in
from runcard.domain.playbooks.model import ChainStep, EscalationChain, Text
from runcard.domain.playbooks.page.blocks import Block, Paragraph, Section
from runcard.domain.playbooks.particles import is_particle
from runcard.domain.playbooks.people.first_asked import first_asked, first_holder
from runcard.domain.playbooks.times.grammar import spans_in
from runcard.domain.playbooks.vocabulary import Vocabulary

FEWEST = 2
MOST = 12


def told_paragraphs(section: Section, words: Vocabulary) -> Iterator[EscalationChain]:
    """Two people at least, of whom one is called after a wait; more clauses tell of them than of
    anything else. What goes on in the next paragraph is one chain with it."""
    told = [one.lines for one in section.blocks if _tells_by_when(one, words)]
    whole = [line for lines in told for line in lines]
    together = [*_chain_in(whole, words)] if len(told) > 1 else []
    yield from together or (chain for lines in told for chain in _chain_in(lines, words))


def _tells_by_when(block: Block, words: Vocabulary) -> TypeGuard[Paragraph]:
    if not isinstance(block, Paragraph) or block.quote is not None or block.in_item:
        return False
    return any(spans_in(line.text, words) for line in block.lines)


def _chain_in(lines: Sequence[Text], words: Vocabulary) -> Iterator[EscalationChain]:
    said = [*clauses_of(lines, words)]
    steps = steps_of(said, words)
    if is_chain(steps) and 2 * len(steps) >= len(said):
        yield EscalationChain(steps[0].line, ordered=True, steps=steps)


def is_chain(steps: Sequence[ChainStep]) -> bool:
    """Different people; all but the first in a case, one at least after a wait."""
    are_different = len({step.who for step in steps}) == len(steps)
    is_waited = any(step.after is not None and step.after.seconds for step in steps)
    cases = sum(step.condition is not None for step in steps)
    return FEWEST <= len(steps) <= MOST and is_waited and are_different and cases >= len(steps) - 1


def steps_of(said: Sequence[Clause], words: Vocabulary) -> tuple[ChainStep, ...]:
    """Whoever had the matter first comes before the first who is called in a case."""
    steps: list[ChainStep] = []
    unit = 0
    first: ChainStep | None = None
    for clause in said:
        steps.extend(_of_clause(clause, unit, words, is_first=not steps))
        unit = unit_in(f"{clause.asked} {clause.text}", words) or unit
        holder = "" if steps else first_holder(clause.text, words)
        first = ChainStep(holder, clause.line, None, None) if holder else first
    who = first_asked(steps[0].condition or "", words) if steps else None
    if who is not None and not _is_of_several(who, words):
        first = ChainStep(who, steps[0].line, None, None)
    is_new = first is not None and first.who not in {step.who for step in steps}
    return (first, *steps) if steps and first is not None and is_new else tuple(steps)


def _of_clause(
    clause: Clause, unit: int, words: Vocabulary, *, is_first: bool
) -> tuple[ChainStep, ...]:
    said = Text(clause.text, clause.line)
    turns = () if clause.asked else _turns(said, words)
    if len(turns) >= FEWEST:
        return tuple(replace(step, line=clause.line) for step in turns)
    step = step_in(clause, unit, words)
    is_told = step is not None and (is_first or step.condition is not None)
    return (step,) if step is not None and is_told else ()


def _turns(said: Text, words: Vocabulary) -> tuple[ChainStep, ...]:
    return paired_calls(said, words) or clause_calls(said, words) or turns_in(said, words)


def _is_of_several(who: str, words: Vocabulary) -> bool:
    """`the mate and the cook`: more was told than is written here."""
    return any(is_particle(one, "and", words) for one in words.particles.matches(who))

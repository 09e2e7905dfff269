"""Who is called when nobody answers: no chain, no times, two chains, or times that cannot hold."""

import re
from collections.abc import Iterator, Sequence

from runcard.domain.playbooks.checks import (
    beside_chains,
    hints,
    late_calls,
    one_person,
    parts_told,
    silent_levels,
)
from runcard.domain.playbooks.checks.called_at_once import is_escalated_to
from runcard.domain.playbooks.checks.names import is_among, name_of
from runcard.domain.playbooks.checks.reachable import is_a_piece
from runcard.domain.playbooks.checks.unfilled import keeps_apart
from runcard.domain.playbooks.facts import Facts
from runcard.domain.playbooks.levels.mentions import keys_in
from runcard.domain.playbooks.model import (
    ChainStep,
    EscalationChain,
    Finding,
    Playbook,
)
from runcard.domain.playbooks.times.grammar import spans_in
from runcard.domain.playbooks.words import folded, plain, trailing_parenthesis

BESIDE = re.compile(r"[/&+,、／]")  # `Master / Engineer` is either of them
APART = ("contacts", "escalation")


def check(playbook: Playbook, facts: Facts) -> Iterator[Finding]:
    """What is wrong with the escalation."""
    yield from silent_levels.check(playbook, facts)
    yield from one_person.check(facts)
    if not playbook.chains:
        told = any(level.escalation for level in playbook.severities)
        yield from late_calls.in_a_sentence(playbook, facts)
        told = told or _is_said(facts) or parts_told.is_one_person(facts)
        told = told or hints.calls_nobody(playbook, facts)
        told = told or parts_told.has_no_second_on_purpose(facts) or keeps_apart(facts, *APART)
        if not told and (playbook.severities or playbook.phases):
            yield facts.finding("RC301", _place(playbook, facts))
        return
    yield from _untimed(playbook, facts)
    for_all = [chain for chain in playbook.chains if not chain.keys]
    yield from _two_chains(for_all, facts)
    yield from late_calls.against_levels(playbook, facts)
    yield from _outside_the_chain(playbook, facts)


def _is_said(facts: Facts) -> bool:
    """A heading about escalation with words below it that no reader understood, or a list of people
    in which somebody is called after a time."""
    return (
        hints.speaks_of_escalating(facts)
        or hints.lists_who_is_next(facts)
        or any(
            said.kind == "row"
            and hints.is_list_of_people(said.section, facts)
            and spans_in(said.text, facts.words)
            for said in facts.said
        )
    )


def _place(playbook: Playbook, facts: Facts) -> int:
    """Where one would look for it: the heading about escalation or contacts, else the title."""
    for section in facts.page.sections:
        if facts.words.headings.all(section.title) & {"escalation", "contacts"}:
            return section.line
    return playbook.title_line or 1


def _untimed(playbook: Playbook, facts: Facts) -> Iterator[Finding]:
    chains = beside_chains.of_people(playbook, facts)
    if not chains:
        return
    first = chains[0]
    steps = [step for chain in playbook.chains for step in chain.steps]
    contacts = {contact.line for contact in playbook.contacts}
    if all(step.line == first.line for step in first.steps) and first.line in contacts:
        return  # `Cloud provider: console → Support → "Production down"` is a way through a menu
    if all(step.after is None for step in steps):
        # `30 min response`: how soon each answers tells when to go on to the next, too.
        are_told = any(spans_in(step.condition or "", facts.words) for step in steps)
        if not are_told and not beside_chains.tells_waits(facts):
            yield facts.finding("RC302", first.line, gap=_next_person(first))
        return
    if beside_chains.has_branches(first, facts):
        return
    people = [step for step in first.steps if not facts.speaks("people", step.who) & {"alarm"}]
    people = [step for step in people if not is_a_piece(step.who, facts)] or people
    later = [step for step in people[1:] if not _is_triggered(step, playbook, facts)]
    # The last one is often there for some incidents only, whatever the time.
    later = [step for step in later if step is not people[-1] or not step.condition]
    timed = [step for step in first.steps if step.after is not None]
    if timed and later and not beside_chains.is_last_of_waits(later, people, facts):
        names = ", ".join(step.who for step in later)
        yield facts.over("RC303", [step.line for step in later], names, later[0].who)


def _next_person(chain: EscalationChain) -> str:
    """Whom a wait stands in front of: the second of a chain, or its only one."""
    return chain.steps[:2][-1].who


def _is_triggered(step: ChainStep, playbook: Playbook, facts: Facts) -> bool:
    """A time, or a condition that is more than the levels it is for: `when S1 is declared`."""
    condition = step.condition or ""
    if facts.speaks("prose", condition) & {"each", "declared"}:
        return True
    levels = keys_in(condition, playbook.severities, facts.words)
    named = step.after is not None or bool(spans_in(f"{step.who} {condition}", facts.words))
    return named or bool(condition and not levels)


def _two_chains(chains: Sequence[EscalationChain], facts: Facts) -> Iterator[Finding]:
    """One person after different waits in two chains."""
    seen: dict[str, ChainStep] = {}
    for chain in chains:
        own: dict[str, ChainStep] = {}
        for step in chain.steps:
            name = folded(plain(step.who)).strip()
            if step.after is None or not step.after.seconds:
                continue
            known = seen.get(name)
            if known is None or not known.after or _are_of_two_cases(known, step, facts):
                own.setdefault(name, step)
                continue
            if not _have_two_reasons(known, step, facts):
                other = known.after
                if other.seconds != step.after.seconds:
                    text = f"{step.who}: “{step.after.text}” here, “{other.text}” in line "
                    yield facts.finding("RC306", step.line, f"{text}{other.line}")
            own.setdefault(name, step)
        seen = own | seen


def _are_of_two_cases(one: ChainStep, other: ChainStep, facts: Facts) -> bool:
    """Each stands below a case of its own: under the same words in two chapters."""
    first, second = facts.section_of(one.line), facts.section_of(other.line)
    return first.parent != second.parent and folded(first.title) == folded(second.title)


def _have_two_reasons(one: ChainStep, other: ChainStep, facts: Facts) -> bool:
    """Nobody answers, and it is not over yet: each has a wait of its own."""
    silent = [bool(facts.speaks("prose", step.condition or "") & {"unanswered"})
              for step in (one, other)]  # fmt: skip
    loud = one if silent[1] else other
    wait = loud.after.text if loud.after else ""
    rest = (loud.condition or "").replace(wait, "")
    return silent[0] is not silent[1] and any(sign.isalpha() for sign in rest)


def _outside_the_chain(playbook: Playbook, facts: Facts) -> Iterator[Finding]:
    """Levels escalate to people who stand in no chain."""
    chained = {
        part.strip()
        for chain in playbook.chains
        for step in chain.steps
        for part in (name_of(step.who), *BESIDE.split(name_of(step.who)))
        if part.strip()
    }
    chained |= {post for contact in playbook.contacts for post in _posts(contact.label, chained)}
    told = [
        (name, level)
        for level in playbook.severities
        for name in level.escalation
        if not facts.speaks("people", name.text) & {"nobody", "no_person"}
        if is_escalated_to(name, facts) and not is_a_piece(name.text, facts)
        if facts.words.contacts.find(name.text) not in {"ticket", "chat"}
    ]
    if not told or not chained:
        return
    posts = {name_of(role.name) for role in playbook.roles}
    lost = [(name, level) for name, level in told if not is_among(name.text, chained | posts)]
    if lost and len(lost) < len(told):
        names = ", ".join(dict.fromkeys(name.text for name, _ in lost))
        yield facts.finding("RC308", lost[0][0].line, names)


def _posts(label: str, chained: set[str]) -> list[str]:
    """`Dana Moor (EM)` in the list of contacts: who calls Dana calls the EM, and no other way."""
    named, post = trailing_parenthesis(plain(label))
    first = folded(named).partition(" ")[0]
    return [folded(post)] if post and {folded(named), first} & chained else []

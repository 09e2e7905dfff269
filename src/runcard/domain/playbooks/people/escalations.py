"""Who is told next: chains of people, with conditions and delays, wherever they are written."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from runcard.domain.playbooks.levels.groups import items_with_bodies, topics
from runcard.domain.playbooks.model import ChainStep, EscalationChain, Text
from runcard.domain.playbooks.page.blocks import (
    Fence,
    Item,
    Outline,
    Paragraph,
    Section,
    Table,
)
from runcard.domain.playbooks.people.arrows import diagram_steps, has_arrow_down
from runcard.domain.playbooks.people.call_lists import is_call_list
from runcard.domain.playbooks.people.escalation_matrices import matrix_chains
from runcard.domain.playbooks.people.escalation_tables import table_chain
from runcard.domain.playbooks.people.fenced_chains import fenced_chains
from runcard.domain.playbooks.people.likely_chains import likely_chains
from runcard.domain.playbooks.people.rung_leads import lead_of
from runcard.domain.playbooks.people.rungs import rungs_of
from runcard.domain.playbooks.people.sentence_chains import sentence_chains
from runcard.domain.playbooks.people.told_chains import labelled_chains, told_chains
from runcard.domain.playbooks.people.triggers import heads_triggers, listed_triggers
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import plain, untitled

FEWEST = 2


def chains_of(page: Outline, words: Vocabulary) -> tuple[EscalationChain, ...]:
    """Every chain, in document order; the first under a heading carries the heading's line."""
    found: list[EscalationChain] = []
    rungs: set[int] = set()
    for section in page.sections:
        is_ours = section.index not in rungs and _is_about_escalation(page, section, words)
        headed = _heading_rungs(page, section, words) if is_ours else ()
        rungs.update(child.index for child in headed)
        here = [*_section_chains(page, section, headed, words, is_ours=is_ours)]
        found.extend(here or ([] if is_ours else _likely(page, section, words)))
    return tuple(sorted(found, key=lambda chain: chain.line))


def _likely(page: Outline, section: Section, words: Vocabulary) -> Iterator[EscalationChain]:
    for at, chain in enumerate(likely_chains(page, section, words)):
        line = section.line if at == 0 else chain.line
        yield replace(chain, line=line, title=untitled(section.title))


def _section_chains(
    page: Outline, section: Section, headed: Sequence[Section], words: Vocabulary, *, is_ours: bool
) -> Iterator[EscalationChain]:
    listed = _all_chains(page, section, words, is_ours=is_ours)
    chains = [*_of_headings(section, headed, words), *listed]
    for at, chain in enumerate(chains):
        owned = at == 0 and is_ours and chain.title == ""
        line = section.line if owned else chain.line
        title = chain.title or untitled(section.title)
        yield EscalationChain(line, chain.ordered, chain.steps, title, chain.keys)


def _is_about_escalation(page: Outline, section: Section, words: Vocabulary) -> bool:
    """By a heading of its own or one above it; not inside runbooks or reviews."""
    own = words.about(untitled(section.title))
    above = page.path(section)[1:]
    about = topics(page, above[0], words) if above else frozenset[str]()
    inside = about if "escalation" in own else about | own
    # A step `Escalate` of a `Procedure` for all incidents, which may also head one runbook.
    inside -= {"runbooks"} if "escalation" in own and "process" in about else set()
    return (
        "escalation" in own | about
        and not heads_triggers(page, section, words)
        and not inside & {"runbooks", "review"}
    )


def _heading_rungs(page: Outline, section: Section, words: Vocabulary) -> tuple[Section, ...]:
    """`### Level 1: On-call engineer`, `### Level 2: Team lead`: headings that are the rungs."""
    children = page.children(section)
    leads = [lead_of(plain(child.title), child.line, words) for child in children]
    return children if len(leads) >= FEWEST and all(leads) else ()


def _of_headings(
    section: Section, headed: Sequence[Section], words: Vocabulary
) -> Iterator[EscalationChain]:
    steps = rungs_of([Text(plain(child.title), child.line) for child in headed], words)
    if steps:
        yield EscalationChain(section.line, ordered=False, steps=steps)


def _all_chains(
    page: Outline, section: Section, words: Vocabulary, *, is_ours: bool
) -> Iterator[EscalationChain]:
    if is_ours:
        yield from _list_chains(page, section, words)
        yield from _line_chains(section, words)
    if is_ours or heads_triggers(page, section, words):
        yield from labelled_chains(section, words)
    for block in section.blocks:
        if isinstance(block, Table) and is_ours:
            yield from [*matrix_chains(block, words)] or table_chain(block, words)
        elif isinstance(block, Fence):
            yield from fenced_chains(block, words, is_ours=is_ours)
        elif isinstance(block, Item) and is_ours:
            yield from sentence_chains(block, words, is_near=True)
        elif isinstance(block, Paragraph):
            is_near = is_ours or heads_triggers(page, section, words)
            drawn = [*sentence_chains(block, words, is_near=is_near)]
            yield from drawn or told_chains(block, words, is_near=is_near)
            yield from _drawn_chains(block, words) if is_ours else ()


def _list_chains(page: Outline, section: Section, words: Vocabulary) -> Iterator[EscalationChain]:
    triggers = {text.line for text in listed_triggers(page, section, words)}
    for entries in items_with_bodies(section):
        outer = [item for item, _ in entries if item.line not in triggers]
        steps = rungs_of([Text(item.text, item.line) for item in outer], words)
        is_led = any(lead_of(item.text, item.line, words) for item in outer)
        if any(any(sentence_chains(item, words, is_near=True)) for item in outer):
            continue
        if len(steps) >= FEWEST and (is_led or not is_call_list(outer, words)):
            yield EscalationChain(outer[0].line, outer[0].numbered, steps)


def _line_chains(section: Section, words: Vocabulary) -> Iterator[EscalationChain]:
    """Lines of running text that each begin with the number or the time of a rung."""
    run: list[Text] = []
    for block in section.blocks:
        lines = block.lines if isinstance(block, Paragraph) and not block.in_item else ()
        if lines and all(lead_of(line.text, line.line, words) for line in lines):
            run.extend(lines)
            continue
        yield from _of_lines(run, words)
        run = []
    yield from _of_lines(run, words)


def _of_lines(run: Sequence[Text], words: Vocabulary) -> Iterator[EscalationChain]:
    steps: tuple[ChainStep, ...] = rungs_of(run, words)
    if len(steps) >= FEWEST:
        yield EscalationChain(run[0].line, ordered=False, steps=steps)


def _drawn_chains(paragraph: Paragraph, words: Vocabulary) -> Iterator[EscalationChain]:
    """Names below one another, with arrows that point down between them."""
    if any(has_arrow_down(line.text) for line in paragraph.lines):
        steps = diagram_steps(paragraph.lines, words)
        if len(steps) >= FEWEST:
            yield EscalationChain(paragraph.line, ordered=False, steps=steps)

"""Who is told next: chains of people, with conditions and delays, wherever they are written."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from runcard.domain.playbooks.chains.bold_calls import bold_calls
from runcard.domain.playbooks.chains.called_together import with_each
from runcard.domain.playbooks.chains.calls_among_steps import calls_among_steps
from runcard.domain.playbooks.chains.calls_in_turn import calls_in_turn
from runcard.domain.playbooks.chains.drawings import diagram_steps
from runcard.domain.playbooks.chains.drawn_columns import drawn_columns
from runcard.domain.playbooks.chains.escalate_to import escalated_to
from runcard.domain.playbooks.chains.escalation_matrices import matrix_chains
from runcard.domain.playbooks.chains.escalation_tables import calls_in_cases, table_chain
from runcard.domain.playbooks.chains.fenced_chains import fenced_chains
from runcard.domain.playbooks.chains.heading_chains import heading_rungs, of_headings
from runcard.domain.playbooks.chains.likely_chains import likely_chains, names_levels
from runcard.domain.playbooks.chains.likely_told import likely_told
from runcard.domain.playbooks.chains.listed_chains import listed_chains, other_lists
from runcard.domain.playbooks.chains.ranked_lines import ranked_lines
from runcard.domain.playbooks.chains.repair_calls import repair_calls
from runcard.domain.playbooks.chains.rung_lines import line_chains
from runcard.domain.playbooks.chains.said_rungs import said_rungs
from runcard.domain.playbooks.chains.sentence_chains import sentence_chains
from runcard.domain.playbooks.chains.single_calls import (
    is_beside_people,
    labelled_calls,
    single_call,
)
from runcard.domain.playbooks.chains.stepped_paragraphs import stepped_paragraphs
from runcard.domain.playbooks.chains.strokes import leads_on_and_on, points_down
from runcard.domain.playbooks.chains.titled_rungs import titled_rungs
from runcard.domain.playbooks.chains.told_chains import labelled_chains, told_chains
from runcard.domain.playbooks.chains.told_paragraphs import told_paragraphs
from runcard.domain.playbooks.chains.triggers import heads_triggers, is_below_triggers
from runcard.domain.playbooks.model import EscalationChain
from runcard.domain.playbooks.page.blocks import (
    Fence,
    Item,
    Outline,
    Paragraph,
    Section,
    Table,
)
from runcard.domain.playbooks.people.labelled_parts import parted
from runcard.domain.playbooks.topics import topics
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import plain, untitled

FEWEST = 2
PEOPLE = {"escalation", "triggers", "oncall", "contacts", "roles"}
# Below a chapter on escalation as well, with a heading of their own.
APART = ({"contacts"}, {"oncall"}, {"communication"}, {"severity"})
NEVER = {"runbooks", "review", "templates", "drills"}


def chains_of(page: Outline, words: Vocabulary) -> tuple[EscalationChain, ...]:
    """Every chain, in document order; the first under a heading carries the heading's line."""
    found: list[EscalationChain] = []
    rungs: set[int] = set()
    for section in page.sections:
        if is_below_triggers(page, section, words):
            continue
        is_ours = section.index not in rungs and _is_about_escalation(page, section, words)
        headed = heading_rungs(page, section, words) if is_ours else ()
        rungs.update(child.index for child in headed)
        own, parts = (section, ()) if is_ours else _parts(page, section, words)
        here = [*_section_chains(page, own, headed, words, is_ours=is_ours)]
        here = here or ([] if is_ours else [*_likely(page, own, words)])
        found.extend(here or repair_calls(own, words))
        for part in parts:
            found.extend(_section_chains(page, part, (), words, is_ours=True))
    return tuple(sorted(found, key=lambda chain: chain.line))


def _parts(
    page: Outline, section: Section, words: Vocabulary
) -> tuple[Section, tuple[Section, ...]]:
    """What stands below a label in place of a heading, apart from the rest."""
    is_elsewhere = bool(topics(page, section, words) & (NEVER | {"severity", "process"}))
    # Below `Escalate to the lead if:` stand cases.
    is_elsewhere |= heads_triggers(page, section, words)
    return (section, ()) if is_elsewhere else parted(section, "escalation", words)


def _likely(page: Outline, section: Section, words: Vocabulary) -> Iterator[EscalationChain]:
    told = [*likely_chains(page, section, words)]
    for at, chain in enumerate(told or likely_told(page, section, words)):
        is_headed = at == 0 and (bool(told) or section.blocks[0].line == chain.line)
        line = section.line if is_headed else chain.line
        yield replace(chain, line=line, title=untitled(section.title))


def _section_chains(
    page: Outline, section: Section, headed: Sequence[Section], words: Vocabulary, *, is_ours: bool
) -> Iterator[EscalationChain]:
    listed = _all_chains(page, section, words, is_ours=is_ours)
    chains = [*of_headings(page, section, headed, words), *listed]
    if is_ours:
        others = [*other_lists(chains, section, words)]
        chains = sorted([*chains, *others], key=lambda one: one.line) if others else chains
        chains = _fuller(chains, section, words)
    chains = chains or [*_single(page, section, words, is_ours=is_ours)]
    chains = chains or ([*calls_among_steps(section, words)] if is_ours else [])
    first = min((chain.line for chain in chains), default=0)
    for chain in _told_once([one for one in chains if not names_levels(one, words)]):
        is_headed = is_ours and chain.line == first and chain.title == ""
        is_headed |= chain.line == first and heads_triggers(page, section, words)
        line = section.line if is_headed else _led_line(chain, section)
        title = chain.title or untitled(section.title)
        yield replace(with_each(chain, section, words), line=line, title=title)


def _told_once(chains: Sequence[EscalationChain]) -> list[EscalationChain]:
    """Less what two ways of reading found alike; the one that knows its level stays."""
    keyed = {chain.steps for chain in chains if chain.keys}
    known: dict[object, EscalationChain] = {}
    for chain in chains:
        if not chain.keys and chain.steps in keyed:
            continue
        same = known.setdefault((chain.steps, chain.keys), chain)
        if same.title and not chain.title:
            known[chain.steps, chain.keys] = chain
    return list(known.values())


def _led_line(chain: EscalationChain, section: Section) -> int:
    """`Escalation of a P1:` directly above the first rung, or the line of that."""
    for above, below in pairwise(section.blocks):
        if below.line == chain.line and isinstance(below, Item) and isinstance(above, Paragraph):
            last = above.lines[-1]
            return last.line if plain(last.text).endswith((":", "：")) else chain.line
    return chain.line


def _fuller(
    chains: list[EscalationChain], section: Section, words: Vocabulary
) -> list[EscalationChain]:
    """What the clauses of a paragraph tell, where that is all that was read, and more."""
    is_open = len(chains) < FEWEST
    if is_open and (bold := [*bold_calls(section, words)]):
        return bold
    if is_open and (stepped := [*stepped_paragraphs(section, words)]):
        return stepped
    told = [*told_paragraphs(section, words)] if is_open else []
    chains = chains or [*said_rungs(section, words)]
    told = told or ([] if chains else [*ranked_lines(section, words)])
    if not chains or len(told) != 1:
        return chains or told
    (read,), (fuller,) = chains, told
    is_within = {step.who for step in read.steps} < {step.who for step in fuller.steps}
    line = min(read.line, fuller.line)
    return [replace(read, line=line, steps=fuller.steps)] if is_within else chains


def _single(
    page: Outline, section: Section, words: Vocabulary, *, is_ours: bool
) -> Iterator[EscalationChain]:
    """Where nothing else is a chain: one step behind a label, or all that is below a heading."""
    about = topics(page, section, words)
    is_home = about & PEOPLE and not about & (NEVER | {"severity", "process"})
    is_peopled = is_home or (not about and is_beside_people(section, words))
    labelled = [*labelled_calls(section, words)] if is_peopled else []
    is_titled = is_ours and "escalation" in words.about(untitled(section.title))
    is_whole = is_titled and not labelled and not page.children(section)
    single = labelled or [*(single_call(section, words) if is_whole else ())]
    yield from single or (escalated_to(section, words) if is_home else ())


def _is_about_escalation(page: Outline, section: Section, words: Vocabulary) -> bool:
    """By a heading of its own or one above it; not inside runbooks or reviews."""
    own = words.about(untitled(section.title))
    above = page.path(section)[1:]
    about = topics(page, above[0], words) if above else frozenset[str]()
    if "contacts" in own and _is_a_picture(section):
        return not about & NEVER
    inside = about if "escalation" in own else about | own
    # A step `Escalate` of a `Procedure` for all incidents, which may also head one runbook; and
    # `Escalation paths and contacts`, or what stands below `On-call procedures`, are those of all.
    is_for_all = bool(about & {"process", "oncall"} or own & {"contacts", "oncall"})
    inside -= {"runbooks"} if "escalation" in own and is_for_all else set()
    return (
        "escalation" in (own if own in APART else own | about)
        and not heads_triggers(page, section, words)
        and not inside & {"runbooks", "review"}
    )


def _is_a_picture(section: Section) -> bool:
    """Names and arrows and no list: below `Contact tree`, who calls whom."""
    are_lists = any(isinstance(block, Item | Table) for block in section.blocks)
    pictures = (block for block in section.blocks if isinstance(block, Fence))
    return not are_lists and any(leads_on_and_on(one.lines) for one in pictures)


def _all_chains(
    page: Outline, section: Section, words: Vocabulary, *, is_ours: bool
) -> Iterator[EscalationChain]:
    place = _place(page, section, words, is_ours=is_ours)
    titled = [*titled_rungs(section, words)] if is_ours else []
    listed = listed_chains(page, section, words) if is_ours and not titled else []
    lined = [*line_chains(section, words)] if is_ours and not titled else []
    yield from (*(titled or listed), *lined)
    if place.is_near:
        yield from labelled_chains(section, words)
    rungs = {step.line for chain in (*listed, *lined) for step in chain.steps}
    for block in section.blocks:
        if isinstance(block, Table):
            yield from _tabled(block, words, place)
        elif isinstance(block, Fence):
            is_led = not place.is_elsewhere and _is_introduced(block, section, words)
            yield from fenced_chains(block, words, is_ours=is_ours or is_led)
        elif block.line not in rungs:
            yield from _told(block, words, place)


def _is_introduced(fence: Fence, section: Section, words: Vocabulary) -> bool:
    """`Escalation policy of the shop:` directly above."""
    above = [block for block in section.blocks if block.line < fence.line]
    last = above[-1] if above else None
    said = last.lines[-1].text if isinstance(last, Paragraph) else ""
    return "escalation" in words.about(plain(said))


class _Place(NamedTuple):
    """What the headings above a block tell: that it is about escalation, about duty, or either of
    no such thing or of the work itself."""

    is_ours: bool
    is_near: bool
    is_about_people: bool
    is_elsewhere: bool


def _place(page: Outline, section: Section, words: Vocabulary, *, is_ours: bool) -> _Place:
    about = topics(page, section, words)
    return _Place(
        is_ours=is_ours,
        is_near=is_ours or heads_triggers(page, section, words),
        is_about_people=is_ours or bool(about & PEOPLE),
        is_elsewhere=bool(about & NEVER),
    )


def _tabled(table: Table, words: Vocabulary, at: _Place) -> Iterator[EscalationChain]:
    """Chains that cells draw, wherever people are the matter; else those of the whole table."""
    drawn = [*drawn_columns(table, words)] if at.is_near or at.is_about_people else []
    matrix = [*matrix_chains(table, words)] if at.is_near and not drawn else []
    is_called = at.is_ours or (at.is_near and calls_in_cases(table, words))
    yield from drawn or matrix or (table_chain(table, words) if is_called else ())


def _told(block: Item | Paragraph, words: Vocabulary, at: _Place) -> Iterator[EscalationChain]:
    """Chains in sentences and drawings; in lists, only where people are the matter."""
    in_turn: list[EscalationChain] = []
    if not at.is_elsewhere and (at.is_about_people or isinstance(block, Paragraph)):
        in_turn = [*calls_in_turn(block, words, is_near=at.is_about_people)]
    if at.is_ours:
        # The heading names them, but for those of one level each.
        in_turn = [chain if chain.keys else replace(chain, title="") for chain in in_turn]
    if isinstance(block, Item):
        yield from in_turn or (sentence_chains(block, words, is_near=True) if at.is_ours else ())
        return
    told = in_turn or [*sentence_chains(block, words, is_near=at.is_near)]
    told = told or [*told_chains(block, words, is_near=at.is_near)]
    yield from (replace(one, title="") if at.is_ours and not one.keys else one for one in told)
    yield from _drawn_chains(block, words) if at.is_ours else ()


def _drawn_chains(paragraph: Paragraph, words: Vocabulary) -> Iterator[EscalationChain]:
    """Names below one another, with arrows that point down between them."""
    if any(points_down(line.text) for line in paragraph.lines):
        steps = diagram_steps(paragraph.lines, words)
        if len(steps) >= FEWEST:
            yield EscalationChain(paragraph.line, ordered=False, steps=steps)

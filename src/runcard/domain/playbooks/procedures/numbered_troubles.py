"""Numbered headings that are kinds of trouble: `1. Lost animal`, `2. Broken fence`."""

from collections.abc import Sequence

from runcard.domain.playbooks.levels.names import level_head
from runcard.domain.playbooks.page.blocks import Block, Item, Outline, Section, Table, label_of
from runcard.domain.playbooks.procedures.own_labels import STOPS, is_deed, is_told_to_do
from runcard.domain.playbooks.procedures.part_names import part_name
from runcard.domain.playbooks.procedures.phase_words import NOT_PHASES, is_phase_word
from runcard.domain.playbooks.procedures.signs import is_symptoms
from runcard.domain.playbooks.procedures.step_codes import NUMBERED, is_coded
from runcard.domain.playbooks.procedures.trouble_files import is_order, tells_of_trouble
from runcard.domain.playbooks.procedures.ways_of_repair import is_way_of_repair
from runcard.domain.playbooks.topics import topics
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import plain, untitled

FEWEST = 2
# `RTO: one hour.` is no answer to anything.
FEWEST_WORDS = 6
ELSEWHERE = NOT_PHASES | {"triggers", "review", "metrics", "reference"}


def numbered_troubles(page: Outline, words: Vocabulary) -> frozenset[int]:
    """The places of numbered neighbours, half of which and two at least name a trouble, from the
    first that does, or that names a repair, to the last: a course has one trouble and many steps,
    so none of them is a step of one, and something is done in each."""
    found: set[int] = set()
    for section in page.sections:
        if topics(page, section, words) & ELSEWHERE or _lists_kinds(section, words):
            continue
        numbered = [one for one in page.children(section) if NUMBERED.match(plain(one.title))]
        found.update(one.index for one in _row(page, numbered, words))
    return frozenset(found)


def _lists_kinds(section: Section, words: Vocabulary) -> bool:
    """`Types of incident`: what counts as which, and not what is done."""
    return words.works.exactly(untitled(section.title)) == "kinds"


def _row(page: Outline, numbered: Sequence[Section], words: Vocabulary) -> Sequence[Section]:
    told = [one for one in numbered if is_kind_of_trouble(one, words)]
    if len(told) < FEWEST:
        return ()
    named = {one.index for one in told}
    kinds = [one for one in numbered if one.index in named or is_way_of_repair(one, words)]
    first, last = kinds[0].index, kinds[-1].index
    row = [one for one in numbered if first <= one.index <= last]
    are_free = all(one.index in named or is_free(one, words) for one in row)
    are_worked = all(is_worked(page, one, words) or _is_worked_below(page, one, words)
                     for one in row)  # fmt: skip
    return row if are_free and are_worked and 2 * len(told) >= len(row) else ()


def is_kind_of_trouble(section: Section, words: Vocabulary) -> bool:
    """`Lost animal`; not `Contain the outage`, `Failure analysis` or `Close the broken gate`, which
    are steps, nor `P1: Total outage`, which is a level."""
    title = untitled(section.title)
    is_step = words.meanings.all(title) or is_order(section, words)
    is_other = words.about(title) & ELSEWHERE or level_head(title, words) is not None
    return tells_of_trouble(title, words) and not (is_step or is_other)


def is_free(section: Section, words: Vocabulary) -> bool:
    """A repair, or about nothing that is known."""
    title = untitled(section.title)
    is_step = is_phase_word(section.title, words) or part_name(title, words) is not None
    is_other = words.about(title) & ELSEWHERE
    return is_way_of_repair(section, words) or not (is_step or is_other)


def is_worked(page: Outline, section: Section, words: Vocabulary) -> bool:
    """Steps, commands, or sentences of a list or table, directly below it or in a part of it."""
    inside = [one for one in page.children(section) if _is_part(one, words)]
    return any(_is_done(block, words) for one in (section, *inside) for block in one.blocks)


def _is_worked_below(page: Outline, section: Section, words: Vocabulary) -> bool:
    """Steps or commands under headings of any names, none of which is a trouble or a step."""
    below = page.children(section)
    are_others = any(is_kind_of_trouble(one, words) or is_coded(one.title, words) for one in below)
    return not are_others and any(is_deed(block) for one in below for block in one.blocks)


def _is_done(block: Block, words: Vocabulary) -> bool:
    """`- The gate is open: close it and count the sheep.` and a table of signs and actions as well:
    what is found, and what is done about it."""
    if isinstance(block, Table):
        heads = block.head.cells[1:]
        return any(
            words.labels.exactly(one) == "action" or words.parts.exactly(one) for one in heads
        )
    label = label_of(block.text) if isinstance(block, Item) else None
    said = label.value.rstrip() if label is not None else ""
    is_answer = said.endswith(STOPS) and len(said.split()) >= FEWEST_WORDS
    return is_answer or is_told_to_do(block)


def _is_part(section: Section, words: Vocabulary) -> bool:
    return part_name(section.title, words) is not None or is_symptoms(section.title, words)

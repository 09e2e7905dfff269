"""Kinds of incident by the level that each of some neighbours states for itself."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import takewhile

from runcard.domain.playbooks.levels.names import level_head
from runcard.domain.playbooks.levels.own_keys import is_surely_level
from runcard.domain.playbooks.page.blocks import Block, Fence, Item, Outline, Paragraph, Section
from runcard.domain.playbooks.procedures.runbook_severities import rating_in
from runcard.domain.playbooks.procedures.step_codes import is_coded
from runcard.domain.playbooks.topics import topics
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import untitled

FEWEST = 2
ELSEWHERE = {"contacts", "roles", "templates", "review", "drills", "escalation", "oncall"}


def that_state_levels(page: Outline, words: Vocabulary) -> frozenset[int]:
    """`**Severity**: P1` below each of two headings at least, with work below it: a process has no
    level of its own, so neither is a phase, whatever number it has; by their places."""
    beside: defaultdict[int, list[int]] = defaultdict(list)
    for one in page.sections:
        if one.parent is not None and _may_be_one(page, one, words) and _is_done(page, one):
            beside[one.parent].append(one.index)
    return frozenset(place for found in beside.values() if len(found) >= FEWEST for place in found)


def _may_be_one(page: Outline, section: Section, words: Vocabulary) -> bool:
    """States a level; neither is one nor is about people or messages."""
    if section.level < FEWEST or not any(_ratings(page, section, words)):
        return False
    level = level_head(untitled(section.title), words)
    is_level = level is not None and (level.worded or is_surely_level(level, page, words))
    is_other = is_level or is_coded(section.title, words)
    return not is_other and not topics(page, section, words) & ELSEWHERE


def _ratings(page: Outline, section: Section, words: Vocabulary) -> Iterator[str | None]:
    """On a line in front of all work, or in a heading directly below."""
    for block in takewhile(lambda block: not _is_work(block), section.blocks):
        if isinstance(block, Paragraph | Item):
            yield from (rating_in(line.text, words) for line in block.lines)
    yield from (rating_in(child.title, words) for child in page.children(section))


def _is_work(block: Block) -> bool:
    is_step = isinstance(block, Item) and (block.numbered or block.box)
    return is_step or isinstance(block, Fence)


def _is_done(page: Outline, section: Section) -> bool:
    return any(_is_work(block) for part in page.under(section) for block in part.blocks)

"""Levels by names that nobody knows: a ladder is known by what each of its steps promises.

`Inferno`, `Category A` or `Code Heron` say nothing by themselves. Two to six neighbours in one
list, table or run of headings are levels where most of them promise something; outside a place that
speaks of severity, they also have to say what each means, to promise more than one kind of thing,
and to answer later from step to step, as plans, windows and suppliers do not.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from runcard.domain.playbooks.levels.afterwords import without_afterword
from runcard.domain.playbooks.levels.bold_names import beginnings
from runcard.domain.playbooks.levels.columns import column_concepts
from runcard.domain.playbooks.levels.entries import LevelEntry, LevelGroup
from runcard.domain.playbooks.levels.groups import is_list_of_levels, item_head
from runcard.domain.playbooks.levels.lead_ins import introduced_lists
from runcard.domain.playbooks.levels.names import LevelHead, free_head, level_head
from runcard.domain.playbooks.levels.other_chapters import ELSEWHERE
from runcard.domain.playbooks.levels.severities import levels_of
from runcard.domain.playbooks.model import Severity, SeverityForm, TimeValue
from runcard.domain.playbooks.page.blocks import Block, Fence, Item, Outline, Section, Table, tables
from runcard.domain.playbooks.page.bodies import items_with_bodies
from runcard.domain.playbooks.times.clauses import TIMES, concepts_of
from runcard.domain.playbooks.times.grammar import spans_in
from runcard.domain.playbooks.topics import topics
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import (
    has_letters,
    trailing_parenthesis,
    untitled,
    without_emoji,
)

SPLIT = re.compile(r"\s*[:：]\s+|\s*：\s*|\s+[-–—]\s+")
FEWEST = 2
MOST = 6
MOST_WORDS = 5
LONGEST_KEY = 32
NO_LADDERS = ELSEWHERE | {"process", "runbooks", "metrics", "triggers", "war_room"}
NEVER = 10**9


def free_ladders(page: Outline, words: Vocabulary) -> tuple[LevelGroup, ...]:
    """The first ladder of a page whose levels go by names of the team's own."""
    for section in page.sections:
        for group in _groups_in(page, section, words):
            if is_list_of_levels(group, page, words) and _is_ladder(group, page, words):
                return (group,)
    return ()


def _is_ladder(group: LevelGroup, page: Outline, words: Vocabulary) -> bool:
    about = topics(page, group.where, words)
    levels = [one.level for one in levels_of(group, words)]
    if 2 * sum(bool(_promised(level)) for level in levels) <= len(levels):
        return False
    if "severity" in about or group.introduced:
        return True
    return not about & NO_LADDERS and _means_and_promises(levels)


def _means_and_promises(levels: Sequence[Severity]) -> bool:
    """What every step means, two kinds of promises, and answers that come later and later."""
    told = sum(bool(level.definition or level.examples) for level in levels)
    kinds = {kind for level in levels for kind in _promised(level)}
    waits = [wait for level in levels if (wait := level.response or level.acknowledge)]
    return 2 * told > len(levels) and len(kinds) >= FEWEST and _rises(waits)


def _rises(waits: Sequence[TimeValue]) -> bool:
    """Never shorter than the one before, and not all the same."""
    lengths = [NEVER if wait.seconds is None else wait.seconds for wait in waits]
    is_sorted = all(first <= second for first, second in pairwise(lengths))
    return len(set(lengths)) >= FEWEST and is_sorted


def _promised(level: Severity) -> set[str]:
    """The kinds of promises a level makes."""
    said = {
        "take": level.response or level.acknowledge,
        "repair": level.resolution,
        "rhythm": level.cadence or level.cadence_external,
    }
    return {kind for kind, time in said.items() if time is not None}


def _groups_in(page: Outline, section: Section, words: Vocabulary) -> Iterator[LevelGroup]:
    """Every list, table and run of two to six neighbours with a name each."""
    yield from _rows(section, words)
    yield from _headings(page, section, words)
    yield from _bullets(section, words)
    yield from _bold_lines(section, words)


def _rows(section: Section, words: Vocabulary) -> Iterator[LevelGroup]:
    for table in tables(section):
        heads = [_head(row.cells[0], words) if row.cells else None for row in table.rows]
        entries = tuple(
            LevelEntry(head, row.line, row=row)
            for row, head in zip(table.rows, heads, strict=True)
            if head is not None
        )
        is_whole = len(entries) == len(table.rows) and _is_few(entries)
        if is_whole and _answers_before_it_repeats(table, words):
            form = SeverityForm.HTML_TABLE if table.html else SeverityForm.TABLE
            yield LevelGroup(form, table.head.line, entries, section, table.head.cells)


def _answers_before_it_repeats(table: Table, words: Vocabulary) -> bool:
    """A head that names a promise; or the answer in front of the rhythm: a table of jobs says how
    often each runs before it says how late it may be."""
    heads = table.head.cells
    if any(set(concepts_of(head, words)) & set(TIMES) for head in heads[1:]):
        return True
    known = column_concepts(heads, table.rows, words)
    first = next((one for one in known if one and one[0] in TIMES), ())
    return first == ("response",)


def _headings(page: Outline, section: Section, words: Vocabulary) -> Iterator[LevelGroup]:
    children = page.children(section)
    heads = [_head(untitled(child.title), words) for child in children]
    below = [tuple(b for part in page.under(child) for b in part.blocks) for child in children]
    entries = tuple(
        LevelEntry(head, child.line, blocks=blocks)
        for child, head, blocks in zip(children, heads, below, strict=True)
        if head is not None
    )
    is_work = any(_is_work(block) for blocks in below for block in blocks)
    if len(entries) == len(children) and _is_few(entries) and not is_work:
        told = without_afterword(entries)
        yield LevelGroup(SeverityForm.HEADINGS, section.line, told, section)


def _is_work(block: Block) -> bool:
    """Numbered steps, boxes and fences are what phases and runbooks hold."""
    return isinstance(block, Fence) or (isinstance(block, Item) and (block.numbered or block.box))


def _bullets(section: Section, words: Vocabulary) -> Iterator[LevelGroup]:
    below = introduced_lists(section, words)
    for entries in items_with_bodies(section):
        if not FEWEST <= len(entries) <= MOST:
            continue
        named = [(item_head(item, words, free=True), item, body) for item, body in entries]
        known = tuple(
            LevelEntry(head, item.line, text, body, end_line=item.lines[-1].line)
            for (head, text), item, body in named
            if head is not None and _is_name(head.key)
        )
        if len(known) == len(entries) and _is_few(known):
            is_told = entries[0][0].line in below
            yield LevelGroup(SeverityForm.BULLETS, section.line, known, section, introduced=is_told)


def _bold_lines(section: Section, words: Vocabulary) -> Iterator[LevelGroup]:
    found = tuple(beginnings(section, lambda label: _head(label, words)))
    if _is_few(found):
        told = without_afterword(found)
        yield LevelGroup(SeverityForm.BOLD_LINES, section.line, told, section)


def _head(text: str, words: Vocabulary) -> LevelHead | None:
    """`Category A: Stop the press` is a key and its name; `Hot (hands on)` as well."""
    known = level_head(text, words)
    if known is not None:
        return known
    bare = without_emoji(text.strip("`* "))
    key, *name = SPLIT.split(bare, maxsplit=1)
    short, inside = trailing_parenthesis(key)
    if not _is_name(short):
        return None
    said = name[0].strip() if name else inside
    told, remark = trailing_parenthesis(said or "")
    if remark is not None and spans_in(remark, words):  # `F0 – Town dark (answer in 5 minutes)`
        return LevelHead(short.strip(), told or None, remark=remark, sure=False, worded=True)
    head = free_head(short, words)
    return LevelHead(head.key, said or None, sure=False, worded=True)


def _is_name(key: str) -> bool:
    return has_letters(key) and len(key) <= LONGEST_KEY and len(key.split()) <= MOST_WORDS


def _is_few(entries: Sequence[LevelEntry]) -> bool:
    return FEWEST <= len(entries) <= MOST

"""Headings that name levels, `### SEV1: Outage`, or add to them, `### SEV1 examples`."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from runcard.domain.playbooks.levels.afterwords import without_afterword
from runcard.domain.playbooks.levels.entries import LevelEntry, LevelGroup
from runcard.domain.playbooks.levels.kinds_of_trouble import are_kinds_of_trouble
from runcard.domain.playbooks.levels.lead_ins import ADDED
from runcard.domain.playbooks.levels.names import LevelHead, counted_head, level_head
from runcard.domain.playbooks.levels.openings import asked_level
from runcard.domain.playbooks.levels.own_names import are_in_turn, own_head
from runcard.domain.playbooks.levels.plans import without_plans
from runcard.domain.playbooks.model import SeverityForm, Text
from runcard.domain.playbooks.page.blocks import (
    Block,
    Fence,
    Item,
    Outline,
    Paragraph,
    Section,
    label_of,
)
from runcard.domain.playbooks.times.clauses import TIMES, concepts_of
from runcard.domain.playbooks.times.running_text import are_broken
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import plain, untitled

FEWEST = 2


def level_headings(page: Outline, section: Section, words: Vocabulary) -> Iterator[LevelGroup]:
    """The headings directly below a section that name levels, if they are no kinds of trouble."""
    children = page.children(section)
    entries = [_entry(page, child, words) for child in children]
    known = tuple(entry for entry in entries if entry is not None)
    if len(known) < len(children):
        yield from _with_own_names(page, section, words)
    if not known or are_kinds_of_trouble(page, children, words):
        return
    line = section.line or known[0].line
    for part in _apart(known, words):
        matter = _matter(part, words)
        told = tuple(map(_unnamed, part)) if matter else without_afterword(part)
        yield LevelGroup(SeverityForm.HEADINGS, line, told, section, matter=matter)


def _with_own_names(page: Outline, section: Section, words: Vocabulary) -> Iterator[LevelGroup]:
    """`### Red: floor down`, where all that stand beside it are called so."""
    children = page.children(section)
    heads = [own_head(untitled(child.title), words) for child in children]
    if are_in_turn(heads, words) and not are_kinds_of_trouble(page, children, words):
        told = zip(heads, children, strict=True)
        known = tuple(_told_below(page, child, head, words) for head, child in told if head)
        line = section.line or known[0].line
        yield LevelGroup(SeverityForm.HEADINGS, line, known, section, has_own_names=True)


def _apart(entries: tuple[LevelEntry, ...], words: Vocabulary) -> Iterator[tuple[LevelEntry, ...]]:
    """The levels themselves, `P1 - Critical`, and beside them what adds to them: `P1 examples`."""
    adding = tuple(one for one in entries if words.labels.exactly(one.head.name or "") in ADDED)
    levels = tuple(one for one in entries if one not in adding)
    yield from (part for part in (levels, adding) if part)


def _entry(page: Outline, section: Section, words: Vocabulary) -> LevelEntry | None:
    title = untitled(section.title)
    head = asked_level(title, words) or level_head(title, words) or counted_head(title, words)
    return None if head is None else _told_below(page, section, head, words)


def _told_below(page: Outline, section: Section, head: LevelHead, words: Vocabulary) -> LevelEntry:
    told = without_plans(page, section, words)
    parts = [one for one in told if not _is_work(one, section, words)]
    blocks = tuple(block for part in parts for block in _labelled(part, words))
    return _with_its_words(LevelEntry(head, section.line, blocks=blocks), words)


def _with_its_words(entry: LevelEntry, words: Vocabulary) -> LevelEntry:
    """Sentences directly below a heading that are broken over lines are read as a whole."""
    first = entry.blocks[0] if entry.blocks else None
    if not isinstance(first, Paragraph) or first.quote is not None or first.in_item:
        return entry
    label = label_of(first.lines[0].text)
    is_field = label is not None and (label.bold or bool(concepts_of(label.name, words)))
    if is_field or not are_broken(first.lines):
        return entry
    said = " ".join(plain(line.text) for line in first.lines)
    return replace(entry, text=said, told=first.lines, blocks=entry.blocks[1:])


def _is_work(part: Section, level: Section, words: Vocabulary) -> bool:
    """`### Till down` with commands, with steps, or signs and deeds under labels, below `## P1
    incidents`, tells nothing of the level."""
    if part.index == level.index:
        return False
    title = plain(untitled(part.title))
    is_named = words.labels.exactly(title) is not None or label_of(title) is not None
    if any(isinstance(one, Fence) or (_is_step(one) and not is_named) for one in part.blocks):
        return True
    said = [block.lines[0].text for block in part.blocks if isinstance(block, Paragraph)]
    labels = [label for text in said if text.startswith("**") and (label := label_of(text))]
    fields = [label for label in labels if concepts_of(label.name, words)]
    return len(labels) >= FEWEST and len(fields) * 2 <= len(labels)


def _is_step(block: Block) -> bool:
    return isinstance(block, Item) and (block.numbered or bool(block.box))


def _labelled(section: Section, words: Vocabulary) -> Iterator[Block]:
    """The blocks below a heading; `#### Examples` in a level is the label of what follows, and
    `#### Response time: 1 hour` says it all."""
    title = plain(untitled(section.title))
    label = label_of(title)
    is_time = label is not None and bool(set(concepts_of(label.name, words)) & set(TIMES))
    if is_time or words.labels.exactly(title) is not None:
        said = title if is_time else f"**{title.rstrip(':： ')}**:"
        yield Paragraph(section.line, (Text(said, section.line),))
    yield from section.blocks


def _matter(entries: Sequence[LevelEntry], words: Vocabulary) -> tuple[str, ...]:
    """What all of them add to levels of another place by the word behind the key: `examples`."""
    named = {words.labels.exactly(entry.head.name or "") for entry in entries}
    one = next(iter(named)) if len(named) == 1 else None
    return (one,) if one in ADDED and len(entries) >= FEWEST else ()


def _unnamed(entry: LevelEntry) -> LevelEntry:
    return replace(entry, head=replace(entry.head, name=None))

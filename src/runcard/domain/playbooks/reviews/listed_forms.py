"""A form for reviews that is only listed: `### Template`, or `Template:`, above its parts."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from runcard.domain.playbooks.model import ReviewTemplate
from runcard.domain.playbooks.page.blocks import (
    Block,
    Item,
    Outline,
    Paragraph,
    Section,
    label_of,
)
from runcard.domain.playbooks.page.bodies import items_with_bodies
from runcard.domain.playbooks.times.clauses import sentences
from runcard.domain.playbooks.topics import topics
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import plain, untitled

FEWEST, FEWEST_KNOWN = 3, 2
MOST_WORDS = 8
COLONS = (":", "：")


def listed_form(page: Outline, words: Vocabulary) -> ReviewTemplate | None:
    """The first list of parts below a heading, a line or an entry that names a template, in a
    chapter on reviews."""
    for section in page.sections:
        if _is_of_a_template(page, section, words):
            if told := _titled_form(page, section):
                return told
            for entries in items_with_bodies(section):
                parts = _parts([item for item, _ in entries])
                if parts:
                    first, last = entries[0][0].line, _last_line(entries[-1])
                    text = "\n".join(page.lines[first - 1 : last])
                    return ReviewTemplate(section.line, text, first, parts)
        if parts_told := _sections_of_a_form(page, section, words):
            return parts_told
        if "review" in topics(page, section, words) and (told := _told_form(page, section, words)):
            return told
    return None


def _sections_of_a_form(
    page: Outline, section: Section, words: Vocabulary
) -> ReviewTemplate | None:
    """`### What it must tell` directly below `## Post-mortem template`: a list of parts, two of
    which are asked after every incident."""
    above = page.sections[section.parent] if section.parent is not None else section
    lists = items_with_bodies(section)
    if len(lists) != 1 or not _is_of_a_template(page, above, words):
        return None
    entries = [item for item, _ in lists[0]]
    parts = _parts(entries)
    if sum(words.review.speaks_of(one, "asked") for one in parts) < FEWEST_KNOWN:
        return None
    first, last = entries[0].line, _last_line(lists[0][-1])
    return ReviewTemplate(section.line, "\n".join(page.lines[first - 1 : last]), first, parts)


def _titled_form(page: Outline, section: Section) -> ReviewTemplate | None:
    """`**Impact:**` above a list, and so for each part: the titles are the parts."""
    blocks = section.blocks
    titled = [
        (label.name, block.line)
        for block, below in pairwise(blocks)
        if isinstance(block, Paragraph) and isinstance(below, Item)
        if (label := label_of(block.lines[-1].text)) and label.stands_alone
    ]
    if len(titled) < FEWEST:
        return None
    first = titled[0][1]
    last = max(line.line for one in blocks if isinstance(one, Item) for line in one.lines)
    text = "\n".join(page.lines[first - 1 : last])
    parts = tuple(name.rstrip(":： ") for name, _ in titled)
    return ReviewTemplate(section.line, text, first, parts)


def _told_form(page: Outline, section: Section, words: Vocabulary) -> ReviewTemplate | None:
    """`1. Public report within a day. Template:` above a nested list, or a line above a list."""
    for at, block in enumerate(section.blocks):
        if isinstance(block, Paragraph | Item) and _introduces(block, words):
            depth = block.depth + 1 if isinstance(block, Item) else 1
            entries = [*_directly_below(section.blocks[at + 1 :], depth)]
            if parts := _parts(entries):
                first, last = entries[0].line, entries[-1].lines[-1].line
                text = "\n".join(page.lines[first - 1 : last])
                return ReviewTemplate(block.line, text, first, parts)
    return None


def _introduces(block: Paragraph | Item, words: Vocabulary) -> bool:
    """Whether the last thing a line says is that a template follows."""
    said = plain(block.lines[-1].text)
    last = next(reversed(sentences(said)), "")
    return said.endswith(COLONS) and words.review.speaks_of(last, "template")


def _directly_below(blocks: Sequence[Block], depth: int) -> Iterator[Item]:
    for block in blocks:
        if not isinstance(block, Item) or block.depth != depth:
            return
        yield block


def _last_line(entry: tuple[Item, tuple[Block, ...]]) -> int:
    item, body = entry
    nested = (block for block in body if isinstance(block, Item))
    return max(one.lines[-1].line for one in (item, *nested))


def _is_of_a_template(page: Outline, section: Section, words: Vocabulary) -> bool:
    """`Post-incident notification` heads messages, and no form."""
    title = untitled(section.title)
    is_form = "templates" in words.about(title) and words.review.speaks_of(title, "template")
    return is_form and "review" in topics(page, section, words)


def _parts(entries: Sequence[Item]) -> tuple[str, ...]:
    """The names of all entries; none where one of them is a sentence or something to tick off."""
    names = [_name(item) for item in entries]
    are_parts = all(0 < len(name.split()) <= MOST_WORDS for name in names)
    is_work = any(item.box for item in entries)
    return tuple(names) if len(names) >= FEWEST and are_parts and not is_work else ()


def _name(item: Item) -> str:
    label = label_of(item.text)
    return plain(label.name if label is not None and label.bold else item.text).strip(" :：.")

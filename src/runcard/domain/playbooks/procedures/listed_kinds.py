"""Kinds of trouble that a table lists, each worked off below a heading of the same name."""

from collections.abc import Iterator

from runcard.domain.playbooks.page.blocks import Fence, Item, Outline, Section, tables
from runcard.domain.playbooks.people.persons import plays_a_part
from runcard.domain.playbooks.procedures.part_names import part_name
from runcard.domain.playbooks.procedures.phase_words import is_phase_word
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import folded, plain, untitled

FEWEST = 2


def listed_kinds(page: Outline, words: Vocabulary) -> frozenset[int]:
    """The places of headings below one chapter, two at least, that repeat the first cells of half
    of a table or more: neither phases nor parts nor people, and with work below each of them."""
    rows = [*_names(page)]
    found: set[int] = set()
    for chapter in page.sections if rows else ():
        children = page.children(chapter) if chapter.level >= FEWEST else ()
        titles = {folded(plain(untitled(one.title))): one.index for one in children}
        for names in rows:
            kinds = [page.sections[titles[name]] for name in names if name in titles]
            is_most = len(kinds) >= FEWEST and 2 * len(kinds) >= len(names)
            if is_most and all(_is_a_kind(one, words) for one in kinds):
                found |= {one.index for one in kinds}
    return frozenset(found)


def _names(page: Outline) -> Iterator[list[str]]:
    """The first cells of each table."""
    for section in page.sections:
        for table in tables(section):
            yield [folded(plain(row.cells[0])) for row in table.rows if row.cells and row.cells[0]]


def _is_a_kind(section: Section, words: Vocabulary) -> bool:
    title = untitled(section.title)
    is_other = is_phase_word(title, words) or part_name(title, words) or plays_a_part(title, words)
    is_done = any(
        isinstance(block, Fence) or (isinstance(block, Item) and (block.numbered or block.box))
        for block in section.blocks
    )
    return is_done and not is_other and not words.about(title)

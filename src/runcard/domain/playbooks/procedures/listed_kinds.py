"""Kinds of trouble that a table lists, each worked off below a heading of the same name."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from runcard.domain.playbooks.page.blocks import Outline, Section, tables
from runcard.domain.playbooks.people.persons import plays_a_part
from runcard.domain.playbooks.procedures.own_labels import is_deed
from runcard.domain.playbooks.procedures.part_names import part_name
from runcard.domain.playbooks.procedures.phase_words import is_phase_word
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import folded, plain, untitled

FEWEST = 2
MOST_TABLES = 8  # with one name in common, as in a page that was pasted again and again


def listed_kinds(page: Outline, words: Vocabulary) -> frozenset[int]:
    """The places of headings below one chapter, two at least, that repeat the first cells of half
    of a table or more: neither phases nor parts nor people, and with work below each of them."""
    tables_of, sizes = _tables_by_name(page)
    found: set[int] = set()
    for chapter in page.sections if sizes else ():
        named: defaultdict[int, list[Section]] = defaultdict(list)
        for child in page.children(chapter) if chapter.level >= FEWEST else ():
            for table in tables_of.get(_name(child.title), ()):
                named[table].append(child)
        for table, kinds in named.items():
            is_most = len(kinds) >= FEWEST and 2 * len(kinds) >= sizes[table]
            if is_most and all(_is_a_kind(one, words) for one in kinds):
                found |= {one.index for one in kinds}
    return frozenset(found)


def _tables_by_name(page: Outline) -> tuple[Mapping[str, Sequence[int]], Sequence[int]]:
    """For each first cell the tables that have it, by their number, the first few of them; and how
    many rows each table has."""
    tables_of: defaultdict[str, list[int]] = defaultdict(list)
    sizes: list[int] = []
    for section in page.sections:
        for table in tables(section):
            names = {_name(row.cells[0]) for row in table.rows if row.cells and row.cells[0]}
            for name in names:
                if len(tables_of[name]) < MOST_TABLES:
                    tables_of[name].append(len(sizes))
            sizes.append(len(names))
    return tables_of, sizes


def _name(text: str) -> str:
    return folded(plain(untitled(text)))


def _is_a_kind(section: Section, words: Vocabulary) -> bool:
    title = untitled(section.title)
    is_other = is_phase_word(title, words) or part_name(title, words) or plays_a_part(title, words)
    is_done = any(map(is_deed, section.blocks))
    return is_done and not is_other and not words.about(title)

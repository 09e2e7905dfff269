"""Deadlines of messages in a table of what is owed: `Letter to the guests | within 2 hours`.

Such a row is about the one message whose heading or label has all words of the first cell.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from runcard.domain.playbooks.model import Template, TimeValue
from runcard.domain.playbooks.page.blocks import Outline, tables
from runcard.domain.playbooks.times.grammar import spans_in
from runcard.domain.playbooks.times.tokens import Kind
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import WIDE, folded, plain, trailing_parenthesis, untitled

WORD = re.compile(r"[^\W\d_]{2,40}")
PAIR = 2
FEWEST = 2
SHORTEST_WIDE = 4
LONGEST = 80
MOST_MESSAGES = 24


def with_tabled_deadlines(
    templates: Sequence[Template], page: Outline, words: Vocabulary
) -> tuple[Template, ...]:
    """The messages; one without a deadline has that of the only row that names it alone. Where
    there are more than anybody writes, no row is compared with all of them."""
    found = list(templates)
    for name, due in _owed(page, words) if 0 < len(templates) <= MOST_MESSAGES else ():
        meant = [at for at, one in enumerate(templates) if _is_named(name, one)]
        if len(meant) == 1 and found[meant[0]].deadline is None:
            found[meant[0]] = replace(found[meant[0]], deadline=due)
    return tuple(found)


def _owed(page: Outline, words: Vocabulary) -> Iterator[tuple[str, TimeValue]]:
    """First cell and time of the rows of two cells that say by when."""
    for section in page.sections:
        for table in tables(section):
            for row in table.rows if len(table.head.cells) == PAIR else ():
                name, cell = (*row.cells, "", "")[:PAIR]
                spans = [*spans_in(cell, words)]
                is_until = len(spans) == 1 and bool(spans[0].leads & {Kind.UNDER, Kind.AFTER})
                if is_until and not spans[0].is_period:
                    yield trailing_parenthesis(plain(name))[0], spans[0].value(cell, row.line)


def _is_named(name: str, template: Template) -> bool:
    """All words of a name, two at least, stand in the heading of a message; in scripts without
    spaces, the whole name does."""
    low, title = folded(name), folded(untitled(template.title))
    if len(low) > LONGEST:
        return False
    if WIDE.search(low):
        return len(low) >= SHORTEST_WIDE and low in title
    said = set(WORD.findall(low))
    return len(said) >= FEWEST and said <= set(WORD.findall(title))

"""Chapters that no number tells apart and that are kinds of trouble: `Lost animal`."""

from collections.abc import Iterator, Sequence
from itertools import takewhile

from runcard.domain.playbooks.page.blocks import Outline, Section, items
from runcard.domain.playbooks.procedures.numbered_troubles import (
    is_free,
    is_kind_of_trouble,
    is_worked,
)
from runcard.domain.playbooks.procedures.step_codes import NUMBERED
from runcard.domain.playbooks.procedures.trouble_files import is_order, is_upkeep
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import plain, untitled

FEWEST = 3
FEWEST_STEPS = 2


def unnumbered_troubles(page: Outline, words: Vocabulary) -> frozenset[int]:
    """The places of chapters directly below the title of the page, from the first that names a
    trouble to the last: three at least and more than half of them do, nothing else stands between
    them, and something is done in three of four. Where every chapter of the page has a number, it
    tells nothing of them."""
    return frozenset(
        one.index
        for title in page.sections
        if title.level == 1
        for one in _row(page, page.children(title), words)
    )


def _row(page: Outline, chapters: Sequence[Section], words: Vocabulary) -> Sequence[Section]:
    are_all = all(map(_is_numbered, chapters))
    free = [one for one in chapters if are_all or not _is_numbered(one)]
    told = {one.index for one in free if is_kind_of_trouble(one, words)}
    if len(told) < FEWEST:
        return ()
    row = [one for one in chapters if min(told) <= one.index <= max(told)]
    worked = {one.index for one in row if is_worked(page, one, words)}
    are_free = all(
        one.index in told or (one.index in worked and is_free(one, words)) for one in row
    )
    is_most = 2 * len(told) > len(row) and 4 * len(worked) >= 3 * len(row)
    return (*row, *_behind(row, chapters, words)) if are_free and is_most else ()


def _behind(
    row: Sequence[Section], chapters: Sequence[Section], words: Vocabulary
) -> Iterator[Section]:
    """What goes on as all of the row do, in numbered steps, and is about nothing else that is
    known: a kind of trouble by a name of its own."""
    if all(map(_is_in_steps, row)):
        later = (one for one in chapters if one.index > row[-1].index)
        yield from takewhile(lambda one: _is_in_steps(one) and _is_unknown(one, words), later)


def _is_in_steps(section: Section) -> bool:
    steps = [one for one in items(section) if one.numbered and one.depth == 1]
    return len(steps) >= FEWEST_STEPS


def _is_unknown(section: Section, words: Vocabulary) -> bool:
    is_other = words.about(untitled(section.title)) or is_upkeep(section, words)
    return is_free(section, words) and not (is_other or is_order(section, words))


def _is_numbered(section: Section) -> bool:
    return NUMBERED.match(plain(section.title)) is not None

"""Chapters without a number that are kinds of trouble: `Lost animal`, `Broken fence`."""

from collections.abc import Sequence

from runcard.domain.playbooks.page.blocks import Outline, Section
from runcard.domain.playbooks.procedures.numbered_troubles import (
    is_free,
    is_kind_of_trouble,
    is_worked,
)
from runcard.domain.playbooks.procedures.step_codes import NUMBERED
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import plain

FEWEST = 3


def unnumbered_troubles(page: Outline, words: Vocabulary) -> frozenset[int]:
    """The places of chapters directly below the title of the page, from the first that names a
    trouble to the last: three at least and more than half of them do, nothing else stands between
    them, and something is done in three of four."""
    return frozenset(
        one.index
        for title in page.sections
        if title.level == 1
        for one in _row(page, page.children(title), words)
    )


def _row(page: Outline, chapters: Sequence[Section], words: Vocabulary) -> Sequence[Section]:
    told = {one.index for one in chapters if _is_told(one, words)}
    if len(told) < FEWEST:
        return ()
    row = [one for one in chapters if min(told) <= one.index <= max(told)]
    worked = {one.index for one in row if is_worked(page, one, words)}
    are_free = all(
        one.index in told or (one.index in worked and is_free(one, words)) for one in row
    )
    is_most = 2 * len(told) > len(row) and 4 * len(worked) >= 3 * len(row)
    return row if are_free and is_most else ()


def _is_told(section: Section, words: Vocabulary) -> bool:
    is_numbered = NUMBERED.match(plain(section.title)) is not None
    return not is_numbered and is_kind_of_trouble(section, words)

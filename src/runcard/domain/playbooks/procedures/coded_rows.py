"""Headings that a page counts by a letter and a number: `C1 Router dead`, `C2 Transit down`."""

import re
from collections.abc import Callable

from runcard.domain.playbooks.page.blocks import Outline, Section
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import plain

CODE = re.compile(r"^([A-Z]{1,3})-?(\d{1,2})[.):]?\s+[^\W\d_]")
FEWEST = 3


def coded_rows(
    page: Outline, words: Vocabulary, is_worked: Callable[[Section], bool]
) -> frozenset[int]:
    """The sections of such rows of which most have work in them; by their indices. Codes that are
    levels for sure count something else."""
    coded: dict[int, list[Section]] = {}
    for section in page.sections:
        found = CODE.match(plain(section.title))
        if found is not None and not _is_level(found.group(1), words):
            coded.setdefault(section.level, []).append(section)
    return frozenset(
        section.index
        for row in coded.values()
        if len(row) >= FEWEST and 2 * sum(map(is_worked, row)) > len(row)
        for section in row
        if is_worked(section)
    )


def _is_level(letters: str, words: Vocabulary) -> bool:
    return "sure" in words.level_words.phrases.get(letters.lower(), ())

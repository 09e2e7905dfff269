"""Troubles that stand below the level they have: `SEV1`, and `1. Site down` below it."""

from collections.abc import Iterator

from runcard.domain.playbooks.levels.names import level_head
from runcard.domain.playbooks.page.blocks import Outline, Section
from runcard.domain.playbooks.procedures.section_work import has_steps
from runcard.domain.playbooks.procedures.step_codes import NUMBERED
from runcard.domain.playbooks.procedures.trouble_files import tells_of_trouble
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import plain, untitled

FEWEST = 2


def cases_of_levels(page: Outline, words: Vocabulary) -> Iterator[Section]:
    """Numbered headings below a level, each with steps of its own, most of which tell of a
    trouble."""
    for section in page.sections:
        level = level_head(untitled(section.title), words)
        if level is None or not level.sure:
            continue
        cases = [one for one in page.children(section) if NUMBERED.match(plain(one.title))]
        told = [one for one in cases if tells_of_trouble(untitled(one.title), words)]
        are_worked = all(map(has_steps, cases))
        if len(told) >= FEWEST and 2 * len(told) > len(cases) and are_worked:
            yield from cases

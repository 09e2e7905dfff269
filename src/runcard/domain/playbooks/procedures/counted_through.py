"""One course whose count goes on over the chapters: `Step 3` below the second of them."""

from collections.abc import Sequence

from runcard.domain.playbooks.page.blocks import Outline, Section
from runcard.domain.playbooks.procedures.phase_words import is_meant, time_box_of
from runcard.domain.playbooks.procedures.step_codes import NUMBERED, is_coded, number_in
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import plain

FEWEST = 2


def counted_through(
    page: Outline, free: Sequence[Section], words: Vocabulary
) -> tuple[Section, ...]:
    """`Step 1`, `Step 2` below one chapter and `Step 3` below the next: one course, whose count
    begins with none of the chapters again. So are `1.`, `2.` and `3.` below phases."""
    deep = [one for one in free if one.level > FEWEST]
    coded = [one for one in deep if is_coded(one.title, words)]
    if _is_through(coded):
        return tuple(coded)
    numbered = [one for one in deep if NUMBERED.match(plain(one.title))]
    chapters = {one.parent: page.sections[one.parent or 0] for one in numbered}.values()
    are_phases = all(is_meant(one, words) or time_box_of(one, words) for one in chapters)
    return tuple(numbered) if are_phases and _is_through(numbered) else ()


def _is_through(steps: Sequence[Section]) -> bool:
    counts = [number_in(one.title) for one in steps]
    chapters = {one.parent for one in steps}
    is_one_count = counts == [*range(1, len(steps) + 1)] and len({one.level for one in steps}) == 1
    return is_one_count and FEWEST <= len(chapters) < len(steps)

"""Sections that are counted together: `M4: …` beside `M1: …`, `5.4 …` below `5. …`."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from runcard.domain.playbooks.page.blocks import Outline, Section
from runcard.domain.playbooks.procedures.phase_words import is_about_others
from runcard.domain.playbooks.procedures.step_codes import NUMBERED
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import plain, untitled, without_emoji

SERIES = re.compile(
    r"^(?:([A-Z]{1,4}-?)\d{1,3}(?=[.:：)\s])|([^\W\d_]{3,16})\s\d{1,2}(?=\s*[:：—–]|\s-\s))"
)
NUMBER = re.compile(r"^\s*(\d{1,3}(?:\.\d{1,3}){0,4})\.?(?=\s)")
FEWEST = 2


def of_a_series(
    page: Outline, known: Sequence[Section], is_entry: Callable[[Section], bool]
) -> Iterator[Section]:
    """`M4: …` beside `M1: …` and `M2: …` that are runbooks is the fourth of them; a mere number is
    one only where most of the chapter are, and the title may stand for one."""
    series = Counter((one.parent, code) for one in known if (code := code_of(one)) is not None)
    counted = Counter(one.parent for one in known if is_counted_on(page, one))
    beside = Counter(one.parent for one in page.sections)
    for one in page.sections:
        code = code_of(one)
        if not one.blocks:
            continue
        if code is not None and series[one.parent, code] >= FEWEST:
            yield one
        elif counted[one.parent] >= FEWEST and is_counted_on(page, one):
            is_most = 2 * counted[one.parent] > beside[one.parent]
            if is_most and is_entry(one):
                yield one


def is_counted_on(page: Outline, section: Section) -> bool:
    """`5.2 …` below `5. …`: the number goes on with that of the chapter, and tells nothing."""
    above = page.sections[section.parent or 0].title
    chapter, own = _number(above), _number(section.title)
    return bool(chapter) and own.startswith(f"{chapter}.")


def counts_chapters(page: Outline, section: Section, words: Vocabulary) -> bool:
    """`3) The lamp is out` directly below the title of a page all of whose chapters have numbers,
    those about people or messages as well: they are in order, and no course."""
    above = page.sections[section.parent or 0]
    chapters = page.children(above) if above.level == 1 else ()
    are_all = all(NUMBERED.match(plain(one.title)) for one in chapters)
    return are_all and len(chapters) > FEWEST and is_about_others(chapters, words)


def is_chapter_of_runbooks(page: Outline, section: Section, words: Vocabulary) -> bool:
    """`3. Read the logs` directly below `Runbook · Greenhouse`: the number is that of a chapter."""
    above = page.sections[section.parent or 0]
    return above.level == 1 and "runbooks" in words.about(untitled(above.title))


def _number(title: str) -> str:
    found = NUMBER.match(plain(title))
    return found.group(1) if found is not None else ""


def code_of(section: Section) -> str | None:
    """What stands before the number: `RB-` of `RB-3 Disk full`, the word of `Störung 3 – Disk`."""
    found = SERIES.match(plain(without_emoji(section.title)))
    return None if found is None else found.group(1) or found.group(2)

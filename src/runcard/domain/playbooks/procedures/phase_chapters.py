"""Phases that are chapters of the document, among chapters about other things."""

from collections.abc import Sequence

from runcard.domain.playbooks.page.blocks import Outline, Section, items
from runcard.domain.playbooks.procedures.numbered_phases import numbered_phases
from runcard.domain.playbooks.procedures.phase_words import (
    NOT_PHASES,
    is_about_others,
    is_beside_phases,
    is_meant,
    is_phase_word,
)
from runcard.domain.playbooks.procedures.step_codes import NUMBERED
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import plain, trailing_parenthesis, untitled, without_emoji

FEWEST = 2
FEWEST_MEANT = 3
COURSE = ("detect", "investigate", "mitigate", "recover", "resolve", "after")


def first_and_last_chapters(
    page: Outline, section: Section, words: Vocabulary
) -> Sequence[Section]:
    """`1. Detection`, `2. First look (10 minutes)`, `3. Kinds of trouble`, `4. Post-incident`, `5.
    Contacts`: chapters of any kind are the course where the first two are phases and a later one is
    what comes after it all."""
    numbered = [one for one in page.children(section) if NUMBERED.match(plain(one.title))]
    course = [one for one in numbered if is_meant(one, words) or is_beside_phases(one, words)]
    after = [at for at, one in enumerate(course) if is_after(one, words)]
    is_whole = bool(after) and after[-1] >= FEWEST and course[:FEWEST] == numbered[:FEWEST]
    is_course = is_whole and is_meant(course[0], words)
    is_all = is_course and bool(numbered_phases(page, section, words))
    return course[: after[-1] + 1] if is_course and not is_all else ()


def chapters_in_order(page: Outline, section: Section, words: Vocabulary) -> Sequence[Section]:
    """`Triage checklist`, `Containment actions`, … `After the incident`, in the order of a course
    from its beginning to its end, among chapters without numbers."""
    told = [(one, _place_of(one, words)) for one in page.children(section)]
    course = [(one, place) for one, place in told if place is not None]
    places = [place for _, place in course]
    is_whole = len(course) >= FEWEST_MEANT and places == sorted(places)
    is_whole = is_whole and places[0] <= 1 and places[-1] == len(COURSE) - 1
    return [*_before(course[0][0], told, words), *(one for one, _ in course)] if is_whole else ()


def _before(
    first: Section, told: Sequence[tuple[Section, int | None]], words: Vocabulary
) -> Sequence[Section]:
    """`When the bell rings` in front of all others of a checklist: boxes as below each of them."""
    row = [one for one, _ in told]
    are_ticked = all(any(items(one)) and all(item.box for item in items(one)) for one in row)
    is_only = row.index(first) == 1 and all(place is not None for _, place in told[1:])
    is_list = are_ticked and is_only and not is_about_others(row[:1], words)
    return row[:1] if is_list else ()


def _place_of(section: Section, words: Vocabulary) -> int | None:
    """Where in a course a phase stands that is named so, by the first of its words."""
    title = trailing_parenthesis(without_emoji(untitled(section.title)))[0]
    said = [words.meanings.phrases[one.group()][0] for one in words.meanings.matches(title)]
    is_phase = is_phase_word(section.title, words) and not words.about(title) & NOT_PHASES
    is_placed = is_phase and said[:1] != [] and said[0] in COURSE
    return COURSE.index(said[0]) if is_placed else None


def is_after(section: Section, words: Vocabulary) -> bool:
    """What comes when the incident is over: `Follow-up`, `After the incident`."""
    title = trailing_parenthesis(untitled(section.title))[0]
    return is_meant(section, words) and "after" in words.meanings.all(title)

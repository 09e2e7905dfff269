"""The generic process in order: phases with their time boxes and what each asks for."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from runcard.domain.playbooks.model import Phase
from runcard.domain.playbooks.nouns.appendix import FencedBlock, FenceKind
from runcard.domain.playbooks.page.blocks import (
    Fence,
    Item,
    Outline,
    Section,
    items,
)
from runcard.domain.playbooks.procedures.bold_phases import (
    bold_line_phases,
    counted_phases,
    led_phases,
)
from runcard.domain.playbooks.procedures.cut_alike import cut_alike, led_alike
from runcard.domain.playbooks.procedures.drawn_phases import drawn_phases
from runcard.domain.playbooks.procedures.fenced_lists import STEP
from runcard.domain.playbooks.procedures.incident_types import (
    are_incident_types,
    is_incident_type,
)
from runcard.domain.playbooks.procedures.known_kinds import known_kinds
from runcard.domain.playbooks.procedures.level_cases import troubles_of_levels
from runcard.domain.playbooks.procedures.one_runbook import is_one_runbook
from runcard.domain.playbooks.procedures.part_names import part_name
from runcard.domain.playbooks.procedures.phase_chapters import is_after
from runcard.domain.playbooks.procedures.phase_headings import (
    BY_THE_CLOCK,
    is_timed,
    phase_headings,
)
from runcard.domain.playbooks.procedures.phase_items import items_of
from runcard.domain.playbooks.procedures.phase_lists import list_phases
from runcard.domain.playbooks.procedures.phase_of import with_meaning
from runcard.domain.playbooks.procedures.phase_options import options_of
from runcard.domain.playbooks.procedures.phase_tables import (
    by_the_clock,
    rows_above,
    table_phases,
    window_phases,
    worded_rows,
)
from runcard.domain.playbooks.procedures.phase_words import NOT_BELOW, NOT_PHASES, is_phase_word
from runcard.domain.playbooks.procedures.rated_troubles import rated_troubles
from runcard.domain.playbooks.procedures.recurring import recurring
from runcard.domain.playbooks.procedures.runbook_titles import is_of_titled_cases
from runcard.domain.playbooks.procedures.scenario_titles import is_scenario
from runcard.domain.playbooks.procedures.series import is_chapter_of_runbooks
from runcard.domain.playbooks.procedures.step_codes import NUMBERED, is_coded
from runcard.domain.playbooks.procedures.told_alike import told_alike
from runcard.domain.playbooks.procedures.windows import (
    boxed_time,
    first_time,
    last_time,
    timebox_of,
    window_of,
)
from runcard.domain.playbooks.times.grammar import spans_in
from runcard.domain.playbooks.topics import topics
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import (
    folded,
    plain,
    trailing_parenthesis,
    untitled,
)

CHAPTER = 2
FEWEST = 2
FEWEST_ASKED = 3
HOUR = 3600
Fences = Mapping[int, FencedBlock]


def phases_of(page: Outline, fences: Fences, words: Vocabulary) -> tuple[Phase, ...]:
    """The phases, each with what it is for."""
    return tuple(with_meaning(phase, words) for phase in _first_group(page, fences, words))


def _first_group(page: Outline, fences: Fences, words: Vocabulary) -> tuple[Phase, ...]:
    """The first group of phases: headings, else rows of a table, else entries of a list."""
    steps = phase_headings(page, words)
    if steps:
        told = tuple(_heading_phase(_Place(page, step, fences), words) for step in steps)
        rows = rows_above(page, steps, words)
        return tuple(_with_work(row, told) for row in rows) or told
    again, free = recurring(page), _outside_repairs(page, words)
    for section in free:
        is_part = section.index in again and part_name(section.title, words) is not None
        about = words.about(untitled(section.title))
        is_other = is_part or (about & NOT_PHASES and "process" not in about)
        if "process" in topics(page, section, words) and not is_other:
            for phases in (
                table_phases(section, words),
                bold_line_phases(page, section, fences, words),
                led_phases(section, fences, words),
                counted_phases(section, fences, words),
                list_phases(section, words),
                window_phases(section, words),
                drawn_phases(section, words),
            ):
                if len(phases) >= 2:
                    return phases
    return (
        _coded_lines(page, free, fences, words)
        or _worded_list(page, free, words)
        or _only_lists(page, fences, words)
    )


def _with_work(row: Phase, told: Sequence[Phase]) -> Phase:
    """The row of a table, with what the heading of the same name asks for."""
    mine = next((one for one in told if folded(one.title) == folded(row.title)), None)
    if mine is None:
        return row
    return replace(mine, title=row.title, line=row.line, timebox=row.timebox or mine.timebox)


def _outside_repairs(page: Outline, words: Vocabulary) -> list[Section]:
    """All but those that are one repair each, by how they are cut or by the file."""
    chapters = [one for one in page.sections if one.level == CHAPTER]
    alike = (*cut_alike(page, chapters, words), *led_alike(page, words), *_of_types(page, words))
    places = rated_troubles(page, words) | known_kinds(page, words) | told_alike(page, words)
    rated = (page.sections[place] for place in places)
    inside = {below.index for one in (*alike, *rated) for below in page.under(one)}
    inside |= troubles_of_levels(page, words)
    return [
        one
        for one in page.sections
        if one.index not in inside and not _is_in_a_repair(page, one, words)
        if not is_of_titled_cases(page, one, words)
    ]


def _of_types(page: Outline, words: Vocabulary) -> Iterator[Section]:
    """`2.1 Wheel stuck` beside `2.2 Gate open`, each with its signs and what is done."""
    for section in page.sections:
        beside = page.children(section) if section.level > 1 else ()
        if len(beside) >= FEWEST and are_incident_types(page, beside, words):
            yield from (one for one in beside if is_incident_type(page, one, words))


def _is_in_a_repair(page: Outline, section: Section, words: Vocabulary) -> bool:
    """`Exact steps` below a numbered chapter of a file of runbooks: the steps of one repair."""
    chapter = next((one for one in page.path(section) if one.level == CHAPTER), section)
    if chapter.index == section.index or not is_chapter_of_runbooks(page, chapter, words):
        return False
    is_counted = NUMBERED.match(plain(chapter.title)) is not None
    return is_counted and "process" not in words.about(untitled(chapter.title))


def _worded_list(page: Outline, free: Sequence[Section], words: Vocabulary) -> tuple[Phase, ...]:
    """`1. **Contain.** Pull the plug.` or rows of a table: most names are words of what phases are
    for, under a heading of any name; or each is above its work, and some have a time box."""
    for section in free:
        if topics(page, section, words) & NOT_BELOW:
            continue
        phases = worded_rows(section, words) or list_phases(section, words)
        meant = [one for one in phases if is_phase_word(one.title, words)]
        if len(meant) >= FEWEST_ASKED and 2 * len(meant) > len(phases):
            return phases
        if _are_timed_work(phases) and not is_scenario(section.title, words):
            return phases
    return ()


def _are_timed_work(phases: Sequence[Phase]) -> bool:
    """`1. **Boil** (5 minutes)` above what is to be done then, and so on."""
    timed = [one for one in phases if one.timebox is not None]
    return len(timed) >= FEWEST and all(one.items or one.fences for one in phases)


def _only_lists(page: Outline, fences: Fences, words: Vocabulary) -> tuple[Phase, ...]:
    """`General procedure` or `The first ten minutes` above one list: the process is one phase, and
    what a later list says of the time after it is another."""
    if is_one_runbook(page, words):
        return ()
    listed = [one for one in page.sections if _is_one_list(page, one, fences, words)]
    first = next((one for one in listed if _is_first(page, one, words)), None)
    if first is None:
        return ()
    last = [one for one in listed if one.index > first.index and is_after(one, words)]
    return tuple(_heading_phase(_Place(page, one, fences), words) for one in (first, *last[-1:]))


def _is_one_list(page: Outline, section: Section, fences: Fences, words: Vocabulary) -> bool:
    """A chapter of one list that is gone through in order or ticked."""
    if section.level != CHAPTER or len(page.under(section)) > 1:
        return False
    asked = [one for one in items(section) if one.depth == 1]
    counted = [one for one in asked if one.numbered or one.box]
    is_list = len(counted) >= FEWEST_ASKED and counted[0] is asked[0]
    is_list = is_list or _is_list_in_a_fence(section, fences)
    is_of_cases = is_scenario(section.title, words) or is_of_titled_cases(page, section, words)
    return is_list and not is_of_cases


def _is_first(page: Outline, section: Section, words: Vocabulary) -> bool:
    title = trailing_parenthesis(untitled(section.title))[0]
    is_course = "process" in words.about(title)
    is_look = "investigate" in words.meanings.all(title) and is_phase_word(section.title, words)
    is_named = is_course or is_look or is_timed(section.title, words)
    return is_named or _is_first_aid(page, section, words)


def _is_first_aid(page: Outline, section: Section, words: Vocabulary) -> bool:
    """`Whatever it is: the 5 minute rule`, as the first chapter with work: a short time in its
    title says how long it may take."""
    if not _has_work(section):
        return False
    spans = spans_in(untitled(section.title), words)
    lasts = [one.seconds or 0 for one in spans if not one.is_period]
    worked = next((one for one in page.sections if one.level > 1 and _has_work(one)), section)
    return worked.index == section.index and len(lasts) == 1 and 0 < lasts[0] <= HOUR


def _has_work(section: Section) -> bool:
    return any(isinstance(block, Item | Fence) for block in section.blocks)


def _is_list_in_a_fence(section: Section, fences: Fences) -> bool:
    """Numbered sentences in a fence before any entry of a list."""
    first = next((one for one in section.blocks if isinstance(one, Item | Fence)), None)
    if not isinstance(first, Fence) or first.line not in fences:
        return False
    steps = sum(1 for line in first.lines if STEP.match(line))
    return fences[first.line].kind is FenceKind.PROSE_STEPS and steps >= FEWEST_ASKED


def _coded_lines(
    page: Outline, free: Sequence[Section], fences: Fences, words: Vocabulary
) -> tuple[Phase, ...]:
    """`**Step 1 – Confirm**`, `**B.1 Confirm (2 min)**` say by themselves what they are, under a
    heading of any name."""
    for section in free:
        if topics(page, section, words) & (NOT_BELOW - BY_THE_CLOCK):
            continue
        rows = by_the_clock(section, words)
        if rows:
            return rows
        if topics(page, section, words) & BY_THE_CLOCK:
            continue
        phases = bold_line_phases(page, section, fences, words)
        coded = [one for one in phases if is_coded(page.lines[one.line - 1].strip(" *_"), words)]
        timed = [one for one in phases if one.timebox is not None]
        if len(phases) >= FEWEST and (len(coded) == len(phases) or len(timed) >= FEWEST):
            return phases
    return ()


@dataclass(frozen=True, slots=True)
class _Place:
    """A section that is a phase, with the fences of the page."""

    page: Outline
    section: Section
    fences: Fences


def _heading_phase(place: _Place, words: Vocabulary) -> Phase:
    section = place.section
    said = untitled(section.title)
    title, inside = boxed_time(said, section.line, words) or trailing_parenthesis(said)
    timebox = timebox_of(inside, section.line, words) if inside else None
    window = window_of(title, section.line, words) if timebox is None else None
    timebox = timebox or last_time(title, section.line, words)
    timebox = timebox or first_time(title, section.line, words)
    under = place.page.under(section)
    items = tuple(item for part in under for item in items_of(part, place.fences))
    mine = tuple(block.line for part in under for block in part.blocks if isinstance(block, Fence))
    return Phase(
        title,
        section.line,
        window.time if window else timebox,
        items,
        end_line=under[-1].end,
        fences=mine,
        options=options_of(place.page, section, place.fences, words),
        qualifier=inside if timebox is None else None,
    )

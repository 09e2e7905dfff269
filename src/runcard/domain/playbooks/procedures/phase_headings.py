"""Which headings of a document are the phases of its process."""

from collections.abc import Sequence, Set

from runcard.domain.playbooks.levels.names import level_head
from runcard.domain.playbooks.page.blocks import Outline, Section
from runcard.domain.playbooks.page.kept import kept_with_page
from runcard.domain.playbooks.procedures.counted_through import counted_through
from runcard.domain.playbooks.procedures.cut_alike import cut_alike
from runcard.domain.playbooks.procedures.incident_types import are_incident_types
from runcard.domain.playbooks.procedures.known_kinds import known_kinds
from runcard.domain.playbooks.procedures.numbered_phases import numbered_phases, with_numbered_parts
from runcard.domain.playbooks.procedures.phase_chapters import (
    chapters_in_order,
    first_and_last_chapters,
)
from runcard.domain.playbooks.procedures.phase_words import (
    NOT_BELOW,
    is_about_others,
    is_beside_phases,
    is_meant,
    is_process,
    time_box_of,
)
from runcard.domain.playbooks.procedures.rated_troubles import rated_troubles
from runcard.domain.playbooks.procedures.recurring import recurring
from runcard.domain.playbooks.procedures.series import code_of
from runcard.domain.playbooks.procedures.signs import is_symptoms
from runcard.domain.playbooks.procedures.step_codes import NUMBERED, is_chapter, is_coded
from runcard.domain.playbooks.procedures.told_alike import told_alike
from runcard.domain.playbooks.procedures.trouble_files import tells_of_trouble
from runcard.domain.playbooks.procedures.ways_of_repair import are_ways_of_repair
from runcard.domain.playbooks.procedures.windows import LONGEST_ARTICLE, window_of
from runcard.domain.playbooks.times.grammar import spans_in
from runcard.domain.playbooks.times.tokens import Kind
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import (
    plain,
    untitled,
    without_emoji,
)

FEWEST = 2
FEWEST_WORDED = 3
# What stands below such a heading is a course all the same if it is told by the clock.
BY_THE_CLOCK = {"runbooks", "reference"}
# Chapters of any document: behind its runbooks they go on with no course.
AROUND = {"communication", "review", "reference"}


@kept_with_page
def phase_headings(page: Outline, words: Vocabulary) -> tuple[Section, ...]:
    """The first group of coded, numbered or plainly named headings of one level."""
    again, rated = recurring(page), known_kinds(page, words) | rated_troubles(page, words)
    rated |= told_alike(page, words)
    free = [one for one in page.sections if rated.isdisjoint(a.index for a in page.path(one))]
    through = counted_through(page, free, words)
    if through and not are_incident_types(page, through, words):
        return through
    parted = with_numbered_parts(page, words)
    first = sorted(free, key=lambda section: not is_process(section, words))
    first = [one for one in first if one.index not in parted]
    for find in FINDERS:
        for section in first if find is numbered_phases else free:
            steps = find(page, section, words)
            if len(steps) < FEWEST or _are_of_a_repair(page, section, (steps, again), words):
                continue
            below = [child for one in steps for child in (one, *page.children(one))]
            are_others = any(one.index in rated for one in below)
            if not are_others and not are_incident_types(page, steps, words):
                return tuple(steps)
    return ()


def _are_of_a_repair(
    page: Outline,
    section: Section,
    known: tuple[Sequence[Section], Set[int]],
    words: Vocabulary,
) -> bool:
    """Kinds of trouble cut alike; or what stands alike below several neighbours, and is part of
    each of them, unless the one above is a process: `P1 incidents`, `P2 incidents`."""
    steps, again = known
    if 2 * len(cut_alike(page, steps, words)) > len(steps):
        return True
    if section.level > FEWEST and section.index in again:
        return True
    if section.level < FEWEST or is_process(section, words):
        return False
    if _is_one_of_many(page, section, words):
        return True
    children = page.children(section)
    return 2 * sum(1 for one in children if one.index in again) > len(children)


def _is_one_of_many(page: Outline, section: Section, words: Vocabulary) -> bool:
    """`MB-1: Wheel low` beside `MB-2: Gate open`, or `Wheel stuck` beside such: most tell their
    signs, and what stands below is done about that one."""
    code = code_of(section)
    is_known = code is not None or tells_of_trouble(untitled(section.title), words)
    if not is_known or is_coded(section.title, words):
        return False
    beside = page.children(page.sections[section.parent or 0])
    row = [one for one in beside if code_of(one) == code]
    is_alike = 2 * len(cut_alike(page, row, words)) > len(row)
    return len(row) > FEWEST and (is_alike or are_incident_types(page, row, words))


def _coded(page: Outline, section: Section, words: Vocabulary) -> Sequence[Section]:
    """`Phase 1: …`, `Stage A`, `步骤 3`; `Part A` may as well be a chapter of the document."""
    if _is_a_runbook(page, section, words):
        return ()
    coded = [child for child in page.children(section) if is_coded(child.title, words)]
    is_chapters = any(is_chapter(child.title, words) for child in coded)
    return () if is_chapters and is_about_others(coded, words) else coded


def _is_a_runbook(page: Outline, section: Section, words: Vocabulary) -> bool:
    """In a chapter of runbooks: `Step 1` below one of them is a step of its own."""
    above = page.sections[section.parent or 0]
    is_listed = above.level > 1 and "runbooks" in words.about(untitled(above.title))
    return is_listed and not is_process(section, words)


def _timed(page: Outline, section: Section, words: Vocabulary) -> Sequence[Section]:
    """`The first 5 minutes`, `Next hour`, … `Tomorrow`: from the first heading that is named by a
    time to the last, with those between that are no list of levels, people or addresses."""
    children = page.children(section)
    timed = [at for at, child in enumerate(children) if is_timed(child.title, words)]
    between = children[timed[0] : timed[-1] + 1] if timed else []
    others = NOT_BELOW - (BY_THE_CLOCK if _are_windows(between, words) else set())
    if len(timed) < FEWEST or words.about(untitled(section.title)) & others:
        return ()
    if is_about_others(between, words):
        return ()
    onwards = children[timed[0] :]
    is_all = is_process(section, words) and not is_about_others(onwards, words)
    return onwards if is_all else between


def _are_windows(sections: Sequence[Section], words: Vocabulary) -> bool:
    """`0–5 min: look`, `5–20 min: stop it`: each a stretch of time, the first from the start."""
    windows = [window_of(one.title, one.line, words) for one in sections]
    first = windows[0] if windows else None
    return all(windows) and first is not None and first.time.min_seconds == 0


def _boxed(page: Outline, section: Section, words: Vocabulary) -> Sequence[Section]:
    """`Containment (15–60 minutes)` and its neighbours, each with its time box behind it, below a
    part of the process: the course of the incidents of one level; or below the process itself."""
    children = page.children(section)
    above = page.sections[section.parent or 0]
    if section.parent is None:
        return ()
    if is_process(section, words):
        return _from_the_start(children, words)
    is_each = all(time_box_of(child, words) for child in children)
    return children if is_each and is_process(above, words) else ()


def _from_the_start(children: Sequence[Section], words: Vocabulary) -> Sequence[Section]:
    """`Look (0–10 min)`, `Stop it (10–30 min)`, `Mending (as long as it takes)`: from minute 0 on;
    what is numbered besides is told by its number."""
    windows = [time_box_of(child, words) for child in children]
    first = windows[0] if windows else None
    is_from_start = first is not None and first.min_seconds == 0 and sum(map(bool, windows)) > 1
    are_numbered = any(NUMBERED.match(plain(child.title)) for child in children)
    is_course = is_from_start and not are_numbered and not is_about_others(children, words)
    return children if is_course else ()


def _of_a_level(page: Outline, section: Section, words: Vocabulary) -> Sequence[Section]:
    """`Look (0–5 min)`, `Stop it (5–20 min)`, … below a level, from its start on without a gap: the
    course of its incidents stands for all, where no other is told."""
    if section.parent is None or level_head(untitled(section.title), words) is None:
        return ()
    found: list[Section] = []
    ended: int | None = 0
    for child in page.children(section):
        box = time_box_of(child, words)
        if box is None or box.min_seconds != ended:
            break
        found.append(child)
        ended = box.seconds
    return found if len(found) >= FEWEST_WORDED else ()


def is_timed(title: str, words: Vocabulary) -> bool:
    """A heading that begins with a stretch of the incident's time, or with the day after it."""
    bare = plain(without_emoji(untitled(title)))
    said = [found for found in words.process.matches(bare) if found.start() <= LONGEST_ARTICLE]
    if any("later" in words.process.phrases[found.group()] for found in said):
        return True
    spans = spans_in(bare, words)
    starts = bool(spans) and spans[0].seconds is not None and not spans[0].is_period
    if window_of(bare, 1, words) is not None:
        return True
    return starts and spans[0].start <= LONGEST_ARTICLE and Kind.DURING in spans[0].leads


def _worded(page: Outline, section: Section, words: Vocabulary) -> Sequence[Section]:
    """Headings that mean a phase each: `Identification`, `Containment`, `Recovery`, and before them
    `The first ten minutes`; three are enough below a numbered chapter that has no others."""
    if _is_a_runbook(page, section, words):
        return ()
    children = page.children(section)
    meant = [child for child in children if is_meant(child, words)]
    if "process" in words.about(untitled(section.title)) and section.level > 1:
        others = is_about_others(children, words)
        tells = any(is_symptoms(child.title, words) for child in children)
        enough = len(children) >= FEWEST_WORDED and not tells
        enough = enough and not are_ways_of_repair(children, words)
        return children if enough and not others else ()
    is_numbered = NUMBERED.match(plain(section.title)) is not None
    fewest = FEWEST_WORDED if is_numbered and len(meant) == len(children) else FEWEST_WORDED + 1
    if len(meant) < fewest:
        return ()
    meant = _before_repairs(meant, children, words)
    course = [one for one in children if one in meant or is_beside_phases(one, words)]
    first, last = course[0].index, meant[-1].index
    before = [one for one in children if one.index < first and is_timed(one.title, words)]
    return [*before, *(one for one in course if one.index <= last)]


def _before_repairs(
    meant: list[Section], children: Sequence[Section], words: Vocabulary
) -> list[Section]:
    """Those in front of the chapter of runbooks, where what comes behind it is only how people are
    told, the review and what to look up."""
    about = {one.index: words.about(untitled(one.title)) for one in children}
    repairs = [index for index, said in about.items() if "runbooks" in said]
    before = [one for one in meant if one.index < min(repairs, default=one.index + 1)]
    is_around = all(about[one.index] & AROUND for one in meant if one not in before)
    return before if len(before) >= FEWEST and is_around else meant


# The surest sign first.
FINDERS = (
    first_and_last_chapters,
    _coded,
    _timed,
    _boxed,
    numbered_phases,
    _worded,
    chapters_in_order,
    _of_a_level,
)

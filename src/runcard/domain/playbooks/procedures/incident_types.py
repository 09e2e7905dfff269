"""Sections that are about one kind of failure each, told by what they hold and not by a word."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TypeGuard

from runcard.domain.playbooks.levels.names import level_head
from runcard.domain.playbooks.levels.own_keys import is_surely_level
from runcard.domain.playbooks.page.blocks import (
    Block,
    Fence,
    Item,
    Outline,
    Paragraph,
    Section,
    Table,
    label_of,
)
from runcard.domain.playbooks.procedures.part_names import REPAIRS, part_name
from runcard.domain.playbooks.procedures.phase_words import is_phase_word
from runcard.domain.playbooks.procedures.signs import is_sign, is_symptoms, is_trouble, symptoms_of
from runcard.domain.playbooks.procedures.step_codes import is_coded
from runcard.domain.playbooks.procedures.trouble_files import names_its_alert, tells_of_trouble
from runcard.domain.playbooks.procedures.windows import timebox_of
from runcard.domain.playbooks.times.grammar import spans_in
from runcard.domain.playbooks.topics import topics
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import trailing_parenthesis, untitled

FEWEST = 2
SIGNS, HANDLING = "signs", "handling"
# Where `When:` says on which day, or in which case somebody is told.
NO_LEVERS = {
    "drills",
    "oncall",
    "escalation",
    "triggers",
    "communication",
    "templates",
    "contacts",
    "roles",
    "review",
    "metrics",
    "war_room",
}


def is_incident_type(page: Outline, section: Section, words: Vocabulary) -> bool:
    """Signs of trouble or the name of an alert with something to do, or a diagnosis and a fix,
    that are its own."""
    if has_parts(section, words) or _is_a_pair(section, words):
        return True
    if names_its_alert(section, words):
        return _has_work(page, section, words)
    is_shown = has_symptoms(page, section, words) and not _is_a_look(section, words)
    return is_shown and _has_work(page, section, words)


def _is_a_look(section: Section, words: Vocabulary) -> bool:
    """`Reading the gauges`, `Protokolle ansehen`: what to look for there is no kind of trouble."""
    title = untitled(section.title)
    return any(
        found.start() == 0 or found.end() == len(title)
        for found in words.works.matches(title)
        if "looks" in words.works.phrases[found.group()]
    )


def are_alert_rules(section: Section, words: Vocabulary) -> bool:
    """`Alert rules`: what stands below tells when somebody is told, and of no trouble."""
    return words.works.speaks_of(untitled(section.title), "alert_rules")


def _is_a_pair(section: Section, words: Vocabulary) -> bool:
    """`Problem: the page is blank` and `Solution: roll back`, each in one line."""
    labels = [
        label_of(line.text)
        for block in section.blocks
        if isinstance(block, Paragraph | Item)
        for line in block.lines
    ]
    names = [label.name for label in labels if label is not None and label.bold and label.value]
    repairs = any(part_name(name, words) in REPAIRS for name in names)
    return repairs and any(is_trouble(name, words) for name in names)


def are_incident_types(page: Outline, sections: Sequence[Section], words: Vocabulary) -> bool:
    """More than half of some sections beside each other, and two at least; or what the heading
    above says is told `by incident type`, or names as troubles."""
    if sections and _are_by_type(page, sections[0], words):
        return True
    if _are_named_above(page, sections, words) or _name_many_each(page, sections, words):
        return True
    found = [
        one
        for one in sections
        if is_incident_type(page, one, words)
        or (_is_named_freely(page, one, words) and _is_a_course(page, one, words))
    ]
    return len(found) >= FEWEST and 2 * len(found) > len(sections)


def _are_by_type(page: Outline, section: Section, words: Vocabulary) -> bool:
    above = page.sections[section.parent or 0]
    is_other = topics(page, above, words) & {*NO_LEVERS, "severity"}
    return words.works.speaks_of(above.title, "by_type") and not is_other


def _are_named_above(page: Outline, sections: Sequence[Section], words: Vocabulary) -> bool:
    """All that stands below `Security incidents`: something is done in each, none is a phase by its
    word, and one at least tells of a trouble."""
    if len(sections) < FEWEST:
        return False
    above = page.sections[sections[0].parent or 0]
    is_whole = above.level > 1 and len(page.children(above)) == len(sections)
    if not is_whole or not names_many(above, words) or topics(page, above, words):
        return False
    are_free = all(
        _is_named_freely(page, one, words)
        and not is_phase_word(one.title, words)
        and _has_work(page, one, words)
        for one in sections
    )
    return are_free and any(tells_of_trouble(untitled(one.title), words) for one in sections)


def _name_many_each(page: Outline, sections: Sequence[Section], words: Vocabulary) -> bool:
    """`Queue incidents` beside `Printer incidents`: each is called so, and something is done in
    each or looked at; below a phase or a part they are ways of it."""
    above = [one.title for one in page.path(sections[0])[1:]] if sections else []
    is_within = any(
        is_coded(one, words) or is_phase_word(one, words) or part_name(one, words) for one in above
    )
    return (
        len(sections) >= FEWEST
        and not is_within
        and all(
            names_many(one, words)
            and _is_named_freely(page, one, words)
            and _has_work(page, one, words)
            for one in sections
        )
    )


def names_many(section: Section, words: Vocabulary) -> bool:
    """`Database incidents`, `Netzstörungen (P1)`: more than one trouble, by the last word."""
    title = trailing_parenthesis(untitled(section.title))[0]
    return any(
        found.end() == len(title) and "many" in words.signs.phrases[found.group()]
        for found in words.signs.matches(title)
    )


def _is_named_freely(page: Outline, section: Section, words: Vocabulary) -> bool:
    """Neither a phase, by its code or its word, nor a level; and no drill, call or message."""
    if topics(page, page.sections[section.parent or 0], words) & NO_LEVERS:
        return False
    title = trailing_parenthesis(untitled(section.title))[0]
    level = level_head(title, words)
    is_level = level is not None and (level.worded or is_surely_level(level, page, words))
    return not (is_level or is_coded(section.title, words) or words.meanings.exactly(title))


def _is_a_course(page: Outline, section: Section, words: Vocabulary) -> bool:
    return (
        _has_headed_parts(page, section, words)
        or says_when(page, section, words)
        or _begins_at_zero(page, section, words)
    )


def _begins_at_zero(page: Outline, section: Section, words: Vocabulary) -> bool:
    """`**First response (0–15 minutes)**` above a list: the clock of an incident starts there, and
    a phase beside others is only a stretch of it."""
    labelled = [
        label_of(block.lines[-1].text)
        for block, below in pairwise(section.blocks)
        if isinstance(block, Paragraph) and isinstance(below, Item | Fence)
    ]
    names = [label.name for label in labelled if label is not None and not label.value]
    names += [child.title for child in page.children(section)]
    boxes = [trailing_parenthesis(untitled(name))[1] for name in names]
    times = [timebox_of(box, section.line, words) for box in boxes if box]
    return any(time is not None and time.min_seconds == 0 for time in times)


def _has_headed_parts(page: Outline, section: Section, words: Vocabulary) -> bool:
    """`#### Immediate action` and `#### Recovery` below one of several kinds of trouble."""
    names = {
        part_name(child.title, words)
        for child in page.children(section)
        if any(isinstance(block, Item | Fence) for block in child.blocks)
    }
    return section.level > FEWEST and len(names - {None}) >= FEWEST


def says_when(page: Outline, section: Section, words: Vocabulary) -> bool:
    """`**When**: the new page is broken`, and below it what is done then; not `**When**: daily`."""
    labels = [
        label_of(block.lines[0].text)
        for block in section.blocks
        if isinstance(block, Paragraph | Item)
    ]
    names = [one.name for one in labels if one is not None and not spans_in(one.value, words)]
    below = page.under(section)[1:]
    names += [one.title for one in below if one.parent == section.index]
    says = any(words.signs.exactly(untitled(name)) == "when" for name in names)
    blocks = [block for one in (section, *below) for block in one.blocks]
    return says and not words.about(untitled(section.title)) and _is_done(blocks)


def _is_done(blocks: Sequence[Block]) -> bool:
    """Commands, or two steps."""
    steps = sum(1 for block in blocks if isinstance(block, Item) and (block.numbered or block.box))
    return steps >= FEWEST or any(isinstance(block, Fence) for block in blocks)


def has_symptoms(page: Outline, section: Section, words: Vocabulary) -> bool:
    """Directly below it, so that the whole document is not one."""
    found = bool(symptoms_of(page, section, words)[0])
    if section.level > FEWEST:
        return found
    return found and not any(is_symptoms(one.title, words) for one in page.children(section))


def _has_work(page: Outline, section: Section, words: Vocabulary) -> bool:
    """A part by its heading or label, steps or commands; `Indicators: 99.9%` alone is none."""
    return any(
        part_name(under.title, words) is not None
        or any(_is_work(block, words) for block in under.blocks)
        for under in page.under(section)
    )


def _is_work(block: Block, words: Vocabulary) -> bool:
    if isinstance(block, Fence):
        return True
    if isinstance(block, Item) and (block.numbered or block.box):
        return True
    labels = (
        map(label_of, (line.text for line in block.lines)) if not isinstance(block, Table) else ()
    )
    return any(label is not None and part_name(label.name, words) is not None for label in labels)


def has_parts(section: Section, words: Vocabulary) -> bool:
    """Two labels of parts with work below them: a diagnosis and a fix make a runbook, and so do
    `Detection` and `Response`."""
    named = set(_worked_parts(section.blocks, words))
    return len(named - {SIGNS, HANDLING}) >= FEWEST or {SIGNS, HANDLING} <= named


def _worked_parts(blocks: Sequence[Block], words: Vocabulary) -> Iterator[str]:
    """The parts below whose label something is to be done or looked at."""
    name: str | None = None
    for block in blocks:
        if isinstance(block, Paragraph) or _is_name(block):
            name = _part_from(name, block, words)
        elif name is not None:
            yield name


def _is_name(block: Block) -> TypeGuard[Item]:
    """`- **Fix:**` as an entry of a list, with nothing behind it; a number would count steps."""
    is_entry = isinstance(block, Item) and block.depth == 1 and not block.numbered
    label = label_of(block.text) if isinstance(block, Item) and is_entry else None
    return label is not None and label.stands_alone


def _part_from(name: str | None, block: Paragraph | Item, words: Vocabulary) -> str | None:
    """The part that stands open below a line: a new one, none below another bold label."""
    label = label_of(block.lines[-1].text)
    if label is None or label.value:
        return None if label is not None and label.bold else name
    named = None if is_coded(label.name, words) else part_name(label.name, words)
    side = side_of(label.name, words) if label.bold else None
    return named or side or (None if label.bold else name)


def side_of(name: str, words: Vocabulary) -> str | None:
    """What a label or heading of a case is about: how the trouble shows, or what is done then."""
    if words.headings_alone.exactly(name) == "process":
        return HANDLING
    return SIGNS if is_sign(name, words) else None

"""Which sections are runbooks: by the heading above, by their name, or by what they hold."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace

from runcard.domain.playbooks.levels.groups import topics
from runcard.domain.playbooks.nouns.appendix import FencedBlock, FenceKind
from runcard.domain.playbooks.page.blocks import (
    Block,
    Fence,
    Item,
    Outline,
    Paragraph,
    Section,
    items,
    label_of,
)
from runcard.domain.playbooks.procedures.fences import commands_in
from runcard.domain.playbooks.procedures.parts import part_name
from runcard.domain.playbooks.procedures.phase_headings import (
    NUMBERED,
    is_coded,
    is_phase_word,
    phase_headings,
)
from runcard.domain.playbooks.procedures.signs import is_sign, is_symptoms, symptoms_of
from runcard.domain.playbooks.procedures.verifications import is_look
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import plain, untitled, without_emoji

NOT_RUNBOOKS = {"severity", "contacts", "roles", "templates", "review", "process", "reference"}
LISTED_ELSEWHERE = {"severity", "contacts", "roles", "templates"}
NOT_ABOVE = {"process", "templates", "review", "severity", "roles", "contacts", "reference"}
NOT_WORK = NOT_ABOVE | {"escalation", "oncall", "drills", "communication", "metrics", "war_room"}
SCENARIO = re.compile(r"^([^\W\d_]+)[\s-]*(?:\d+|[A-Z]\b)")
TITLED = re.compile(r"^([^\W\d_]+)\s*[:：]\s*\S")
FEWEST = 2
Marked = Mapping[int, FencedBlock]


def runbook_sections(page: Outline, fences: Marked, words: Vocabulary) -> tuple[Section, ...]:
    """Every section that is a runbook, in document order."""
    named = [section for section in page.sections if _is_named(page, section, words)]
    if is_one_runbook(page, words):
        return tuple(named)
    taken = {one.index for section in named for one in page.under(section)}
    worked = [one for one in _worked(page, fences, words) if one.index not in taken]
    return tuple(sorted([*named, *worked], key=lambda section: section.index))


def is_one_runbook(page: Outline, words: Vocabulary) -> bool:
    """A page whose sections are named like the parts of a runbook, a diagnosis among them."""
    names = {part_name(one.title, words) for one in page.sections if one.level == FEWEST} - {None}
    return len(names) >= FEWEST and "diagnosis" in names


def _is_named(page: Outline, section: Section, words: Vocabulary) -> bool:
    if section.level < 2 or section.parent is None:
        return False
    title = untitled(section.title)
    own = words.about(title)
    if _is_scenario(title, words) or _is_titled(page, section, words):
        return True
    if is_symptoms(title, words) or own & {"runbooks"} or _is_part(title, words):
        return False
    parent = page.sections[section.parent]
    above = words.about(untitled(parent.title))
    listed = "runbooks" in above and parent.level > 1 and not above & NOT_RUNBOOKS
    if listed and _is_group(page, section, words):
        return False
    if listed or _is_in_group(page, section, words):
        return not own & LISTED_ELSEWHERE or _has_symptoms(page, section, words)
    if own & NOT_RUNBOOKS or above & NOT_ABOVE:
        return False
    if _is_case(section, words):
        return True
    return _has_symptoms(page, section, words) or _has_parts(section, words)


def _is_group(page: Outline, section: Section, words: Vocabulary) -> bool:
    """`### Storage` above runbooks of its own: nothing to do in itself, and no parts below it."""
    children = page.children(section)
    if not children or any(isinstance(block, Item | Fence) for block in section.blocks):
        return False
    if any(_is_inside(child.title, words) for child in children):
        return False
    return any(_is_like_a_runbook(page, child, words) for child in children)


def _is_inside(title: str, words: Vocabulary) -> bool:
    bare = untitled(title)
    is_aside = words.objectives.exactly(bare) is not None
    return is_sign(bare, words) or part_name(bare, words) is not None or is_aside


def _is_like_a_runbook(page: Outline, section: Section, words: Vocabulary) -> bool:
    if symptoms_of(page, section, words)[0]:
        return True
    labels = [
        label_of(block.lines[-1].text) for block in section.blocks if isinstance(block, Paragraph)
    ]
    names = [label.name for label in labels if label is not None and not label.value]
    below = [child.title for child in page.children(section)]
    return any(part_name(name, words) is not None for name in (*names, *below))


def _is_in_group(page: Outline, section: Section, words: Vocabulary) -> bool:
    parent = page.sections[section.parent or 0]
    if parent.parent is None or parent.level <= FEWEST:
        return False
    above = words.about(untitled(page.sections[parent.parent].title))
    is_listed = "runbooks" in above and not above & NOT_RUNBOOKS
    return is_listed and _is_group(page, parent, words)


def _is_case(section: Section, words: Vocabulary) -> bool:
    """`If the freezer alarm rings`, with what to do then."""
    said = words.talk.matches(untitled(section.title))
    starts = any(one.start() == 0 and "if" in words.talk.phrases[one.group()] for one in said)
    return starts and bool(items(section)) and "triggers" not in words.about(section.title)


def _is_part(title: str, words: Vocabulary) -> bool:
    return words.process.exactly(title) is not None or words.parts.exactly(title) is not None


def _is_scenario(title: str, words: Vocabulary) -> bool:
    """`Scenario 1 – …`, `Card B: …`, `Playbook A: …`."""
    found = SCENARIO.match(without_emoji(title))
    return found is not None and words.process.exactly(found.group(1)) == "scenario"


def _is_titled(page: Outline, section: Section, words: Vocabulary) -> bool:
    """`Runbook: mail queue full`, with work below it; among drills it is only a story."""
    found = TITLED.match(without_emoji(untitled(section.title)))
    if found is None or words.process.exactly(found.group(1)) != "scenario":
        return False
    if topics(page, page.sections[section.parent or 0], words) & NOT_WORK:
        return False
    return any(
        isinstance(block, Item | Fence) for part in page.under(section) for block in part.blocks
    )


def _has_symptoms(page: Outline, section: Section, words: Vocabulary) -> bool:
    """Directly below it, so that the whole document is not one."""
    if section.level == 2:
        return bool(symptoms_of(page, replace(section, index=section.index), words)[0]) and not any(
            is_symptoms(child.title, words) for child in page.children(section)
        )
    return bool(symptoms_of(page, section, words)[0])


def _has_parts(section: Section, words: Vocabulary) -> bool:
    """Two labels of parts with work below them: a diagnosis and a fix make a runbook."""
    found: set[str] = set()
    name: str | None = None
    for block in section.blocks:
        if isinstance(block, Item | Fence):
            found |= {name} if name else set()
        elif isinstance(block, Paragraph):
            label = label_of(block.lines[-1].text)
            is_part = label is not None and not label.value and not is_coded(label.name, words)
            named = part_name(label.name, words) if label and is_part else None
            is_new = label is not None and label.bold
            name = named or (None if is_new else name)
    return len(found) >= FEWEST


def _worked(page: Outline, fences: Marked, words: Vocabulary) -> Iterator[Section]:
    """`Things that break`: sections beside each other that nearly all change something, under a
    heading that says nothing else; and steps that are folded away under a title of their own."""
    phases = {one.index for step in phase_headings(page, words) for one in page.under(step)}
    for section in page.sections:
        if section.level < FEWEST or section.index in phases:
            continue
        if _is_folded(section) and _is_free(page, section, words):
            yield section
        children = page.children(section)
        is_below = {child.index for child in children} & phases or _is_step(page, section, words)
        if is_below or topics(page, section, words) & NOT_WORK:
            continue
        free = [child for child in children if _is_free(page, child, words)]
        if len(free) < len(children):
            continue
        yield from _that_change(page, free, fences, words)


def _is_step(page: Outline, section: Section, words: Vocabulary) -> bool:
    """Below a part or a phase, titles are ways of doing it."""
    return any(
        part_name(above.title, words) is not None
        or is_phase_word(above.title, words)
        or is_coded(above.title, words)
        for above in page.path(section)
        if above.level > 1
    )


def _that_change(
    page: Outline, free: Collection[Section], fences: Marked, words: Vocabulary
) -> Iterator[Section]:
    """All that do something, where three in four do and two of them, or a restore, run a change."""
    worked = [one for one in free if _changes(page, one, fences, words) or _has_steps(one)]
    changing = [one for one in worked if _changes(page, one, fences, words)]
    is_restore = all(_is_restore(page, one, words) for one in changing)
    fewest = 1 if is_restore else FEWEST
    if len(changing) >= fewest and 4 * len(worked) >= 3 * len(free):
        yield from worked


def _is_restore(page: Outline, section: Section, words: Vocabulary) -> bool:
    """`Restore the archive` under `Backup and restore`: it needs no second beside it."""
    above = page.sections[section.parent or 0]
    titles = (untitled(above.title), untitled(section.title))
    return all(words.process.speaks_of(title, "restore") for title in titles)


def _is_free(page: Outline, section: Section, words: Vocabulary) -> bool:
    """A title that is about nothing known, and neither a part nor a phase."""
    title = untitled(section.title)
    if topics(page, section, words) & NOT_WORK or is_symptoms(title, words):
        return False
    if _is_part(title, words) or part_name(title, words) is not None:
        return False
    is_step = NUMBERED.match(plain(section.title)) or is_coded(section.title, words)
    is_list = "runbooks" in words.about(title)
    return not is_step and not is_list and not is_phase_word(section.title, words)


def _changes(page: Outline, section: Section, fences: Marked, words: Vocabulary) -> bool:
    """Whether a command of the section does more than look."""
    return any(
        not is_look(command.text, words)
        for part in page.under(section)
        for block in part.blocks
        if isinstance(block, Fence) and block.line in fences
        if fences[block.line].kind in {FenceKind.COMMANDS, FenceKind.SQL}
        for command in commands_in(block, fences[block.line].kind)
    )


def _has_steps(section: Section) -> bool:
    return sum(1 for item in items(section) if item.numbered) >= FEWEST


def _is_folded(section: Section) -> bool:
    """`<details>` around numbered steps, and nothing before it."""
    blocks = section.blocks
    return bool(blocks) and _opens_details(blocks[0]) and _has_steps(section)


def _opens_details(block: Block) -> bool:
    if not isinstance(block, Paragraph):
        return False
    return block.lines[0].text.lstrip().lower().startswith("<details")

"""Runbooks under a title that is no heading: a bold line, or the summary of something folded."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from runcard.domain.playbooks.model import Text
from runcard.domain.playbooks.page.blocks import (
    Block,
    Fence,
    Item,
    Outline,
    Paragraph,
    Section,
    label_of,
)
from runcard.domain.playbooks.procedures.bold_phases import NUMBERED_LABEL
from runcard.domain.playbooks.procedures.parts import is_aside, part_name
from runcard.domain.playbooks.procedures.phase_headings import phase_headings
from runcard.domain.playbooks.procedures.signs import is_sign
from runcard.domain.playbooks.procedures.verifications import is_look
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import plain, untitled, without_tags

SUMMARY = re.compile(r"<summary>(.{1,200}?)</summary>", re.IGNORECASE)
IN_BRACKETS = re.compile(r"[(（\[][^()（）\[\]]{1,60}[)）\]]")
DEEPEST = 6
FEWEST = 2


@dataclass(frozen=True, slots=True)
class _Titled:
    """A title among the blocks of a section."""

    at: int
    title: str
    line: int
    folded: bool


def with_titles(page: Outline, words: Vocabulary) -> Outline:
    """The same page, where such titles below a heading about runbooks are headings themselves."""
    phases = {one.index for step in phase_headings(page, words) for one in page.under(step)}
    alone = [one for one in page.sections if _is_commanded(page, one, words)]
    titles = {
        section.index: _titles(section, words) or _commanded(section, alone, words)
        for section in page.sections
        if section.index not in phases
    }
    if not any(titles.values()):
        return page
    drafts: list[Section] = []
    places: dict[int, int] = {}
    for section in page.sections:
        places[section.index] = len(drafts)
        parent = None if section.parent is None else places[section.parent]
        moved = replace(section, index=len(drafts), parent=parent)
        drafts.extend(_split(moved, titles.get(section.index, [])))
    return replace(page, sections=tuple(drafts))


def _split(section: Section, titles: Sequence[_Titled]) -> Iterator[Section]:
    """The section up to its first title, and a section below it for each."""
    if not titles:
        yield section
        return
    first = titles[0]
    yield replace(section, blocks=section.blocks[: first.at], end=first.line - 1)
    ends = [*(one.at for one in titles[1:]), len(section.blocks)]
    lasts = [*(one.line - 1 for one in titles[1:]), section.end]
    for number, (one, end, last) in enumerate(zip(titles, ends, lasts, strict=True), 1):
        blocks = section.blocks[one.at + 1 : end]
        below = Section(
            section.index + number, section.level + 1, one.title, one.line, last, section.index
        )
        yield replace(below, blocks=blocks)


def _titles(section: Section, words: Vocabulary) -> list[_Titled]:
    """All that are folded away; and bold ones, if there are two, each with work before the next."""
    about = words.about(untitled(section.title))
    if not FEWEST <= section.level < DEEPEST or "runbooks" not in about:
        return []
    found = [one for at, block in enumerate(section.blocks) if (one := _titled(at, block, words))]
    ends = [*(one.at for one in found), len(section.blocks)][1:]
    bold = [
        _is_worked(section.blocks[one.at : end])
        for one, end in zip(found, ends, strict=False)
        if not one.folded
    ]
    if len(bold) >= FEWEST and all(bold):
        return found
    return [one for one in found if one.folded]


def _commanded(section: Section, alone: Sequence[Section], words: Vocabulary) -> list[_Titled]:
    """Under a chapter of any name, the only one about nothing else with commands in it: nothing
    but bold titles, each above commands of its own that look first."""
    if len(alone) != 1 or alone[0].index != section.index:
        return []
    found = [one for at, block in enumerate(section.blocks) if (one := _titled(at, block, words))]
    ends = [*(one.at for one in found), len(section.blocks)][1:]
    pieces = [section.blocks[one.at : end] for one, end in zip(found, ends, strict=False)]
    each = all(_looks_first(piece, words) for piece in pieces)
    is_first = bool(found) and not _is_worked(section.blocks[: found[0].at])
    counted = any(NUMBERED_LABEL.match(one.title) for one in found)
    return found if len(found) >= FEWEST and each and is_first and not counted else []


def _looks_first(blocks: Sequence[Block], words: Vocabulary) -> bool:
    fence = next((block for block in blocks if isinstance(block, Fence)), None)
    return fence is not None and any(is_look(line, words) for line in fence.lines[:1])


def _is_commanded(page: Outline, section: Section, words: Vocabulary) -> bool:
    if section.level != FEWEST or not any(isinstance(block, Fence) for block in section.blocks):
        return False
    title = untitled(section.title)
    is_known = words.about(title) or words.process.exactly(title) == "upkeep"
    return not is_known and len(page.under(section)) == 1


def _is_worked(blocks: Sequence[Block]) -> bool:
    return any(isinstance(block, Fence | Item) for block in blocks)


def _titled(at: int, block: Block, words: Vocabulary) -> _Titled | None:
    if not isinstance(block, Paragraph) or block.quote is not None or block.in_item:
        return None
    for line in block.lines:
        summary = SUMMARY.search(line.text)
        if summary is not None:
            return _Titled(at, plain(without_tags(summary.group(1))), line.line, folded=True)
    return _bold(at, block.lines[0], words) if len(block.lines) == 1 else None


def _bold(at: int, line: Text, words: Vocabulary) -> _Titled | None:
    """A bold line that names neither a part nor anything else that stands inside a runbook."""
    label = label_of(line.text)
    if label is None or not label.bold or line.text.rstrip().endswith((":", "：")):
        return None
    if label.value and not IN_BRACKETS.fullmatch(label.value):
        return None
    known = is_sign(label.name, words) or part_name(label.name, words) is not None
    if known or is_aside(label.name, words) or words.labels.exactly(label.name) is not None:
        return None
    title = f"{untitled(label.name)} {label.value}".strip()
    return _Titled(at, title, line.line, folded=False)

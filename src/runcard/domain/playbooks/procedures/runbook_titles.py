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
from runcard.domain.playbooks.procedures.named_cases import may_list_cases
from runcard.domain.playbooks.procedures.named_entries import answers, are_answers, trouble_entries
from runcard.domain.playbooks.procedures.nested_parts import lifted
from runcard.domain.playbooks.procedures.part_names import part_name
from runcard.domain.playbooks.procedures.phase_headings import phase_headings
from runcard.domain.playbooks.procedures.phase_words import is_phase_word
from runcard.domain.playbooks.procedures.rating_labels import is_aside
from runcard.domain.playbooks.procedures.scenario_titles import is_scenario
from runcard.domain.playbooks.procedures.signs import is_sign, is_symptoms
from runcard.domain.playbooks.procedures.trouble_files import tells_of_trouble
from runcard.domain.playbooks.procedures.verifications import is_look
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import plain, untitled, without_tags

SUMMARY = re.compile(r"<summary>(.{1,200}?)</summary>", re.IGNORECASE)
IN_BRACKETS = re.compile(r"[(（\[][^()（）\[\]]{1,60}[)）\]]")
COLONS = (":", "：")
DEEPEST = 6
FEWEST = 2
MOST_WORDS = 8


@dataclass(frozen=True, slots=True)
class _Titled:
    """A title among the blocks of a section."""

    at: int
    title: str
    line: int
    folded: bool
    rest: str = ""
    """What the paragraph says behind a bold lead."""
    more: bool = False
    """Whether other lines of its paragraph follow."""


def with_titles(page: Outline, words: Vocabulary) -> Outline:
    """The same page, where such titles below a heading about runbooks are headings themselves."""
    phases = {one.index for step in phase_headings(page, words) for one in page.under(step)}
    alone = [one for one in page.sections if _is_commanded(page, one, words)]
    titles = {
        section.index: _above_signs(section, words)
        if section.index in phases
        else _titles(page, section, words) or _commanded(section, alone, words)
        for section in page.sections
    }
    if not any(titles.values()):
        return page
    drafts: list[Section] = []
    places: dict[int, int] = {}
    for section in page.sections:
        places[section.index] = len(drafts)
        parent = None if section.parent is None else places[section.parent]
        moved = replace(section, index=len(drafts), parent=parent)
        drafts.extend(_split(moved, titles.get(section.index, []), words))
    return replace(page, sections=tuple(drafts))


def _split(section: Section, titles: Sequence[_Titled], words: Vocabulary) -> Iterator[Section]:
    """The section up to its first title, and a section below it for each."""
    if not titles:
        yield section
        return
    first = titles[0]
    yield replace(section, blocks=section.blocks[: first.at], end=first.line - 1)
    ends = [*(one.at for one in titles[1:]), len(section.blocks)]
    lasts = [*(one.line - 1 for one in titles[1:]), section.end]
    for number, (one, end, last) in enumerate(zip(titles, ends, lasts, strict=True), 1):
        inside = section.blocks[one.at + 1 : end]
        blocks = (*_said_behind(one, section), *lifted(inside, words))
        below = Section(
            section.index + number, section.level + 1, one.title, one.line, last, section.index
        )
        yield replace(below, blocks=blocks)


def _said_behind(one: _Titled, section: Section) -> tuple[Block, ...]:
    """The paragraph of a lead without the lead, or what an entry says behind its name."""
    block = section.blocks[one.at]
    if isinstance(block, Item) and one.rest:
        return (Paragraph(block.line, (Text(one.rest, block.line),)),)
    if not isinstance(block, Paragraph) or not (one.rest or one.more):
        return ()
    said = (Text(one.rest, block.line),) if one.rest else ()
    lines = (*said, *block.lines[1:])
    return (replace(block, line=lines[0].line, lines=lines),)


def _titles(page: Outline, section: Section, words: Vocabulary) -> list[_Titled]:
    """All that are folded away; and bold ones, if there are two, each with work before the next. In
    what is a runbook by its name they are its parts, and among drills only stories."""
    about = words.about(untitled(section.title))
    is_one = "drills" in about or is_scenario(untitled(section.title), words)
    if not FEWEST <= section.level < DEEPEST or is_one:
        return []
    if "runbooks" not in about and not words.works.speaks_of(section.title, "by_type"):
        told = [] if about else _troubles(section, words)
        return told or _answers(page, section, words) or _above_signs(section, words)
    leads = _leads(section, words)
    found = leads or _all_titled(section, words)
    pieces = zip(found, _pieces(found, section), strict=True)
    bold = [_is_worked(piece) for one, piece in pieces if not one.folded]
    if leads or (len(bold) >= FEWEST and all(bold)):
        return found
    return [one for one in found if one.folded] or _entries(section, words)


def _entries(section: Section, words: Vocabulary) -> list[_Titled]:
    found = trouble_entries(section, words)
    return [_Titled(one.at, untitled(one.name), one.line, False, one.level) for one in found]


def _answers(page: Outline, section: Section, words: Vocabulary) -> list[_Titled]:
    """Below `Response procedures`, `Troubleshooting` or `Types of incidents`: bold titles most of
    which tell of a trouble, each with work below it, or a list of them with orders."""
    if not may_list_cases(page, section, words):
        return []
    found = _leads(section, words)
    if found and all(tells_of_trouble(one.title, words) for one in found):
        return found
    found = _all_titled(section, words)
    told = [one for one in found if tells_of_trouble(one.title, words)]
    is_most = len(told) >= FEWEST and 2 * len(told) > len(found)
    is_most = is_most and not any(is_phase_word(one.title, words) for one in found)
    if is_most and all(map(_is_worked, _pieces(found, section))):
        return found
    entries = trouble_entries(section, words)
    said = {one.at: one.said for one in entries if are_answers(entries, words)}
    return [replace(one, rest=said[one.at]) for one in _entries(section, words) if said]


def is_of_titled_cases(page: Outline, section: Section, words: Vocabulary) -> bool:
    """Whether what is told there is told by cases, and of no course."""
    return bool(_answers(page, section, words))


def _all_titled(section: Section, words: Vocabulary) -> list[_Titled]:
    return [one for at, block in enumerate(section.blocks) if (one := _titled(at, block, words))]


def _leads(section: Section, words: Vocabulary) -> list[_Titled]:
    """`**Encoder crash.** The preview is black.`, if there are two, each with work before the
    next, or an order behind a trouble, and nothing but a line or two in front of the first."""
    found = [one for at, block in enumerate(section.blocks) if (one := _lead(at, block, words))]
    pieces = _pieces(found, section)
    is_first = bool(found) and not _is_worked(section.blocks[: found[0].at])
    pairs = zip(found, pieces, strict=True)
    each = all(_is_worked(piece) or answers(one.title, one.rest, words) for one, piece in pairs)
    is_each = len(found) >= FEWEST and each
    return found if is_first and is_each else []


def _pieces(found: Sequence[_Titled], section: Section) -> list[Sequence[Block]]:
    """What stands below each title, up to the next."""
    ends = [*(one.at for one in found), len(section.blocks)][1:]
    return [section.blocks[one.at + 1 : end] for one, end in zip(found, ends, strict=False)]


def _troubles(section: Section, words: Vocabulary) -> list[_Titled]:
    """In a chapter about nothing else, bold titles that all tell of a trouble, by their words or
    by the signs named below them, each with work below it."""
    if section.level != FEWEST or section.parent is None:
        return []
    found = _leads(section, words) or _all_titled(section, words)
    pieces = _pieces(found, section)
    are_all = all(
        tells_of_trouble(one.title, words) or _names_signs(one, section, words) for one in found
    )
    return found if len(found) >= FEWEST and are_all and all(map(_is_worked, pieces)) else []


def _above_signs(section: Section, words: Vocabulary) -> list[_Titled]:
    """Bold titles, two at least, all directly above the name of their signs, whatever the chapter
    is about; `**Fixes:**` is a label below one."""
    found = [one for one in _all_titled(section, words) if not _ends_in_colon(one, section)]
    are_all = all(_names_signs(one, section, words) for one in found)
    return found if len(found) >= FEWEST and are_all else []


def _ends_in_colon(one: _Titled, section: Section) -> bool:
    block = section.blocks[one.at]
    return isinstance(block, Paragraph) and block.lines[0].text.rstrip(" *_").endswith(COLONS)


def _names_signs(one: _Titled, section: Section, words: Vocabulary) -> bool:
    """`Signs: …` on one of the lines directly below a title."""
    below = section.blocks[one.at : one.at + 2]
    labels = [
        label_of(line.text)
        for block in below
        if isinstance(block, Paragraph)
        for line in block.lines
    ]
    return any(label is not None and is_symptoms(label.name, words) for label in labels)


def _lead(at: int, block: Block, words: Vocabulary) -> _Titled | None:
    """A bold sentence of a few words, and more text behind it in the same paragraph."""
    if not isinstance(block, Paragraph) or block.quote is not None or block.in_item:
        return None
    label = label_of(block.lines[0].text)
    if label is None or not label.bold or not label.value or not _ends_a_sentence(label.name):
        return None
    name = label.name.rstrip(" .。")
    known = is_sign(name, words) or part_name(name, words) is not None or is_aside(name, words)
    if known or len(name.split()) > MOST_WORDS or words.labels.exactly(name) is not None:
        return None
    return _Titled(at, untitled(name), block.line, folded=False, rest=label.value)


def _ends_a_sentence(name: str) -> bool:
    return name.rstrip().endswith((".", "。"))


def _commanded(section: Section, alone: Sequence[Section], words: Vocabulary) -> list[_Titled]:
    """Under a chapter of any name, the only one about nothing else with commands in it: nothing
    but bold titles, each above commands of its own that look first."""
    if len(alone) != 1 or alone[0].index != section.index:
        return []
    found = [one for at, block in enumerate(section.blocks) if (one := _titled(at, block, words))]
    each = all(_looks_first(piece, words) for piece in _pieces(found, section))
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
    title = _bold(at, block.lines[0], words)
    is_alone = len(block.lines) == 1
    return title if is_alone or title is None else _above_more(title, block)


def _above_more(title: _Titled, block: Paragraph) -> _Titled | None:
    """`**Dryer does not start**` with `*Cause:* …` on the next line."""
    label = label_of(block.lines[0].text)
    is_bare = label is not None and not label.value
    return replace(title, more=True) if is_bare else None


def _bold(at: int, line: Text, words: Vocabulary) -> _Titled | None:
    """A bold line that names neither a part nor anything else that stands inside a runbook."""
    label = label_of(line.text)
    if label is None or not label.bold or line.text.rstrip().endswith(COLONS):
        return None
    if label.value and not IN_BRACKETS.fullmatch(label.value):
        return None
    known = is_sign(label.name, words) or part_name(label.name, words) is not None
    if known or is_aside(label.name, words) or words.labels.exactly(label.name) is not None:
        return None
    title = f"{untitled(label.name)} {label.value}".strip()
    return _Titled(at, title, line.line, folded=False)


def opens_details(block: Block) -> bool:
    """Whether something folded away begins with it."""
    if not isinstance(block, Paragraph):
        return False
    return block.lines[0].text.lstrip().lower().startswith("<details")

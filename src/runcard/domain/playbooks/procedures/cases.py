"""Headings that say when something is done: `If the freezer alarm rings`."""

from collections.abc import Collection, Iterable

from runcard.domain.playbooks.page.blocks import Fence, Item, Outline, Section
from runcard.domain.playbooks.procedures.own_labels import ends_in_a_part, names_above_work
from runcard.domain.playbooks.procedures.part_names import part_name
from runcard.domain.playbooks.procedures.phase_options import is_option
from runcard.domain.playbooks.procedures.scenario_titles import is_scenario, is_titled
from runcard.domain.playbooks.procedures.signs import symptoms_of
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import plain, untitled

DOTS = ("...", "…")
FEWEST = 2


def starts_a_case(section: Section, words: Vocabulary) -> bool:
    """`If the freezer alarm rings`, `What to do if the projector fails`; not when to call
    somebody, nor `When to suspect a leak`; `When to use it` is told of the whole above."""
    title = untitled(section.title).lstrip("¿ ")
    if _says_when(section, words) or _asks_when(title, words):
        return False
    starts = {0, *_behind_what_to_do(title, words)}
    is_case = any(
        one.start() in starts and "if" in words.talk.phrases[one.group()]
        for one in words.talk.matches(title)
    )
    return is_case and "triggers" not in words.about(section.title)


def tells_when_to_use(page: Outline, section: Section, words: Vocabulary) -> bool:
    """`When to use` directly below a heading, and beside it commands or steps: a procedure."""
    below = page.children(section)
    others = [one for one in below if not _says_when(one, words)]
    if len(others) == len(below) or words.about(untitled(section.title)):
        return False
    blocks = [*section.blocks, *(block for one in others for block in one.blocks)]
    steps = sum(1 for one in blocks if isinstance(one, Item) and (one.numbered or one.box))
    return steps >= FEWEST or any(isinstance(one, Fence) for one in blocks)


def _says_when(section: Section, words: Vocabulary) -> bool:
    return words.signs.exactly(untitled(section.title)) == "when"


def _asks_when(title: str, words: Vocabulary) -> bool:
    return any(
        one.start() == 0 and "asks_when" in words.signs.phrases[one.group()]
        for one in words.signs.matches(title)
    )


def ways_within(page: Outline, found: Iterable[Section], words: Vocabulary) -> set[int]:
    """`If the wire is torn:` below a runbook that tells its signs, or that ends in `**Fix:**`: a
    way of mending it; so is whatever stands beside its options."""
    known = {one.index: one for one in found}
    cases = {
        one.index
        for one in known.values()
        for above in page.path(one)[1:]
        if starts_a_case(one, words)
        if symptoms_of(page, above, words)[0]
        or (above.index in known and ends_in_a_part(above, words))
    }
    counted = {one.index for one in known.values() if _is_counted_above(page, one, known, words)}
    return (
        cases
        | counted
        | {
            child.index
            for one in known.values()
            if _offers_options(page, one, words)
            for child in page.children(one)
        }
    )


def _is_counted_above(
    page: Outline, section: Section, known: Collection[int], words: Vocabulary
) -> bool:
    """`Case A: the wire is torn` below a runbook, whose work it is already; but `Scenario 1: …` may
    stand below `Runbook: the tower`, which has no parts of its own."""
    above = [one for one in page.path(section)[1:] if one.index in known]
    return bool(above) and not (
        _names_itself(section, words) and not _has_parts(page, above[0], words)
    )


def _has_parts(page: Outline, section: Section, words: Vocabulary) -> bool:
    names = [*names_above_work(section), *(one.title for one in page.children(section))]
    return any(part_name(one, words) is not None for one in names)


def _names_itself(section: Section, words: Vocabulary) -> bool:
    return is_scenario(untitled(section.title), words) or is_titled(section.title, words)


def _offers_options(page: Outline, section: Section, words: Vocabulary) -> bool:
    """`Option A: by hand` and `Option B: by wire` below it."""
    titles = [one.title for one in page.children(section)]
    return sum(is_option(title, words) for title in titles) >= FEWEST


def asks_what_to_do(title: str, words: Vocabulary) -> bool:
    """`What to do if …`: of the course of an incident only by its first words; but `What to do when
    the pager goes off` asks for nothing else."""
    first = _behind_what_to_do(title, words)
    if any(
        one.start() in first and "process" in words.headings.phrases[one.group()]
        for one in words.headings.matches(title)
    ):
        return False
    said = words.talk.matches(title) if first else []
    return any(one.start() in first and "if" in words.talk.phrases[one.group()] for one in said)


def _behind_what_to_do(title: str, words: Vocabulary) -> set[int]:
    """Where the title goes on behind an opening such as `What to do`."""
    opens = [one for one in words.parts.matches(title) if one.start() == 0]
    ends = [one.end() for one in opens if "recovery" in words.parts.phrases[one.group()]]
    return {end + len(title[end:]) - len(title[end:].lstrip(" ,:")) for end in ends}


def is_the_end(section: Section, words: Vocabulary) -> bool:
    """`When it is fixed` is the end of all."""
    return "mended" in words.told.all(section.title)


def goes_on(page: Outline, section: Section) -> bool:
    """`… a drone loses GPS` below `What to do when …`: a case that its heading leads to."""
    above = plain(page.sections[section.parent or 0].title).rstrip()
    return above.endswith(DOTS) and plain(section.title).startswith(DOTS)

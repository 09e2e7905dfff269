"""Files that are runbooks from end to end: troubles directly under the title, in no chapter."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from runcard.domain.playbooks.nouns.appendix import FencedBlock, FenceKind
from runcard.domain.playbooks.page.blocks import Fence, Item, Outline, Paragraph, Section, label_of
from runcard.domain.playbooks.procedures.beside_runbooks import is_beside_runbooks
from runcard.domain.playbooks.procedures.fenced_lists import STEP
from runcard.domain.playbooks.procedures.fences import commands_in
from runcard.domain.playbooks.procedures.objectives import recovery_times
from runcard.domain.playbooks.procedures.series import is_chapter_of_runbooks
from runcard.domain.playbooks.procedures.signs import is_sign, is_trouble, symptoms_of
from runcard.domain.playbooks.procedures.step_codes import NUMBERED
from runcard.domain.playbooks.procedures.verifications import is_look
from runcard.domain.playbooks.times.grammar import spans_in
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import folded, plain, untitled, without_emoji

RUN = {FenceKind.COMMANDS, FenceKind.SQL}
FEWEST = 2
CHAPTER = 2
# `ParseQueueBacklog`, `disk_usage_high`: as monitoring names what it watches; a shorter one may be
# the name of a product.
ALERT_NAME = re.compile(r"^`?(?:(?:[A-Z]+[a-z0-9]+){3,}[A-Z]*|[^\W_]+(?:_[^\W_]+){2,})`?$")
SHORT_NAME = re.compile(r"^`?(?:[A-Z][a-z0-9]+[A-Z][A-Za-z0-9]*|[^\W_]+_[^\W_]+)`?$")
HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|_|`")
# `queue_lag_seconds > 300`: the rule by which an alert fires.
EXPRESSION = re.compile(
    r"^`?[A-Za-z_][\w.:]{2,60}(?:\{[^{}]{0,80}\})?\s*(?:[<>]=?|[=!]=|≥|≤)\s*[\d.]+\s?\S{0,8}$"
)
NAMED = re.compile(r"^([^\W\d_][\w ]{0,16}?)\s*[:：–—-]\s*\S")
QUESTION = re.compile(r"[?？]\s*$")
QUOTED = re.compile(r"^\s*[\"“„«‘'「『]|[\"”“»’'」』]\s*$")


@dataclass(frozen=True, slots=True)
class Work:
    """What is done in a section: whether something is changed, and whether one looks first."""

    changes: bool
    looks_first: bool
    steps: int
    looks: bool = False

    @property
    def is_any(self) -> bool:
        return self.changes or self.steps >= FEWEST


def troubles(
    page: Outline,
    free: Sequence[Section],
    fences: Mapping[int, FencedBlock],
    words: Vocabulary,
) -> Iterator[Section]:
    """Those of some sections beside each other, about nothing else, that are runbooks: most hold
    work, two at least tell of a trouble, and one of them, or the title of the file, in words.
    Beside troubles, whatever else is done is one, too, unless it is an order or upkeep, or has no
    number where all of them are counted."""
    works = {one.index: work_of(page, one, fences, words) for one in free}
    others = {one.index for one in free if is_other(one, words) or is_regular(page, one, words)}
    worked = [one for one in free if works[one.index].is_any and one.index not in others]
    if len(worked) < max(FEWEST, len(free) // 2 + 1):
        return
    below = _is_below_trouble(page, free[0], words)
    named = {one.index for one in worked if _is_named(page, one, works[one.index], words)}
    named |= _alike(worked) if below else set()
    told = named | {one.index for one in worked if _is_repair(one, works[one.index], words)}
    is_whole = bool(named) and len(worked) == len(free)
    if len(told) < (1 if is_whole else FEWEST) or not (named or below):
        return
    is_most = 2 * len(told) > len(worked) - is_whole
    are_counted = all(_is_counted(one) for one in worked if one.index in told)
    for one in worked:
        # Beside a single trouble, mere steps may be rules.
        is_work = len(told) >= FEWEST or works[one.index].changes
        is_alike = _is_counted(one) or not are_counted
        if one.index in told or (is_most and is_work and is_alike and not is_order(one, words)):
            yield one


def _is_counted(section: Section) -> bool:
    return NUMBERED.match(plain(section.title)) is not None


def counted_chapters(
    page: Outline,
    free: Sequence[Section],
    fences: Mapping[int, FencedBlock],
    words: Vocabulary,
) -> list[Section]:
    """Of a file that says that it is of runbooks: the numbered chapters, if all of them hold work;
    what only looks is work there, too."""
    counted = [one for one in free if is_chapter_of_runbooks(page, one, words)]
    numbered = [one for one in counted if _is_counted(one)]
    works = [work_of(page, one, fences, words) for one in numbered]
    are_worked = all(work.is_any or work.looks for work in works)
    return numbered if len(numbered) > FEWEST and are_worked else []


def _alike(sections: Sequence[Section]) -> set[int]:
    """Those cut from one pattern: a label of theirs stands in most of their neighbours."""
    labels = {one.index: set(_labels(one)) for one in sections}
    counted = Counter(name for names in labels.values() for name in names)
    shared = {name for name, count in counted.items() if 2 * count > len(sections) >= FEWEST}
    return {one.index for one in sections if labels[one.index] & shared}


def _labels(section: Section) -> Iterator[str]:
    for block in section.blocks:
        if isinstance(block, Paragraph):
            label = label_of(block.lines[0].text)
            if label is not None and label.bold:
                yield folded(label.name)


def work_of(
    page: Outline, section: Section, fences: Mapping[int, FencedBlock], words: Vocabulary
) -> Work:
    """The commands below a heading in their order, and its steps by number or box, those in a fence
    of its own as well."""
    blocks = [block for part in page.under(section) for block in part.blocks]
    looks = [
        is_look(command.text, words)
        for block in blocks
        if isinstance(block, Fence) and block.line in fences and fences[block.line].kind in RUN
        for command in commands_in(block, fences[block.line].kind)
    ]
    steps = sum(1 for one in blocks if isinstance(one, Item) and (one.numbered or one.box))
    steps += _steps_in_its_fence(section, fences, words)
    return Work(not all(looks), bool(looks) and looks[0] and not all(looks), steps, any(looks))


def _steps_in_its_fence(
    section: Section, fences: Mapping[int, FencedBlock], words: Vocabulary
) -> int:
    """Numbered sentences in the fence that is all there is below a heading; a chapter has to tell
    of a trouble."""
    only = section.blocks[0] if len(section.blocks) == 1 else None
    if not isinstance(only, Fence) or only.line not in fences:
        return 0
    is_case = section.level > CHAPTER or tells_of_trouble(untitled(section.title), words)
    is_prose = fences[only.line].kind is FenceKind.PROSE_STEPS
    return sum(1 for line in only.lines if STEP.match(line)) if is_case and is_prose else 0


def _is_named(page: Outline, section: Section, work: Work, words: Vocabulary) -> bool:
    """By its name, its signs of trouble, a line about its alert or by when it must work again."""
    title = without_emoji(untitled(section.title))
    if ALERT_NAME.search(title) or EXPRESSION.search(title) or QUOTED.search(title):
        return True
    is_trouble_told = tells_of_trouble(_in_words(title), words) or _ends_in_many(title, words)
    if work.is_any and is_trouble_told:
        return True
    is_likely = work.looks_first or _is_below_trouble(page, section, words)
    if is_likely and (SHORT_NAME.search(title) or QUESTION.search(title)):
        return True
    if symptoms_of(page, section, words)[0] or _has_alert(section, words):
        return True
    return any(recovery_times(page, section, words))


def _ends_in_many(title: str, words: Vocabulary) -> bool:
    """`Login failures`, `Netzprobleme`; not `Known issues`, which lists some."""
    return not words.about(title) and any(
        found.end() == len(title) and "many" in words.signs.phrases[found.group()]
        for found in words.signs.matches(title)
    )


def _in_words(title: str) -> str:
    """`HighErrorRate`, `disk_full` as what they say: `High Error Rate`, `disk full`."""
    return HUMP.sub(" ", title) if SHORT_NAME.search(title) else title


def tells_of_trouble(title: str, words: Vocabulary) -> bool:
    """By a word for a fault, or as `Problem: the sensor shows 0`."""
    return names_a_trouble(title, words) or words.signs.speaks_of(title, "faults")


def names_a_trouble(title: str, words: Vocabulary) -> bool:
    """`Problem: the sensor shows 0`, `Symptom: no picture`: the one that it is about."""
    named = NAMED.match(title)
    return named is not None and is_trouble(named.group(1), words)


def _is_repair(section: Section, work: Work, words: Vocabulary) -> bool:
    """Whoever repairs looks before anything is changed; whoever sets up changes, then looks."""
    return work.looks_first and not is_order(section, words)


def _is_below_trouble(page: Outline, section: Section, words: Vocabulary) -> bool:
    """Whether a title above speaks of runbooks or of alerts."""
    return any(
        "runbooks" in words.about(above.title) or words.signs.speaks_of(above.title, "likely")
        for above in page.path(section)[:-1]
    )


def _has_alert(section: Section, words: Vocabulary) -> bool:
    """`Alert: …` in the first lines."""
    first = section.blocks[0] if section.blocks else None
    if not isinstance(first, Paragraph | Item):
        return False
    label = label_of(first.lines[0].text)
    return label is not None and bool(label.value) and is_sign(label.name, words)


def names_its_alert(section: Section, words: Vocabulary) -> bool:
    """`**Alert:** `QueueLagHigh`` in the first lines: one word, as monitoring names it."""
    first = section.blocks[0] if section.blocks else None
    if not isinstance(first, Paragraph | Item):
        return False
    label = label_of(first.lines[0].text)
    if label is None or not label.value or not is_sign(label.name, words):
        return False
    said = label.value.strip()
    return any(form.search(said) for form in (ALERT_NAME, EXPRESSION, SHORT_NAME))


def is_order(section: Section, words: Vocabulary) -> bool:
    """`Add a tenant`: what somebody asks for, and no trouble."""
    title = without_emoji(untitled(section.title))
    return any(found.start() == 0 for found in words.acts.matches(title))


def is_upkeep(section: Section, words: Vocabulary) -> bool:
    """`Installation`, `Deployment guide`: what is done on good days; `Principles` hold on all."""
    title = untitled(section.title)
    always_holds = words.works.speaks_of(title, "principles")
    return always_holds or words.process.exactly(title) == "upkeep"


def is_other(section: Section, words: Vocabulary) -> bool:
    """Upkeep, or what stands beside runbooks of any kind."""
    return is_upkeep(section, words) or is_beside_runbooks(section, words)


def is_regular(page: Outline, section: Section, words: Vocabulary) -> bool:
    """Above `Every week` and `Monthly checks`, and nothing else."""
    children = page.children(section)
    return bool(children) and all(
        any(span.is_period for span in spans_in(child.title, words)) for child in children
    )

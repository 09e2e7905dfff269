"""Cases under headings that only count them, `Class 1: Stock drifts`: they have a severity, or are
worked off part by part, and so are none themselves."""

from collections.abc import Iterator

from runcard.domain.playbooks.levels.entries import LevelEntry, LevelGroup
from runcard.domain.playbooks.levels.mentions import starts_with_level
from runcard.domain.playbooks.levels.names import rank_of
from runcard.domain.playbooks.page.blocks import Item, Label, Outline, Paragraph, label_of
from runcard.domain.playbooks.times.clauses import TIMES, concepts_of
from runcard.domain.playbooks.times.grammar import spans_in
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import plain, trailing_parenthesis, untitled

FEWEST_PARTS = 2


def are_cases(group: LevelGroup, page: Outline, words: Vocabulary) -> bool:
    """Whether a list that looks like levels is one of cases; codes such as `SEV1` never are."""
    entries = group.entries
    if any(entry.row is not None or _is_surely_a_level(entry, words) for entry in entries):
        return False
    rated = [entry for entry in entries if _is_rated(entry, words)]
    if 2 * len(rated) > len(entries):
        return True
    worked_off = [entry for entry in entries if _parts(entry, page, words) >= FEWEST_PARTS]
    is_silent = not any(_promises(entry, words) for entry in entries)
    return is_silent and 2 * len(worked_off) > len(entries)


def _is_surely_a_level(entry: LevelEntry, words: Vocabulary) -> bool:
    """`SEV1`, `Critical`, `Level 1: Critical`; not `Class 1: Stock drifts`."""
    head = entry.head
    return head.sure or head.worded or rank_of(head.name or "", words) is not None


def _is_rated(entry: LevelEntry, words: Vocabulary) -> bool:
    """`Severity: High (wrong orders)` in a line of its own."""
    stated = (one.value for one in _labels(entry) if words.labels.exactly(one.name) == "key")
    return any(
        rank_of(trailing_parenthesis(value)[0], words) is not None
        or starts_with_level(value, words)
        for value in stated
    )


def _parts(entry: LevelEntry, page: Outline, words: Vocabulary) -> int:
    """How many parts of the work it has, by labels or by headings below its own."""
    below = (
        untitled(part.title)
        for section in page.sections
        if section.line == entry.line
        for part in page.under(section)[1:]
    )
    named = {words.parts.exactly(plain(name).rstrip(":： ")) for name in (*_names(entry), *below)}
    return len(named - {None})


def _names(entry: LevelEntry) -> Iterator[str]:
    return (label.name for label in _labels(entry))


def _promises(entry: LevelEntry, words: Vocabulary) -> bool:
    """Whether it says in its head or in a line what is promised, or tells what it means."""
    told = [entry.head.remark or "", *(one.value for one in _labels(entry) if _is_told(one, words))]
    return any(spans_in(one, words) for one in told) or any(
        concepts_of(label.name, words) == ("definition",) for label in _labels(entry)
    )


def _is_told(label: Label, words: Vocabulary) -> bool:
    return bool(set(concepts_of(label.name, words)) & set(TIMES))


def _labels(entry: LevelEntry) -> Iterator[Label]:
    for block in entry.blocks:
        for line in block.lines if isinstance(block, Paragraph | Item) else ():
            label = label_of(line.text)
            if label is not None:
                yield label

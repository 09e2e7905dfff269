"""Levels that are kept as data in a fence: a key for each, a record or a table of TOML."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from runcard.domain.playbooks.levels.columns import is_key
from runcard.domain.playbooks.levels.entries import LevelEntry, LevelGroup
from runcard.domain.playbooks.levels.lead_ins import ADDED, introduces
from runcard.domain.playbooks.levels.names import LevelHead, level_head
from runcard.domain.playbooks.model import SeverityForm
from runcard.domain.playbooks.page.blocks import Block, Fence, Paragraph, Section
from runcard.domain.playbooks.page.data_lines import Entry
from runcard.domain.playbooks.page.fenced_data import Branch, branches_of, listed, spoken
from runcard.domain.playbooks.times.clauses import TIMES, concepts_of
from runcard.domain.playbooks.times.keyed_units import with_unit_of_key
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import has_letters, untitled

FEWEST = 2
PROMISED = {"examples", *TIMES}
NAMES = {"name", "key"}


class _Level(NamedTuple):
    """One level of a branch: the entry that names it, and what it says beside that."""

    head: LevelHead
    said: Entry
    body: tuple[Entry, ...]
    has_key: bool = False

    @property
    def text(self) -> str:
        """What stands behind its key."""
        return self.said.value if self.has_key else ""


def kept_levels(section: Section, words: Vocabulary) -> Iterator[LevelGroup]:
    """The levels of each fence, but of none with which a tool is configured."""
    above: Block | None = None
    for block in section.blocks:
        if isinstance(block, Fence):
            is_led = _is_led(section, above, words)
            for branch in of_the_team(block, words):
                yield from _group(branch, section, words, is_led=is_led)
        above = block


def _is_led(section: Section, above: Block | None, words: Vocabulary) -> bool:
    said = above.lines[-1].text if isinstance(above, Paragraph) else ""
    return "severity" in words.about(untitled(section.title)) or introduces(said, words)


def of_the_team(fence: Fence, words: Vocabulary) -> Iterator[Branch]:
    """The branches of data with which no tool is configured."""
    branches = [*branches_of(fence)]
    keys = {spoken(one.key) for inner in branches[0].inner for one in inner} if branches else set()
    if not any(words.shell.exactly(key) == "setting" for key in keys):
        yield from branches


def _group(
    branch: Branch, section: Section, words: Vocabulary, *, is_led: bool
) -> Iterator[LevelGroup]:
    """Where each entry of a branch is a level, and the key above, the line above the fence, or what
    is said of most of them tells that they are such."""
    levels = [level for inner in branch.inner if (level := _level(inner, words)) is not None]
    if len(levels) < max(FEWEST, len(branch.inner)):
        return
    matter = _matter(branch, words)
    is_named = bool(branch.path) and "severity" in words.about(branch.path[0])
    if matter is None or not _say_something(levels):
        return
    if matter and not all(level.has_key for level in levels):
        return  # `alerts:` above records: what happened at those levels
    if not (matter or is_named or is_led or _are_told(levels, words)):
        return
    entries = tuple(_entry(level, words) for level in levels)
    found = LevelGroup(SeverityForm.NONE, section.line, entries, section)
    yield replace(found, introduced=is_named or is_led, matter=matter)


def _matter(branch: Branch, words: Vocabulary) -> tuple[str, ...] | None:
    """What the key above says that all of them add, `response_times:`; nothing where it names them;
    None where they are about something else, `escalation: levels:`."""
    for at, key in enumerate(branch.path):
        concepts = concepts_of(key, words)
        if at == 0 and concepts and concepts[0] in ADDED:
            return concepts
        if words.about(key) - {"severity", "response_times"}:
            return None
    return ()


def _say_something(levels: Sequence[_Level]) -> bool:
    """More than a number behind each."""
    return any(has_letters(level.text) or level.body for level in levels)


def _are_told(levels: Sequence[_Level], words: Vocabulary) -> bool:
    """Most of them have a promise, or examples, under a name that is known; a description may stand
    in a record of anything."""
    named = [{one.key for one in level.body if one.key} for level in levels]
    told = [keys for keys in named if any(_is_told(spoken(key), words) for key in keys)]
    return 2 * len(told) > len(levels)


def _is_told(key: str, words: Vocabulary) -> bool:
    return bool(set(concepts_of(key, words)) & PROMISED)


def _level(inner: tuple[Entry, ...], words: Vocabulary) -> _Level | None:
    """By its key, `SEV1:`; else the record of which a field names a level."""
    first, *rest = inner
    head = level_head(spoken(first.key), words) if first.key else None
    if head is not None:
        return _Level(head, first, tuple(rest), has_key=True)
    fields = (first._replace(depth=first.depth + 1), *rest) if first.begins else ()
    said = [one for one in fields if one.depth == first.depth + 1 and one.value]
    asked = [one for one in said if is_key(spoken(one.key), words)]
    named = [one for one in said if _is_name(spoken(one.key), words)]
    for one in (*asked, *named):
        head = _head_in(one, words)
        if head is not None:
            return _Level(head, one, tuple(other for other in fields if other is not one))
    return None


def _is_name(key: str, words: Vocabulary) -> bool:
    asked = words.labels.exactly(key) in NAMES or words.columns.exactly(key) in NAMES
    return asked or "counter" in words.columns.phrases.get(key.lower(), ())


def _head_in(field: Entry, words: Vocabulary) -> LevelHead | None:
    """`level: 1` is its first level, `level: SEV1` as well."""
    said = f"{spoken(field.key)} {field.value}" if field.value.isdecimal() else field.value
    return level_head(said, words)


def _entry(level: _Level, words: Vocabulary) -> LevelEntry:
    body = [_with_unit(one, words) for one in _joined(level.body, words)]
    return LevelEntry(level.head, level.said.line, level.text, listed(body))


def _with_unit(one: Entry, words: Vocabulary) -> Entry:
    key, value = with_unit_of_key(spoken(one.key), one.value, words)
    return one._replace(key=key, value=value)


def _joined(body: Sequence[Entry], words: Vocabulary) -> Iterator[Entry]:
    """`notify:` above a list of names is one thing to say: whom to tell."""
    waiting = list(reversed(body))
    while waiting:
        one = waiting.pop()
        told: list[str] = []
        is_list = one.is_head and concepts_of(spoken(one.key), words) == ("communication",)
        while is_list and waiting and waiting[-1].depth > one.depth and not waiting[-1].key:
            told.append(waiting.pop().value)
        yield one._replace(value=", ".join(told)) if told else one

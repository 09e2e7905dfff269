"""Data in a fence, YAML, JSON or TOML, as the list that would say the same."""

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, takewhile
from typing import NamedTuple

from runcard.domain.playbooks.model import Text
from runcard.domain.playbooks.page.blocks import Block, Fence, Item, Outline, Section
from runcard.domain.playbooks.page.data_lines import Entry, data_lines, is_data

# `responseTime`, not `McAlister` or `iOS`.
HUMP = re.compile(r"(?<=[a-z]{2})[A-Z](?=[a-z])")

LIST_OF_ONE = re.compile(r"\[([^\[\]]{1,80})\]")
DEEPEST = 12


class Branch(NamedTuple):
    """What stands below one key, or below none: each entry with all that is nested in it. `above`
    are the keys that lead to it, the nearest first."""

    above: tuple[Entry, ...]
    inner: tuple[tuple[Entry, ...], ...]

    @property
    def path(self) -> tuple[str, ...]:
        """Those keys in words."""
        return tuple(spoken(one.key) for one in self.above)


def as_written_out(fence: Fence) -> tuple[Item, ...]:
    """Each record as an entry with its name in bold, and what it says nested below; none where the
    fence holds no data, or something in it belongs to no record."""
    if not is_data(fence):
        return ()
    entries = _inside_one(_steps(_named(data_lines(fence))))
    heads = [one for one in entries if one.depth == 0]
    if not heads or not all(one.is_head for one in heads) or len(heads) == len(entries):
        return ()
    return tuple(_item(one, heads[0].line) for one in entries)


def branches_of(fence: Fence) -> Iterator[Branch]:
    """Every key of data that stands above other entries, the whole first."""
    entries = _with_lists_of_one(_steps(data_lines(fence))) if is_data(fence) else []
    if entries:
        yield Branch((), _parted(entries))
    above: list[Entry] = []
    for at, one in enumerate(entries):
        above[one.depth :] = [one]
        if one.is_head and one.depth < DEEPEST:
            others = (entries[place] for place in range(at + 1, len(entries)))
            below = [*takewhile(_is_below(one), others)]
            yield Branch(tuple(reversed(above)), _parted(below))


def without_data_at(page: Outline, lines: Collection[int]) -> Outline:
    """The page without the data in which others have read something, in one of these lines."""
    sections = [_without(section, lines) for section in page.sections]
    is_same = all(new is old for new, old in zip(sections, page.sections, strict=True))
    return page if is_same else replace(page, sections=tuple(sections))


def _without(section: Section, lines: Collection[int]) -> Section:
    left = tuple(one for one in section.blocks if not _is_read(one, lines))
    return section if len(left) == len(section.blocks) else replace(section, blocks=left)


def _is_read(block: Block, lines: Collection[int]) -> bool:
    if not isinstance(block, Fence) or not is_data(block):
        return False
    return any(block.line < line < block.end for line in lines)


def listed(entries: Sequence[Entry]) -> tuple[Item, ...]:
    """Entries as a list, the first of them on the left."""
    left = entries[0].depth if entries else 0
    named = _named(entries)
    return tuple(_item(one._replace(depth=one.depth - left), named[0].line) for one in named)


def _with_lists_of_one(entries: Sequence[Entry]) -> list[Entry]:
    """`ways: [bell]` is a list and no gap, where elsewhere a list stands behind the same key."""
    lists = {one.key for one, below in pairwise(entries) if one.is_head and not below.key}
    return [
        one._replace(value=found.group(1))
        if one.key in lists and (found := LIST_OF_ONE.fullmatch(one.value))
        else one
        for one in entries
    ]


def _is_below(head: Entry) -> Callable[[Entry], bool]:
    return lambda one: one.depth > head.depth


def _parted(entries: Sequence[Entry]) -> tuple[tuple[Entry, ...], ...]:
    """The entries on the left, each with what is nested in it."""
    found: list[list[Entry]] = []
    left = entries[0].depth if entries else 0
    for one in entries:
        if one.depth <= left or not found:
            found.append([])
        found[-1].append(one)
    return tuple(map(tuple, found))


def _item(one: Entry, first: int) -> Item:
    said = [Text(one.value, one.line)] if one.value else []
    first_said, *more = (*said, *one.told, Text("", one.line))[: max(1, len(said) + len(one.told))]
    label = f"**{spoken(one.key)}**: {first_said.text}".rstrip() if one.key else first_said.text
    lines = (Text(label, first_said.line), *more)
    return Item(one.line, lines, one.depth + 1, first, numbered=False)


def spoken(key: str) -> str:
    """`response_time`, `responseTime`: the words of a key."""
    return HUMP.sub(lambda found: f" {found.group().lower()}", key).replace("_", " ")


def _steps(entries: Sequence[Entry]) -> list[Entry]:
    """How far each is nested, in steps in place of columns."""
    margins: list[int] = []
    found: list[Entry] = []
    for one in entries:
        while margins and margins[-1] >= one.depth:
            margins.pop()
        margins.append(one.depth)
        found.append(one._replace(depth=len(margins) - 1))
    return found


def _inside_one(entries: list[Entry]) -> list[Entry]:
    """`team:` above records and nothing else only says what they are."""
    below = [one._replace(depth=one.depth - 1) for one in entries[1:] if one.depth > 0]
    is_above = bool(below) and entries[0].is_head and len(below) + 1 == len(entries)
    return below if is_above and all(one.is_head for one in below if not one.depth) else entries


def _named(entries: Sequence[Entry]) -> list[Entry]:
    """`- role: Scribe` above more keys is the record of the scribe."""
    followed = zip(entries, [*entries[1:], None], strict=False)
    return [
        one._replace(key=one.value, value="") if _is_above(one, after) else one
        for one, after in followed
    ]


def _is_above(one: Entry, after: Entry | None) -> bool:
    is_told = bool(one.key and one.value)
    return is_told and after is not None and after.depth > one.depth

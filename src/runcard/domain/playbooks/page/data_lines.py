"""Data as it is written in a fence, YAML, JSON or TOML, line by line.

It is read by its lines and not by its grammar: so every entry knows its line, and what is broken,
endless or refers to itself is only text.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from runcard.domain.playbooks.model import Text
from runcard.domain.playbooks.page.blocks import Fence
from runcard.domain.playbooks.page.data_flows import (
    Pair,
    pair_in,
    pieces_of,
    setting_in,
    told_value,
)
from runcard.domain.playbooks.words import margin_of

LANGUAGES = {"yaml", "yml", "json", "jsonc", "json5", "toml"}
BRACED = {"json", "jsonc", "json5"}
TABLE = re.compile(r"^(\[\[?)([\w.\" -]{1,80})\]\]?$")
PART = re.compile(r"\"[^\"]*\"|[^.\"]+")
# Behind a key, above lines that are its text: `description: >-`.
ABOVE_TEXT = re.compile(r"^[|>][-+\d]{0,2}$")
# As those do in TOML.
TEXT_MARKS = {'"""', "'''"}
BRACKETS = set("[]{}(), ")
REMARKS = "#/"
RULES = {"---", "..."}
INNER = 2  # how far the keys of a record stand from its dash
PART_OF_TABLE = 3  # how far a table stands in another, with room for its records and their lists
LONGEST = 400  # of a line, as far as it is asked whether others go on with it
DEEPEST = 8  # how often data on one line is nested


class Entry(NamedTuple):
    """A line of data: how far it is nested, and what it says; `key` is empty in a plain list, and
    `begins` tells that a record begins with it. `told` is the text that goes on below."""

    depth: int
    key: str
    value: str
    line: int
    begins: bool = False
    told: tuple[Text, ...] = ()

    @property
    def is_head(self) -> bool:
        """It says nothing itself, and stands above what does."""
        return bool(self.key) and not self.value and not self.told


class _Line(NamedTuple):
    """A line that tells something, or opens a record, and the text that goes on below it."""

    bare: str
    margin: int
    line: int
    told: tuple[Text, ...]


class _Place(NamedTuple):
    depth: int
    line: int
    begins: bool
    is_all: bool = False
    """There is nothing else in the fence."""


class _Form(NamedTuple):
    """How a key is told from its value, and with which signs more than one value may begin."""

    pair: Pair
    flows: tuple[str, ...]


MARGINS, TABLES = _Form(pair_in, ("{", "[")), _Form(setting_in, ("{", "["))
# Outside data, `[name, phone]` is a gap to fill in.
LOOSE = _Form(pair_in, ("{",))


def is_data(fence: Fence) -> bool:
    """Whether a fence says that it is data."""
    return _lang(fence) in LANGUAGES


@lru_cache(maxsize=256)
def data_lines(fence: Fence) -> tuple[Entry, ...]:
    """Every line that tells something, whatever the fence calls itself; many readers ask for it."""
    return tuple(_in_tables(fence) if _lang(fence) == "toml" else _in_margins(fence))


def _lang(fence: Fence) -> str:
    return (fence.lang or "").lower()


def _in_margins(fence: Fence) -> Iterator[Entry]:
    """By what they are indented; `{` begins a record, but around the whole it adds no depth. What
    stands further out than the keys behind a dash begins another record."""
    opened: int | None = None
    outer, form = _outer(fence), MARGINS if is_data(fence) else LOOSE
    last, inner, is_opened = 0, 0, False
    lines = [*_lines(fence)]
    for bare, margin, line, told in lines:
        if _opens(bare):
            # `}, {` begins a record where the one before it began.
            opened = None if line == outer else last if bare[0] == "}" else 2 * margin
            last, is_opened = opened or 0, True
            continue
        is_outside = margin < inner
        inner = margin + INNER if bare.startswith("- ") else 0 if is_outside else inner
        depth = opened if opened is not None else 2 * margin
        place = _Place(depth, line, is_opened or is_outside, is_all=len(lines) == 1)
        found = _on_a_line(bare, place, form)
        yield from (one._replace(told=() if at else told) for at, one in enumerate(found))
        opened, is_opened = None, False
        if bare.endswith("{") and "[" in bare:
            opened = last = depth + 1  # `"hands": [{`


def _outer(fence: Fence) -> int | None:
    """The line of the brace around the whole."""
    lines = ((text.strip(), line) for line, text in enumerate(fence.lines, fence.line + 1))
    first, line = next((one for one in lines if one[0] and one[0][0] not in REMARKS), ("", 0))
    return line if first == "{" else None


def _lines(fence: Fence) -> Iterator[_Line]:
    """Less brackets and remarks that stand alone, and with the lines that only go on."""
    head: _Line | None = None
    told: list[Text] = []
    for line, text in enumerate(fence.lines, fence.line + 1):
        bare, margin = text.strip().rstrip(","), margin_of(text)
        if head is not None and _goes_on(bare, margin, head, fence):
            told.extend([Text(text.strip(), line)] if bare else [])
        elif _tells(bare) or _opens(bare):
            if head is not None:
                yield head._replace(told=tuple(told))
            head, told = _Line(bare, margin, line, ()), []
    if head is not None:
        yield head._replace(told=tuple(told))


def _goes_on(bare: str, margin: int, head: _Line, fence: Fence) -> bool:
    """`> ` stands above text, however that reads; else text without a key, further in than the text
    that it goes on with."""
    if _lang(fence) in BRACED or (bare and margin <= head.margin):
        return False
    pair = pair_in(head.bare[:LONGEST].removeprefix("- "))
    value = pair[1] if pair is not None else head.bare
    if ABOVE_TEXT.match(value):
        return True
    is_text = _tells(bare) and not bare.startswith("- ") and pair_in(bare) is None
    return is_text and not _opens(head.bare) and value[:1] not in {"", "[", "{", "#"}


def _opens(bare: str) -> bool:
    """`{`, `- {`, `}, {`, `[{`."""
    return bare.endswith("{") and not set(bare.removeprefix("- ")) - BRACKETS


def _tells(bare: str) -> bool:
    """Not a bracket, and not a remark."""
    return not _is_empty(bare) and bare not in RULES and bare[0] not in REMARKS


def _is_empty(said: str) -> bool:
    return not set(said) - BRACKETS


def _on_a_line(bare: str, place: _Place, form: _Form) -> Iterator[Entry]:
    """`- name: Ada` stands a little further out than the keys that tell more of her."""
    is_dashed = bare.startswith("- ")
    at = place._replace(depth=place.depth + is_dashed, begins=place.begins or is_dashed)
    return _unfolded(bare.removeprefix("- ").strip(), at, form)


def _in_tables(fence: Fence) -> Iterator[Entry]:
    """`[cast.scribe]` is above its keys; behind `[[cast]]` the first key begins a record. A table
    without keys, as `[cast]` above it, says nothing."""
    table, told = list[str](), list[str]()
    records = set[tuple[str, ...]]()
    named_at, begins = 0, False
    for line, text in enumerate(fence.lines, fence.line + 1):
        bare = text.strip().rstrip(",")
        found = TABLE.match(bare)
        if found is not None:
            table = [part.strip('" ') for part in PART.findall(found.group(2))]
            named_at, begins = line, found.group(1) == "[["
            records.update({tuple(table)} if begins else ())
        elif _tells(bare):
            for at in range(_alike(table, told), len(table)):
                is_inside = tuple(table[:at]) in records
                yield Entry(PART_OF_TABLE * at + is_inside, table[at], "", named_at)
            is_inside = tuple(table) in records and not begins
            at = PART_OF_TABLE * len(table) + (2 if setting_in(bare) is None else is_inside)
            yield from _unfolded(bare, _Place(at, line, begins), TABLES)
            told, begins = table, False


def _alike(first: list[str], second: list[str]) -> int:
    """With how many parts both begin."""
    pairs = enumerate(zip(first, second, strict=False))
    return next((at for at, (one, other) in pairs if one != other), min(len(first), len(second)))


def _unfolded(said: str, place: _Place, form: _Form) -> Iterator[Entry]:
    """What stands on one line, with what is in its braces and brackets below it. The first key of a
    record stands further out than the others."""
    waiting = [(said, place, DEEPEST)]
    while waiting:
        text, at, left = waiting.pop()
        found = form.pair(text)
        key, value = found if found is not None else ("", text)
        pieces = pieces_of(value, form.pair) if left and value[:1] in form.flows else ()
        told = "" if pieces or _is_above(value) else told_value(value)
        if key or told:
            yield Entry(at.depth, key, told, at.line, at.begins)
        below = _places_below(at, len(pieces), has_key=bool(key), is_record=value[:1] == "{")
        waiting.extend((*one, left - 1) for one in reversed([*zip(pieces, below, strict=True)]))


def _places_below(at: _Place, count: int, *, has_key: bool, is_record: bool) -> list[_Place]:
    if has_key:
        return [_Place(at.depth + 1, at.line, begins=False)] * count
    others = _Place(at.depth + (is_record and not at.is_all), at.line, begins=False)
    return [at._replace(begins=at.begins or is_record), *[others] * (count - 1)][:count]


def _is_above(value: str) -> bool:
    """Nothing, an open bracket, or the sign that text follows."""
    return _is_empty(value) or ABOVE_TEXT.match(value) is not None or value in TEXT_MARKS

"""Data in a fence, YAML, JSON or TOML, as the list that would say the same."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from runcard.domain.playbooks.model import Text
from runcard.domain.playbooks.page.blocks import Fence, Item
from runcard.domain.playbooks.words import margin_of

LANGUAGES = {"yaml", "yml", "json", "jsonc", "json5", "toml"}
PAIR = re.compile(r"^[\"']?([^\s:\"'#{}\[\]=-][^:\"'{}=]{0,60})[\"']?\s*[:=](?:\s+(.*))?$")
TABLE = re.compile(r"^(\[\[?)([\w.\" -]{1,80})\]\]?$")
OPEN = {"", "{", "[", "|", ">"}
BRACKETS = {"[", "]", "}", "---", "..."}


class _Entry(NamedTuple):
    """A line of data: how far it is nested, and what it says; `key` is empty in a plain list."""

    depth: int
    key: str
    value: str
    line: int

    @property
    def is_head(self) -> bool:
        return bool(self.key) and not self.value


def as_written_out(fence: Fence) -> tuple[Item, ...]:
    """Each record as an entry with its name in bold, and what it says nested below; none where the
    fence holds no data, or something in it belongs to no record."""
    if (fence.lang or "").lower() not in LANGUAGES:
        return ()
    entries = _inside_one(_steps(_named(_nested(fence))))
    heads = [one for one in entries if one.depth == 0]
    if not heads or not all(one.is_head for one in heads) or len(heads) == len(entries):
        return ()
    return tuple(_item(one, heads[0].line) for one in entries)


def _item(one: _Entry, first: int) -> Item:
    key = one.key.replace("_", " ")
    said = f"**{key}**: {one.value}".rstrip() if key else one.value
    return Item(one.line, (Text(said, one.line),), one.depth + 1, first, numbered=False)


def _nested(fence: Fence) -> list[_Entry]:
    """The entries of a fence by what they are indented; `{` begins a record, but around the whole
    it says nothing."""
    if fence.lang == "toml":
        return [*_in_tables(fence)]
    found: list[_Entry] = []
    begins: int | None = None
    for line, text in enumerate(fence.lines, fence.line + 1):
        bare = text.strip().rstrip(",")
        depth = 2 * margin_of(text)
        if bare in {"{", "- {"}:
            begins = depth if bare != fence.lines[0].strip() else None
        elif _tells(bare):
            found.append(_entry(bare, depth, line, begins=begins))
            begins = None
    return found


def _in_tables(fence: Fence) -> Iterator[_Entry]:
    """`[cast.scribe]` is above its keys; behind `[[cast]]` the first key begins a record. A table
    without keys, as `[cast]` above it, says nothing."""
    begins: int | None = 0
    head: _Entry | None = None
    for line, text in enumerate(fence.lines, fence.line + 1):
        bare = text.strip().rstrip(",")
        table = TABLE.match(bare)
        if table is not None:
            is_record = table.group(1) == "[["
            begins = 0 if is_record else None
            name = table.group(2).rpartition(".")[2].strip('" ')
            head = None if is_record else _Entry(0, name, "", line)
        elif _tells(bare):
            if head is not None:
                yield head
            yield _entry(bare, 2, line, begins=begins)
            begins, head = None, None


def _tells(bare: str) -> bool:
    """Not a bracket, and not a remark."""
    return bool(bare) and bare not in BRACKETS and bare[0] not in "#/"


def _entry(bare: str, depth: int, line: int, *, begins: int | None) -> _Entry:
    """`- name: Ada` stands a little further out than the keys that tell more of her."""
    is_dashed = bare.startswith("- ")
    said = bare.removeprefix("- ").strip()
    found = PAIR.match(said)
    at = begins if begins is not None else depth + 1 if is_dashed else depth
    if found is None:
        return _Entry(at, "", said.strip("\"'"), line)
    value = (found.group(2) or "").strip().strip("\"'")
    return _Entry(at, found.group(1).strip(), "" if value in OPEN else value, line)


def _steps(entries: list[_Entry]) -> list[_Entry]:
    """How far each is nested, in steps in place of columns."""
    margins: list[int] = []
    found: list[_Entry] = []
    for one in entries:
        while margins and margins[-1] >= one.depth:
            margins.pop()
        margins.append(one.depth)
        found.append(one._replace(depth=len(margins) - 1))
    return found


def _inside_one(entries: list[_Entry]) -> list[_Entry]:
    """`team:` above records and nothing else only says what they are."""
    below = [one._replace(depth=one.depth - 1) for one in entries[1:] if one.depth > 0]
    is_above = bool(below) and entries[0].is_head and len(below) + 1 == len(entries)
    return below if is_above and all(one.is_head for one in below if not one.depth) else entries


def _named(entries: list[_Entry]) -> list[_Entry]:
    """`- role: Scribe` above more keys is the record of the scribe."""
    followed = zip(entries, [*entries[1:], None], strict=False)
    return [
        one._replace(key=one.value, value="") if _is_above(one, after) else one
        for one, after in followed
    ]


def _is_above(one: _Entry, after: _Entry | None) -> bool:
    is_told = bool(one.key and one.value)
    return is_told and after is not None and after.depth > one.depth

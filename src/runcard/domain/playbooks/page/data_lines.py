"""Data as it is written in a fence, YAML, JSON or TOML, line by line.

It is read by its lines and not by its grammar: so every entry knows its line, and what is broken,
endless or refers to itself is only text.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from runcard.domain.playbooks.page.blocks import Fence
from runcard.domain.playbooks.words import margin_of

LANGUAGES = {"yaml", "yml", "json", "jsonc", "json5", "toml"}
KEY = r"^[\"']?([^\s:\"'#{}\[\]=-][^:\"'{}=]{0,60})[\"']?\s*"
PAIR = re.compile(KEY + r":(?:\s+(.*))?$")
SETTING = re.compile(KEY + r"=(?:\s+(.*))?$")
BETWEEN = re.compile(r",\s*(?=[\"']?[^\W\d_][^:,\"']{0,40}[\"']?\s*:)")
TABLE = re.compile(r"^(\[\[?)([\w.\" -]{1,80})\]\]?$")
PART = re.compile(r"\"[^\"]*\"|[^.\"]+")
OPEN = {"", "{", "[", "|", ">"}
BRACKETS = {"[", "]", "}", "---", "..."}
INNER = 2  # how far the keys of a record stand from its dash


class Entry(NamedTuple):
    """A line of data: how far it is nested, and what it says; `key` is empty in a plain list, and
    `begins` tells that a record begins with it."""

    depth: int
    key: str
    value: str
    line: int
    begins: bool = False

    @property
    def is_head(self) -> bool:
        """It says nothing itself, and stands above what does."""
        return bool(self.key) and not self.value


def is_data(fence: Fence) -> bool:
    """Whether a fence says that it is data."""
    return (fence.lang or "").lower() in LANGUAGES


def data_lines(fence: Fence) -> list[Entry]:
    """Every line that tells something, whatever the fence calls itself."""
    is_toml = (fence.lang or "").lower() == "toml"
    return [*(_in_tables(fence) if is_toml else _in_margins(fence))]


def _in_margins(fence: Fence) -> Iterator[Entry]:
    """By what they are indented; `{` begins a record, but around the whole it adds no depth. What
    stands further out than the keys behind a dash begins another record."""
    opened: int | None = None
    is_opened = False
    inner = 0
    for line, text in enumerate(fence.lines, fence.line + 1):
        bare, margin = text.strip().rstrip(","), margin_of(text)
        if bare in {"{", "- {"}:
            is_opened = True
            opened = 2 * margin if bare != fence.lines[0].strip() else None
        elif _tells(bare):
            is_outside = margin < inner
            inner = margin + INNER if bare.startswith("- ") else 0 if is_outside else inner
            depth = opened if opened is not None else 2 * margin
            yield from _on_a_line(bare, depth, line, begins=is_opened or is_outside)
            opened, is_opened = None, False


def _on_a_line(bare: str, depth: int, line: int, *, begins: bool) -> Iterator[Entry]:
    """`- name: Ada` stands a little further out than the keys that tell more of her, as does the
    first key of `{ "name": "Ada", "phone": "4711" }`."""
    is_dashed = bare.startswith("- ")
    said = bare.removeprefix("- ").strip()
    is_whole = said[:1] == "{" and said[-1:] == "}"
    first, *others = BETWEEN.split(said[1:-1].strip()) if is_whole else [said]
    at = depth + 1 if is_dashed else depth
    yield _entry(first, PAIR, at, line, begins=begins or is_dashed or is_whole)
    yield from (_entry(one, PAIR, at + 1, line) for one in others)


def _in_tables(fence: Fence) -> Iterator[Entry]:
    """`[cast.scribe]` is above its keys; behind `[[cast]]` the first key begins a record. A table
    without keys, as `[cast]` above it, says nothing."""
    table, told = list[str](), list[str]()
    named_at = 0
    is_record, begins = False, False
    for line, text in enumerate(fence.lines, fence.line + 1):
        bare = text.strip().rstrip(",")
        found = TABLE.match(bare)
        if found is not None:
            table = [part.strip('" ') for part in PART.findall(found.group(2))]
            is_record = begins = found.group(1) == "[["
            named_at = line
        elif _tells(bare):
            known = _alike(table, told)
            yield from (Entry(at, table[at], "", named_at) for at in range(known, len(table)))
            is_inside = is_record and not begins
            yield _entry(bare, SETTING, len(table) + is_inside, line, begins=begins)
            told, begins = table, False


def _alike(first: list[str], second: list[str]) -> int:
    """With how many parts both begin."""
    pairs = enumerate(zip(first, second, strict=False))
    return next((at for at, (one, other) in pairs if one != other), min(len(first), len(second)))


def _tells(bare: str) -> bool:
    """Not a bracket, and not a remark."""
    return bool(bare) and bare not in BRACKETS and bare[0] not in "#/"


def _entry(
    said: str, pair: re.Pattern[str], depth: int, line: int, *, begins: bool = False
) -> Entry:
    found = pair.match(said)
    if found is None:
        return Entry(depth, "", said.strip("\"'"), line, begins)
    value = (found.group(2) or "").strip().strip("\"'")
    return Entry(depth, found.group(1).strip(), "" if value in OPEN else value, line, begins)

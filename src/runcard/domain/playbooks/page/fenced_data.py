"""Data in a fence, YAML, JSON or TOML, as the list that would say the same."""

import re

from runcard.domain.playbooks.model import Text
from runcard.domain.playbooks.page.blocks import Fence, Item
from runcard.domain.playbooks.page.data_lines import Entry, data_lines, is_data

# `responseTime`, not `McAlister` or `iOS`.
HUMP = re.compile(r"(?<=[a-z]{2})[A-Z](?=[a-z]{2})")


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


def _item(one: Entry, first: int) -> Item:
    said = [Text(one.value, one.line)] if one.value else []
    first_said, *more = (*said, *one.told, Text("", one.line))[: max(1, len(said) + len(one.told))]
    label = f"**{spoken(one.key)}**: {first_said.text}".rstrip() if one.key else first_said.text
    lines = (Text(label, first_said.line), *more)
    return Item(one.line, lines, one.depth + 1, first, numbered=False)


def spoken(key: str) -> str:
    """`response_time`, `responseTime`: the words of a key."""
    return HUMP.sub(lambda found: f" {found.group().lower()}", key).replace("_", " ")


def _steps(entries: list[Entry]) -> list[Entry]:
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


def _named(entries: list[Entry]) -> list[Entry]:
    """`- role: Scribe` above more keys is the record of the scribe."""
    followed = zip(entries, [*entries[1:], None], strict=False)
    return [
        one._replace(key=one.value, value="") if _is_above(one, after) else one
        for one, after in followed
    ]


def _is_above(one: Entry, after: Entry | None) -> bool:
    is_told = bool(one.key and one.value)
    return is_told and after is not None and after.depth > one.depth

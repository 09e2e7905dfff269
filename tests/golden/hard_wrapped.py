"""Documents as an editor breaks them that wraps at a margin."""

import re
from collections.abc import Iterator, Mapping, Sequence

FENCE = re.compile(r"\s*(?:```|~~~)")
LEAD = re.compile(r"(\s*(?:[-*+]|\d+[.)])\s+(?:\[[ xX]\]\s+)?|\s*)(.*)")
# What no editor breaks: headings, tables, markup, block quotes, hard breaks.
KEPT = re.compile(r"#|\s*>|---|.*(?:[|<]|  $|\\$)")
TOKEN = re.compile(r"(?:`[^`]*`|\[[^\]]*\](?:\([^)]*\))?|\S)+")
BEGINS = re.compile(r"[-*+>#|]$|\d+[.)]")
LINES = {"line", "end", "title_line", "lines", "blocks"}


def wrapped(lines: Sequence[str], margin: int) -> tuple[list[str], list[int]]:
    """The lines, and of each the number of the one that it comes from."""
    found: list[str] = []
    comes_from: list[int] = []
    is_inside = False
    for number, line in enumerate(lines, 1):
        is_inside ^= FENCE.match(line) is not None
        is_kept = is_inside or len(line) <= margin or KEPT.match(line) or FENCE.match(line)
        parts = [line] if is_kept else [*_broken(line, margin)]
        found.extend(parts)
        comes_from.extend([number] * len(parts))
    return found, comes_from


def _broken(line: str, margin: int) -> Iterator[str]:
    found = LEAD.match(line)
    lead, text = found.groups() if found is not None else ("", line)
    inside = " " * len(lead.split("[")[0])
    now, is_empty = lead, True
    for token in TOKEN.findall(text):
        if not is_empty and len(now) + 1 + len(token) > margin and not BEGINS.match(token):
            yield now
            now, is_empty = inside, True
        now, is_empty = f"{now}{'' if is_empty else ' '}{token}", False
    yield now


def at_their_lines(said: object, comes_from: Sequence[int], key: str = "") -> object:
    """What was read of the broken text, by the lines of the text it was made from."""
    if isinstance(said, Mapping):
        return {name: at_their_lines(one, comes_from, name) for name, one in said.items()}
    if isinstance(said, list):
        return [at_their_lines(one, comes_from, key) for one in said]
    is_line = key in LINES and isinstance(said, int)
    return comes_from[said - 1] if is_line and isinstance(said, int) else said

"""Changes of layout: each replaces whole lines, and loses or gains no word."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Edit:
    """What stands in place of some lines, counted from 1; a line may become none or several."""

    lines: Mapping[int, tuple[str, ...]]


def edit(before: Sequence[str], after: Mapping[int, tuple[str, ...]]) -> Edit | None:
    """The lines that change; None where nothing does, or where a word would be lost."""
    changed = {at: new for at, new in after.items() if new != (before[at - 1],)}
    old = " ".join(before[at - 1] for at in sorted(after))
    new = " ".join(one for at in sorted(after) for one in after[at])
    if not changed or words_in(old) != words_in(new):
        return None
    return Edit(changed)


def words_in(text: str) -> list[str]:
    """Every word and number, in order."""
    return WORD.findall(text)


def applied(lines: Sequence[str], edits: Iterable[Edit]) -> str:
    """The document after the changes, with one line feed at its end."""
    changes = {at: new for one in edits for at, new in one.lines.items()}
    kept: list[str] = []
    for at, line in enumerate(lines, 1):
        kept.extend(changes.get(at, (line,)))
    while kept and not kept[-1].strip(" \t"):
        kept.pop()
    return "\n".join(kept) + "\n"

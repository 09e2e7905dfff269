"""Levels that stand in a fence, one a line: `SEV1: all down -> respond in 15 min`."""

from collections.abc import Iterator, Sequence

from runcard.domain.playbooks.levels.entries import LevelEntry, LevelGroup
from runcard.domain.playbooks.levels.mentions import normal_key
from runcard.domain.playbooks.levels.names import level_head
from runcard.domain.playbooks.model import SeverityForm
from runcard.domain.playbooks.page.blocks import Fence, Outline, label_of
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import plain, untitled

TEXT = {None, "", "text", "txt", "plain", "markdown", "md"}
FEWEST = 2
LEADS = " |│-*•"
ARROW = " -> "


def levels_in_fences(page: Outline, words: Vocabulary) -> tuple[LevelGroup, ...]:
    """The first fence below a heading about severity whose every told line begins with a level."""
    for section in page.sections:
        if "severity" in words.about(untitled(section.title)):
            for block in section.blocks:
                entries = tuple(_entries(block, words)) if isinstance(block, Fence) else ()
                if _are_levels(entries):
                    return (LevelGroup(SeverityForm.NONE, section.line, entries, section),)
    return ()


def _are_levels(entries: Sequence[LevelEntry]) -> bool:
    keys = {normal_key(entry.head.key) for entry in entries}
    return len(entries) == len(keys) >= FEWEST


def _entries(fence: Fence, words: Vocabulary) -> Iterator[LevelEntry]:
    """The levels of a fence; none where a line is about anything else."""
    told = [(line, raw.strip(LEADS)) for line, raw in enumerate(fence.lines, fence.line + 1)]
    lines = [(line, text.replace(ARROW, " → ")) for line, text in told if text]
    found = [_entry(text, line, words) for line, text in lines]
    known = [entry for entry in found if entry is not None]
    if fence.lang in TEXT and len(known) == len(lines):
        yield from known


def _entry(text: str, line: int, words: Vocabulary) -> LevelEntry | None:
    label = label_of(plain(text))
    if label is None or not label.value:
        return None
    head = level_head(label.name, words)
    return LevelEntry(head, line, label.value) if head is not None and head.sure else None

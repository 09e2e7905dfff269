"""Levels that one line counts up: `Severity: SEV1 (all down), SEV2 (slow)`."""

import re
from collections.abc import Iterator

from runcard.domain.playbooks.levels.entries import LevelEntry, LevelGroup
from runcard.domain.playbooks.levels.names import LevelHead, level_head
from runcard.domain.playbooks.model import SeverityForm, Text
from runcard.domain.playbooks.page.blocks import Item, Outline, Paragraph, Section, label_of
from runcard.domain.playbooks.vocabulary import Vocabulary

APART = re.compile(r"(?<=[)）])\s*[,;/·|，；、]?\s*")
WITH_WORDS = re.compile(r"^[^()（）]{1,24}[(（][^()（）]{1,120}[)）]\.?$")
LONGEST = 600
FEWEST = 2


def levels_in_one_line(page: Outline, words: Vocabulary) -> tuple[LevelGroup, ...]:
    """The first line of a page that counts up its levels, with a word on each."""
    for section in page.sections:
        for found in _groups_in(section, words):
            return (found,)
    return ()


def _groups_in(section: Section, words: Vocabulary) -> Iterator[LevelGroup]:
    for block in section.blocks:
        form = SeverityForm.BULLETS if isinstance(block, Item) else SeverityForm.NONE
        is_prose = isinstance(block, Item) or (isinstance(block, Paragraph) and not block.quote)
        for line in block.lines if isinstance(block, Paragraph | Item) and is_prose else ():
            entries = _entries(line, words)
            if len(entries) >= FEWEST:
                yield LevelGroup(form, section.line, entries, section, introduced=True)


def _entries(line: Text, words: Vocabulary) -> tuple[LevelEntry, ...]:
    """A level for each piece behind a label about severity; none where one piece is no level."""
    label = label_of(line.text) if len(line.text) <= LONGEST else None
    if label is None or words.labels.exactly(label.name) != "key":
        return ()
    pieces = [piece.strip() for piece in APART.split(label.value) if piece.strip(" .")]
    heads = [_head(piece, words) for piece in pieces]
    known = [head for head in heads if head is not None]
    keys = {head.key for head in known}
    is_whole = len(known) == len(pieces) == len(keys)
    return tuple(LevelEntry(head, line.line) for head in known) if is_whole else ()


def _head(piece: str, words: Vocabulary) -> LevelHead | None:
    """`SEV1 (all down)`: a level and, in brackets, what it is."""
    bare = piece.replace("`", "")
    return level_head(bare, words) if WITH_WORDS.match(bare) else None

"""Sentences about one case only: in which a runbook is for, or in which something is promised."""

import re

from runcard.domain.playbooks.model import Text
from runcard.domain.playbooks.page.blocks import Paragraph, Section, label_of
from runcard.domain.playbooks.times.clauses import sentences
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import plain


def condition_of(section: Section, fence_line: int | None, words: Vocabulary) -> Text | None:
    """The `If …` sentence above the first fence, up to its first comma or final colon."""
    first = section.blocks[0] if section.blocks else None
    if not isinstance(first, Paragraph) or fence_line is None or first.line > fence_line:
        return None
    behind = section.blocks[1] if len(section.blocks) > 1 else None
    if isinstance(behind, Paragraph) and label_of(behind.lines[-1].text) is not None:
        # `Boil it:` is what stands above the fence.
        return None
    for sentence in sentences(plain(" ".join(line.text for line in first.lines))):
        if says_if(sentence, words):
            return Text(re.split(r"[,，、]|[:：]$", sentence)[0].strip(), first.line)
    return None


def only_case(section: Section, words: Vocabulary) -> int | None:
    """The line of `If the ledger was changed:`, alone directly below a heading, where no other
    such line is: it says when all that stands below the heading is done, and is no part of it."""
    led = [
        block.line
        for block in section.blocks
        if isinstance(block, Paragraph)
        if (label := label_of(block.lines[-1].text)) and label.stands_alone
        if says_if(label.name, words)
    ]
    first = section.blocks[0].line if section.blocks else None
    return first if led == [first] else None


def says_if(sentence: str, words: Vocabulary) -> bool:
    """Whether a sentence begins with a word such as `if`, and so is about some cases only."""
    return any(
        found.start() == 0 and "if" in words.talk.phrases[found.group()]
        for found in words.talk.matches(sentence)
    )

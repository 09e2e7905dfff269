"""A chain in running text whose people stand in bold, each behind the wait for which it is told.

`The alarm is the **mate**'s. After 10 minutes it is the **captain**'s, after an hour the
**owner**'s.`
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from runcard.domain.playbooks.chains.told_paragraphs import is_chain
from runcard.domain.playbooks.model import ChainStep, EscalationChain, Text
from runcard.domain.playbooks.page.blocks import Paragraph, Section
from runcard.domain.playbooks.people.persons import are_of_people
from runcard.domain.playbooks.times.running_text import sentences_of
from runcard.domain.playbooks.times.waits import delay
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import STRONG, plain

LAST_COMMA = re.compile(r"^(.+)[,，]")
ENDS = " .。,，、;；:："
LONGEST_NAME = 40
FEWEST = 3


class _Called(NamedTuple):
    """A name in bold, and what its sentence says in front of it."""

    who: str
    before: str
    line: int


def bold_calls(section: Section, words: Vocabulary) -> Iterator[EscalationChain]:
    """Three people at least; of whoever stands behind no wait, only the first is called."""
    for block in section.blocks:
        if not isinstance(block, Paragraph) or block.quote is not None or block.in_item:
            continue
        called = [one for line in sentences_of(block.lines) for one in _called_in(line)]
        if len(called) < FEWEST or not are_of_people([one.who for one in called], words):
            continue
        steps = tuple(step for at, one in enumerate(called) if (step := _step(one, at, words)))
        if len(steps) >= FEWEST and is_chain(steps):
            yield EscalationChain(steps[0].line, ordered=True, steps=steps)


def _called_in(sentence: Text) -> Iterator[_Called]:
    start = 0
    for found in STRONG.finditer(sentence.text):
        who = plain(found.group(2)).strip(ENDS)
        if len(who) <= LONGEST_NAME:
            yield _Called(who, plain(sentence.text[start : found.start()]), sentence.line)
        start = found.end()


def _step(called: _Called, at: int, words: Vocabulary) -> ChainStep | None:
    """The case is what stands before the last comma, if that tells the wait."""
    parted = LAST_COMMA.match(called.before)
    cases = (parted.group(1) if parted else "", called.before)
    for case in cases:
        wait = delay(case, called.line, words)
        if wait is not None:
            return ChainStep(called.who, called.line, case.strip(ENDS), wait)
    return ChainStep(called.who, called.line, None, None) if at == 0 else None

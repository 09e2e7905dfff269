"""What running text says of a level: what it means, and in the sentences behind that, what is
promised, each promise at the line where it stands."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate

from runcard.domain.playbooks.levels.entries import LevelEntry, Statement
from runcard.domain.playbooks.levels.meanings import sentence_statements
from runcard.domain.playbooks.model import Text
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import plain

MEANING = ("definition",)


def prose_statements(entry: LevelEntry, words: Vocabulary) -> Iterator[Statement]:
    """What the lines say in which a level is told."""
    if not entry.behind:
        yield from at_their_lines([*sentence_statements(entry.text, entry.line, words)], entry.told)
        return
    behind = sentence_statements(entry.behind, entry.line, words, first=1)
    promised = [one for one in behind if one.concepts not in ((), MEANING)]
    yield from at_their_lines([Statement(MEANING, entry.text, entry.line), *promised], entry.told)


def at_their_lines(said: Sequence[Statement], lines: Sequence[Text]) -> Iterator[Statement]:
    """Each statement at the line where its words begin, what a level means to where they end."""
    texts = [plain(line.text) for line in lines]
    whole, ends = " ".join(texts), [*accumulate(len(text) + 1 for text in texts)]
    last = 0
    for one in said:
        at = whole.find(one.text, last)
        at = whole.find(one.text) if at < 0 else at
        if at < 0:
            yield one
            continue
        first, final = (
            lines[min(bisect_right(ends, place), len(lines) - 1)].line
            for place in (at, at + max(len(one.text) - 1, 0))
        )
        is_meant = one.concepts == MEANING
        last = at if is_meant else at + len(one.text)
        yield replace(one, line=first, end_line=final if is_meant else one.end_line)

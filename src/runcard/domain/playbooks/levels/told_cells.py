"""Cells of several sentences: `Engage within 30 minutes. Status update every hour.`

The head of such a column names one matter, its sentences say more; each is read by itself.
"""

import re
from collections.abc import Iterator, Sequence

from runcard.domain.playbooks.levels.entries import Statement
from runcard.domain.playbooks.times.clauses import sentences
from runcard.domain.playbooks.times.grammar import read_time, spans_in
from runcard.domain.playbooks.times.named_promises import promises_in
from runcard.domain.playbooks.times.pieces import PARTS
from runcard.domain.playbooks.vocabulary import Vocabulary

BREAK = re.compile(r"<br\s{0,3}/?>", re.IGNORECASE)
MARK = re.compile(r"^\s*[-*•–]\s+")
# `停电、停水（三楼、四楼）` are two.
ENUMERATED = re.compile(r"、(?![^()（）]{0,80}[)）])")
APART = re.compile(r"[;；](?![^()（）]{0,80}[)）])")
STOP = "。"
ANSWER = "response"
SAID_TOGETHER = ((ANSWER,), ("cadence",))
ENDS = " .。:："
FEWEST = 2
MOST_BESIDE = 4


def told_cell(
    cell: str, line: int, concepts: tuple[str, ...], words: Vocabulary
) -> tuple[Statement, ...]:
    """What the sentences of a cell of answers or of updates promise, an answer among them; else the
    whole cell below the head of its column."""
    listed = _listed(cell) if concepts == ("examples",) else ()
    if len(listed) >= FEWEST:
        return tuple(Statement(concepts, one, line, bullet=True) for one in listed)
    whole = (Statement(concepts, cell, line),)
    parts = sentences(cell)
    if concepts not in SAID_TOGETHER or len(parts) < FEWEST:
        return whole
    if concepts == SAID_TOGETHER[0] and (apart := _without_the_told(parts, line, words)):
        return apart
    found = [one for part in parts for one in _told(part, line, words)]
    if concepts == SAID_TOGETHER[0] and not any(one.concepts == concepts for one in found):
        waits = (wait for part in parts if (wait := _short_wait(part, words)))
        found.extend(Statement(concepts, wait, line) for wait in waits)
    return tuple(found) if any(one.concepts == (ANSWER,) for one in found) else whole


def named_in_a_cell(
    cell: str, line: int, column: Sequence[str], words: Vocabulary
) -> Iterator[Statement]:
    """`Respond 15 min / resolve 4 h`: where each part of a cell names its promise, its column need
    not; `Next workday` below answers so named is one, too."""
    if parts := _named_parts(cell, words):
        yield from (Statement((concept,), said, line) for concept, said in parts)
    elif read_time(cell, line, words) is not None and any(_answers(one, words) for one in column):
        yield Statement((ANSWER,), cell, line)


def _answers(cell: str, words: Vocabulary) -> bool:
    return any(concept == ANSWER for concept, _ in _named_parts(cell, words))


def _named_parts(cell: str, words: Vocabulary) -> list[tuple[str, str]]:
    parts = PARTS.split(cell)
    promised = [tuple(promises_in(part, words)) for part in parts]
    are_all = len(parts) > 1 and all(promised)
    return [one for part in promised for one in part] if are_all else []


def _listed(cell: str) -> tuple[str, ...]:
    """`- no heat<br>- no light`: the entries of a list, in a cell that has one line alone; or what
    stands between semicolons; or between the marks of a list in Chinese and Japanese, in a cell
    without a sentence."""
    parts = BREAK.split(cell)
    parts = APART.split(cell) if len(parts) == 1 else parts
    parts = ENUMERATED.split(cell) if len(parts) == 1 and STOP not in cell else parts
    entries = (MARK.sub("", one).strip() for one in parts)
    return tuple(one for one in entries if one)


def _without_the_told(parts: Sequence[str], line: int, words: Vocabulary) -> tuple[Statement, ...]:
    """`Ring the cook. The owner is told within 30 minutes.`: the only time is that of the owner."""
    told = [part for part in parts if _is_told(part, words)]
    timed = [part for part in parts if spans_in(part, words)]
    if not timed or timed != told:
        return ()
    rest = " ".join(part for part in parts if part not in told)
    said = Statement(("communication",), " ".join(told), line)
    return (Statement(SAID_TOGETHER[0], rest, line), said)


def _is_told(sentence: str, words: Vocabulary) -> bool:
    """`The owner is informed`, `Management told within 30 min`."""
    named = words.labels.find(sentence) == "communication"
    return named or words.rungs.speaks_of(sentence, "told")


def _told(sentence: str, line: int, words: Vocabulary) -> Iterator[Statement]:
    update = _behind_update(sentence, words)
    if update:
        yield Statement(("cadence",), update, line)
        return
    yield from (Statement((concept,), said, line) for concept, said in promises_in(sentence, words))


def _short_wait(sentence: str, words: Vocabulary) -> str:
    """`Engage immediately`, `Engage within one business day`: a time and few words beside it."""
    spans = spans_in(sentence, words)
    is_to_others = _is_told(sentence, words) or _behind_update(sentence, words)
    if len(spans) != 1 or spans[0].is_period or is_to_others:
        return ""
    beside = sentence[: spans[0].start] + sentence[spans[0].end :]
    said = sentence[spans[0].start : spans[0].end].strip()
    return said if len(beside.split()) <= MOST_BESIDE else ""


def _behind_update(sentence: str, words: Vocabulary) -> str:
    """`at start and at the end` of `Status update at start and at the end`."""
    named = [
        found
        for table, name in ((words.labels, "cadence"), (words.talk, "update"))
        for found in table.matches(sentence)
        if found.start() == 0 and name in table.phrases[found.group()]
    ]
    rest = sentence[max((one.end() for one in named), default=len(sentence)) :].strip(ENDS)
    opens = [one for one in words.talk.matches(rest) if one.start() == 0]
    is_event = any("upon" in words.talk.phrases[one.group()] for one in opens)
    return rest if is_event or any(span.is_period for span in spans_in(rest, words)) else ""
